import { MONTHS, ZONES } from './date-names.ts';

export interface DateOptions {
  /**
   * Minutes east of Greenwich for a date that names no zone. Without it such dates are UTC, except those with the day,
   * month and year in slashes or dots: only Vietnamese papers were seen to write these, and they mean +07:00.
   */
  readonly defaultOffsetMinutes?: number;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** True for the all-numeric forms that end in the year. */
  readonly isLocalForm: boolean;
}

interface Clock {
  readonly ms: number;
  readonly offset: number | null;
  /** The text without clock and zone. */
  readonly rest: string;
  /** A 12-hour clock with AM or PM, which means an American order of the date. */
  readonly isAmerican: boolean;
}

const VIETNAM_OFFSET = 420;
const KOREA_OFFSET = 540;
const MINUTE = 60_000;
const LONGEST = 120;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

const CLOCK =
  /(오전|오후)?\s*(?<![\d:])(\d{1,2})\s*[:h]\s*(\d{1,2})(?:\s*[:m]\s*(\d{1,2})(?:[.,](\d{1,9}))?)?\s*(?:(am|pm|a\.m\.?|p\.m\.?|sa|ch)(?!\p{L}))?/u;
const BASIC_CLOCK = /(?<=\d)t(\d{2})(\d{2})?(\d{2})?(?:[.,](\d{1,9}))?/u;
const NUMERIC_ZONE = /^\s*[(|]?\s*(?:(?:etc\/)?(?:gmt|utc|ut|z)\s*([+-])\s*|([+-]))(\d{1,2})(?::?(\d{2}))?(?![\d/-])\)?/u;
const NAMED_ZONE = /^\s*[(|]?\s*([a-z]+)(?:\/[a-z]+)?(?![\p{L}])\)?/u;

/**
 * Reads a date as feeds write it: RFC 822/850, asctime, RFC 3339, ISO 8601 with its partial, ordinal and week forms,
 * `10/2/2026 9:25:00 AM`, `Thứ bảy, 7/3/2026, 00:05 (GMT+7)`, month names of some languages, epoch seconds.
 * Two-digit years below 70 are of this century. Answers epoch milliseconds, or null where nothing datable is there;
 * years outside 1900-2199 count as nothing.
 */
export function parseDate(text: string, options: DateOptions = {}): number | null {
  if (text.length > LONGEST * 4) return null;
  const clean = tidy(text);
  if (clean === '' || clean.length > LONGEST) return null;
  const stamp = readStamp(clean);
  if (stamp !== null) return stamp;
  const clock = readClock(clean);
  const day = readDay(clock.rest, clock.isAmerican);
  if (day === null) return null;
  const at = dayToMs(day);
  if (at === null) return null;
  const offset = clock.offset ?? options.defaultOffsetMinutes ?? (day.isLocalForm ? VIETNAM_OFFSET : 0);
  return at + clock.ms - offset * MINUTE;
}

function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\u2212\u2010-\u2014]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Epoch seconds or milliseconds, or fourteen digits of date and time. */
function readStamp(text: string): number | null {
  if (!/^\d{10}$|^\d{13}$|^\d{14}$/.test(text)) return null;
  if (text.length === 14) {
    const [year, month, day, hour, minute, second] = [0, 4, 6, 8, 10, 12].map((at, index) =>
      Number(text.slice(at, index === 0 ? 4 : at + 2)),
    ) as [number, number, number, number, number, number];
    const at = dayToMs({ year, month, day, isLocalForm: false });
    const clock = clockToMs(hour, minute, second, 0);
    return at === null || clock === null ? null : at + clock;
  }
  const ms = text.length === 10 ? Number(text) * 1000 : Number(text);
  const year = new Date(ms).getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR ? ms : null;
}

function readClock(text: string): Clock {
  const offset = dateOnlyZone(text);
  if (offset !== null) return { ms: 0, offset, rest: text.slice(0, 10), isAmerican: false };
  const match = CLOCK.exec(text);
  if (match === null) return readBasicClock(text);
  const half = match[6]?.replaceAll('.', '') ?? match[1];
  const isLate = half === 'pm' || half === 'ch' || half === '오후';
  let hour = Number(match[2]);
  if (half !== undefined && hour <= 12) hour = (hour % 12) + (isLate ? 12 : 0);
  const ms = clockToMs(hour, Number(match[3]), Number(match[4] ?? 0), fraction(match[5]));
  return finishClock(text, match, ms, half === 'am' || half === 'pm');
}

function readBasicClock(text: string): Clock {
  const match = BASIC_CLOCK.exec(text);
  if (match === null) return { ms: 0, offset: null, rest: text, isAmerican: false };
  const ms = clockToMs(Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0), fraction(match[4]));
  return finishClock(text, match, ms, false);
}

/** `2003-12-31+07:00` and `2003-12-31Z` (XML Schema dates). */
function dateOnlyZone(text: string): number | null {
  const match = /^\d{4}-\d{2}-\d{2}(?:z|([+-])(\d{2}):(\d{2}))$/.exec(text);
  if (match === null) return null;
  return match[1] === undefined ? 0 : toOffset(match[1], match[2], match[3]);
}

function finishClock(text: string, match: RegExpExecArray, ms: number | null, isAmerican: boolean): Clock {
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  const zone = readZone(after);
  const rest = `${before} ${after.slice(zone.length)}`;
  const impliedOffset = /년|오전|오후/.test(text) ? KOREA_OFFSET : null;
  return { ms: ms ?? 0, offset: zone.offset ?? impliedOffset, rest, isAmerican };
}

function readZone(after: string): { offset: number | null; length: number } {
  const numeric = NUMERIC_ZONE.exec(after);
  if (numeric !== null) {
    const offset = toOffset(numeric[1] ?? numeric[2] ?? '+', numeric[3], numeric[4]);
    return { offset, length: numeric[0].length };
  }
  const named = NAMED_ZONE.exec(after);
  const offset = named?.[1] === undefined ? undefined : ZONES.get(named[1]);
  if (named === null || offset === undefined) return { offset: null, length: 0 };
  return { offset, length: named[0].length };
}

/** A zone further than 18 hours away is a misprint: the date is kept, the zone is not. */
function toOffset(sign: string, hours: string | undefined, minutes: string | undefined): number | null {
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  if (offset > 18 * 60) return null;
  return sign === '-' ? -offset : offset;
}

function fraction(digits: string | undefined): number {
  return digits === undefined ? 0 : Math.floor(Number(`0.${digits}`) * 1000);
}

function clockToMs(hour: number, minute: number, second: number, ms: number): number | null {
  if (hour > 24 || minute > 59 || second > 60) return null;
  return ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1000 + ms;
}

function readDay(text: string, isAmerican: boolean): Day | null {
  return readYearFirst(text) ?? readYearLast(text, isAmerican) ?? readCounted(text) ?? readNamed(text) ?? readIso(text);
}

function readYearFirst(text: string): Day | null {
  const match = /(?<!\d)(\d{4}) ?[-/.년年] ?(?:0(?=\d\d))?(\d{1,2}) ?[-/.월月] ?(\d{1,2})(?!\d)/u.exec(text);
  return match === null ? null : toDay(match[1], match[2], match[3]);
}

/** Day first, unless a 12-hour clock tells American software or the numbers allow only the other reading. */
function readYearLast(text: string, isAmerican: boolean): Day | null {
  const match = /(?<!\d)(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?!\d)/u.exec(text);
  if (match === null) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  // `03-12-31`: ISO 8601 with a two-digit year, the only reading in which hyphens stand between pairs of digits.
  if (match[2] === '-' && match[4]?.length === 2) return toDay(match[1], match[3], match[4]);
  const isMonthFirst = isAmerican ? first <= 12 : second > 12 && first <= 12;
  const [month, day] = isMonthFirst ? [first, second] : [second, first];
  return { year: fullYear(match[4]), month, day, isLocalForm: true };
}

/** `7 tháng 3, 2026`, `ngày 07 Th3 năm 2026`. */
function readCounted(text: string): Day | null {
  const match = /(?<!\d)(\d{1,2}) ?(?:tháng|thg|th)\.? ?(\d{1,2}),? ?(?:năm )?,?(\d{4})(?!\d)/u.exec(text);
  if (match === null) return null;
  return { year: fullYear(match[3]), month: Number(match[2]), day: Number(match[1]), isLocalForm: true };
}

/** The last month name counts: `mar, 7 abr` begins with a Spanish Tuesday, not with March. */
function readNamed(text: string): Day | null {
  let month: number | undefined;
  for (const [word] of text.matchAll(/\p{L}+/gu)) month = MONTHS.get(word) ?? month;
  if (month === undefined) return null;
  const numbers = text.match(/\d+/g) ?? [];
  const yearAt = numbers.findIndex((digits) => digits.length === 4);
  const year = yearAt >= 0 ? numbers[yearAt] : numbers.length > 1 ? numbers[1] : undefined;
  const day = yearAt >= 0 ? numbers.find((digits) => digits.length <= 2) : numbers[0];
  if (year === undefined || year.length === 3) return null;
  return { year: fullYear(year), month, day: Number(day ?? 1), isLocalForm: false };
}

/** The forms of ISO 8601 without a month-day pair, and those without hyphens. */
function readIso(text: string): Day | null {
  const bare = text.replace(/[\sz]+$|t\s*$/g, '').trim();
  const week = /^(\d{4})-?w(\d{2})(?:-?([1-7]))?$/.exec(bare);
  if (week !== null) return weekToDay(Number(week[1]), Number(week[2]), Number(week[3] ?? 1));
  const ordinal = /^(\d{4}|\d{2})-?(\d{3})$/.exec(bare);
  if (ordinal !== null) return ordinalToDay(fullYear(ordinal[1]), Number(ordinal[2]));
  const compact = /^(\d{4})(\d{2})(\d{2})$|^(\d{2})(\d{2})(\d{2})$/.exec(bare);
  if (compact !== null) {
    return toDay(compact[1] ?? compact[4], compact[2] ?? compact[5], compact[3] ?? compact[6]);
  }
  const month = /^(\d{4})[-/](\d{1,2})$|^-(\d{2})-?(\d{2})$/.exec(bare);
  if (month !== null) return toDay(month[1] ?? month[3], month[2] ?? month[4], '1');
  return /^\d{4}$/.test(bare) ? toDay(bare, '1', '1') : null;
}

function weekToDay(year: number, week: number, weekday: number): Day | null {
  if (week < 1 || week > 53) return null;
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
  return ordinalToDay(year, monday + (week - 1) * 7 + weekday - 1);
}

function ordinalToDay(year: number, ordinal: number): Day | null {
  if (ordinal > 372) return null;
  const date = new Date(Date.UTC(year, 0, ordinal));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), isLocalForm: false };
}

function toDay(year: string | undefined, month: string | undefined, day: string | undefined): Day {
  return { year: fullYear(year), month: Number(month), day: Number(day), isLocalForm: false };
}

function fullYear(digits: string | undefined): number {
  const year = Number(digits);
  if (digits?.length !== 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function dayToMs({ year, month, day }: Day): number | null {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR) || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return Date.UTC(year, month - 1, day);
}
