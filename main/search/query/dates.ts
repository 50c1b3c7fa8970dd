import { meaningOf } from './names.ts';

/** From `from`, before `to`; epoch milliseconds, null where there is no bound. */
export interface DateRange {
  readonly from: number | null;
  readonly to: number | null;
}

const DAY_MS = 86_400_000;

/**
 * A day, month, year or span of time as people write it, in this machine's time zone: `2026`, `2026-11`, `2026-11-24`,
 * `24/11/2026`, `11/2026`, `7d`, `2w`, `3m`, `1y`, `hôm nay`, and two of the fixed ones with `..` between them.
 *
 * @param now epoch milliseconds
 */
export function parseDateRange(value: string, now: number): DateRange | null {
  const [first, second, ...more] = value.split('..');
  if (more.length > 0) return null;
  if (second === undefined) return singleRange(value.trim(), now);
  const from = first === '' ? { from: null } : singleRange((first ?? '').trim(), now);
  const to = second === '' ? { to: null } : singleRange(second.trim(), now);
  return from === null || to === null || (first === '' && second === '') ? null : { from: from.from, to: to.to };
}

function singleRange(value: string, now: number): DateRange | null {
  const meaning = meaningOf('date', value);
  if (meaning === 'today') return daysAgo(0, now);
  if (meaning === 'yesterday') return daysAgo(1, now);
  return spanBefore(value, now) ?? calendarRange(value);
}

function daysAgo(days: number, now: number): DateRange {
  const date = new Date(now);
  const day = (back: number): number => new Date(date.getFullYear(), date.getMonth(), date.getDate() - back).getTime();
  return { from: day(days), to: day(days - 1) };
}

function spanBefore(value: string, now: number): DateRange | null {
  const found = /^(\d{1,4})\s?(d|w|m|y|ngày|tuần|tháng|năm|days?|weeks?|months?|years?)$/iu.exec(value);
  if (found === null) return null;
  const count = Number(found[1]);
  const unit = (found[2] ?? '').toLowerCase();
  if (/^(d|ngày)/u.test(unit)) return { from: now - count * DAY_MS, to: null };
  if (/^(w|tuần)/u.test(unit)) return { from: now - count * 7 * DAY_MS, to: null };
  const date = new Date(now);
  const months = /^(m|tháng)/u.test(unit) ? count : count * 12;
  return { from: new Date(date.getFullYear(), date.getMonth() - months, date.getDate()).getTime(), to: null };
}

function calendarRange(value: string): DateRange | null {
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/u.exec(value);
  if (iso !== null) return calendarSpan(iso[1], iso[2], iso[3]);
  const vietnamese = /^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})$/u.exec(value);
  return vietnamese === null ? null : calendarSpan(vietnamese[3], vietnamese[2], vietnamese[1]);
}

function calendarSpan(yearText: string | undefined, monthText: string | undefined, dayText: string | undefined): DateRange | null {
  const year = Number(yearText);
  const month = monthText === undefined ? 1 : Number(monthText);
  const day = dayText === undefined ? 1 : Number(dayText);
  const from = new Date(year, month - 1, day);
  if (year < 1000 || from.getMonth() !== month - 1 || from.getDate() !== day) return null;
  const to = monthText === undefined ? new Date(year + 1, 0, 1) : dayText === undefined ? new Date(year, month, 1) : new Date(year, month - 1, day + 1);
  return { from: from.getTime(), to: to.getTime() };
}
