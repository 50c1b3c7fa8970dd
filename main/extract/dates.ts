/** Wall-clock time as a text gives it; `offset` in minutes east of UTC where the text names a zone. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offset: number | null;
  readonly hasTime: boolean;
}

/** Vietnam has one zone all year round. */
export const VIETNAM_OFFSET = 7 * 60;

const MONTHS = new Map<string, number>([
  ['january', 1], ['february', 2], ['march', 3], ['april', 4], ['may', 5], ['june', 6], ['july', 7], ['august', 8], ['september', 9],
  ['october', 10], ['november', 11], ['december', 12], ['jan', 1], ['feb', 2], ['mar', 3], ['apr', 4], ['jun', 6], ['jul', 7], ['aug', 8],
  ['sep', 9], ['sept', 9], ['oct', 10], ['nov', 11], ['dec', 12],
  ['một', 1], ['giêng', 1], ['hai', 2], ['ba', 3], ['tư', 4], ['bốn', 4], ['năm', 5], ['sáu', 6], ['bảy', 7], ['tám', 8], ['chín', 9],
  ['mười', 10], ['mười một', 11], ['mười hai', 12], ['chạp', 12],
]);

const TIME = /(?<![\d.,/-])(\d{1,2})\s*(?::|h|giờ)\s*(\d{2})(?:\s*(?::|phút)\s*(\d{2})(?:\.\d+)?)?\s*(am|pm|sa|ch)?(?![\d/])/iu;
const ZONE = /\b(?:gmt|utc)\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?|(?<=\d)\s*([+-])(\d{2}):?(\d{2})\b|(?<=[\d.])(z)\b|\b(gmt|utc)\b/i;

/** A date stands near the start of what holds one. */
const MAX_TEXT = 300;

type DateParts = readonly [year: number, month: number, day: number];

/** Reads a date in the forms of news pages: ISO 8601, RFC 2822, `Thứ bảy, 7/3/2026, 00:05 (GMT+7)`, `7 tháng 3 năm 2026`, `March 7, 2026`. Day before month. */
export function readDate(text: string): WrittenDate | null {
  const source = text.slice(0, MAX_TEXT).normalize('NFC').replace(/\s+/gu, ' ');
  const found = readDay(source);
  if (found === null) return null;
  const [[year, month, day], rest] = found;
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1970 || year > 2100) return null;
  const [hour, minute, second] = readTime(rest);
  return { year, month, day, hour: hour ?? 0, minute, second, offset: readZone(rest), hasTime: hour !== null };
}

/** Epoch milliseconds; a date without a zone is taken at `defaultOffset` minutes east of UTC. */
export function toEpoch(date: WrittenDate, defaultOffset: number): number {
  const local = Date.UTC(date.year, date.month - 1, date.day, date.hour, date.minute, date.second);
  return local - (date.offset ?? defaultOffset) * 60_000;
}

function readDay(text: string): [DateParts, string] | null {
  const forms: [RegExp, (m: RegExpExecArray) => DateParts | null][] = [
    [/(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, (m) => [Number(m[1]), Number(m[2]), Number(m[3])]],
    [/(?<![\d/])(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/, (m) => dayFirst(Number(m[1]), Number(m[2]), Number(m[3]))],
    [/(?<!\d)(\d{1,2})\s*tháng\s*(\d{1,2})\s*,?\s*(?:năm\s*)?(\d{4})/iu, (m) => [Number(m[3]), Number(m[2]), Number(m[1])]],
    [/(?<!\d)(\d{1,2})\s*tháng\s*(mười (?:một|hai)|\p{L}+)\s*,?\s*(?:năm\s*)?(\d{4})/iu, (m) => named(m[3], m[2], m[1])],
    [/tháng\s*(\d{1,2})\s+(\d{1,2}),\s*(\d{4})/iu, (m) => [Number(m[3]), Number(m[1]), Number(m[2])]],
    [/(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})/i, (m) => named(m[3], m[2], m[1])],
    [/\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i, (m) => named(m[3], m[1], m[2])],
    [/(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日/, (m) => [Number(m[1]), Number(m[2]), Number(m[3])]],
    [/(?<![\d/])(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})(?![\d/])/, (m) => dayFirst(Number(m[1]), Number(m[2]), 2000 + Number(m[3]))],
  ];
  for (const [pattern, build] of forms) {
    const match = pattern.exec(text);
    const parts = match === null ? null : build(match);
    if (match !== null && parts !== null) return [parts, `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length).replace(/^T(?=\d)/, ' ')}`];
  }
  return null;
}

/** `7/3/2026` is 7 March; `3/27/2026` can only be 27 March. */
function dayFirst(first: number, second: number, year: number): DateParts {
  return second > 12 && first <= 12 ? [year, first, second] : [year, second, first];
}

function named(year: string | undefined, month: string | undefined, day: string | undefined): DateParts | null {
  const number = MONTHS.get((month ?? '').toLowerCase());
  return number === undefined ? null : [Number(year), number, Number(day)];
}

function readTime(text: string): [number | null, number, number] {
  const match = TIME.exec(text);
  if (match === null) return [null, 0, 0];
  const half = (match[4] ?? '').toLowerCase();
  const hour = Number(match[1]);
  const isAfternoon = half === 'pm' || half === 'ch';
  const full = isAfternoon && hour < 12 ? hour + 12 : !isAfternoon && half !== '' && hour === 12 ? 0 : hour;
  return full > 23 || Number(match[2]) > 59 ? [null, 0, 0] : [full, Number(match[2]), Number(match[3] ?? 0)];
}

function readZone(text: string): number | null {
  const match = ZONE.exec(text);
  if (match === null) return null;
  if (match[7] !== undefined || match[8] !== undefined) return 0;
  const sign = (match[1] ?? match[4]) === '-' ? -1 : 1;
  const hours = Number(match[2] ?? match[5]);
  const minutes = Number(match[3] ?? match[6] ?? 0);
  return hours > 14 ? null : sign * (hours * 60 + minutes);
}
