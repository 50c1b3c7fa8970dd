import { dateForm, distanceForm, numberForm } from './forms.ts';
import type { Messages } from './messages.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Numbers, sizes and dates in the forms of one language. Times are epoch milliseconds, shown in the system's zone. */
export interface Format {
  number(value: number): string;
  bytes(value: number): string;
  /** As people say it: `5 phút trước`, `Hôm qua, 18:20`, `16/3/2026`. */
  when(time: number, now?: number): string;
  /** The same inside a sentence: `Cập nhật hôm qua, 18:20`. */
  whenInside(time: number, now?: number): string;
  /** The exact date and time, for tooltips. */
  exact(time: number): string;
  /** The day by its date, however near it is: `16/3/2026`. */
  date(time: number): string;
  /** Hour and minute. */
  clock(time: number): string;
  /** A day as a heading: `Hôm nay`, `Thứ Bảy, 14/3`. */
  day(time: number, now?: number): string;
  /** A time to come, inside a sentence: `ngày mai, 08:00`. */
  moment(time: number, now?: number): string;
}

function startOfDay(time: number): number {
  const day = new Date(time);
  day.setHours(0, 0, 0, 0);
  return day.getTime();
}

/** Whole calendar days from `time` to `now`: 0 today, 1 yesterday. */
function daysBetween(time: number, now: number): number {
  return Math.round((startOfDay(now) - startOfDay(time)) / (24 * HOUR));
}

function capitalised(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

function byteFormat(locale: string): (value: number) => string {
  const formats = UNITS.map(
    (unit) => numberForm(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }),
  );
  return (value) => {
    const step = value < 1000 ? 0 : Math.min(UNITS.length, Math.floor(Math.log10(value) / 3)) - 1;
    return formats[step]?.format(value / 1000 ** (step + 1)) ?? '';
  };
}

type Say = (time: number, now?: number) => string;

function dateFormat(words: Messages): ReturnType<typeof dateForm> {
  const { locale, month } = words.language;
  return dateForm(locale, { day: 'numeric', month, year: 'numeric' });
}

/** Times as people say them inside a sentence. */
function sayTime(words: Messages, clock: ReturnType<typeof dateForm>): Say {
  const { locale } = words.language;
  const relative = distanceForm(locale);
  const day = dateFormat(words);
  return (time, now = Date.now()) => {
    const age = now - time;
    if (age < -MINUTE) return day.format(time);
    if (age < MINUTE) return words.time.justNow;
    if (age < HOUR) return relative.format(-Math.floor(age / MINUTE), 'minute');
    const days = daysBetween(time, now);
    if (days === 0) return relative.format(-Math.floor(age / HOUR), 'hour');
    if (days === 1) return words.time.dayAndTime(relative.format(-1, 'day'), clock.format(time));
    return day.format(time);
  };
}

/** The name of a day: by its distance where it is near, else by its weekday and date. */
function sayDay({ locale, month }: Messages['language']): Say {
  const relative = distanceForm(locale);
  const sameYear = dateForm(locale, { weekday: 'long', day: 'numeric', month });
  const otherYear = dateForm(locale, { weekday: 'long', day: 'numeric', month, year: 'numeric' });
  return (time, now = Date.now()) => {
    const days = daysBetween(time, now);
    if (Math.abs(days) < 2) return relative.format(-days, 'day');
    return new Date(time).getFullYear() === new Date(now).getFullYear() ? sameYear.format(time) : otherYear.format(time);
  };
}

/** The forms of the language that these words are of. */
export function createFormat(words: Messages): Format {
  const { locale } = words.language;
  const numbers = numberForm(locale);
  const clock = dateForm(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const date = dateFormat(words);
  const exact = dateForm(locale, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' });
  const whenInside = sayTime(words, clock);
  const dayInside = sayDay(words.language);
  return {
    number: (value) => numbers.format(value),
    bytes: byteFormat(locale),
    when: (time, now) => capitalised(whenInside(time, now), locale),
    whenInside,
    exact: (time) => exact.format(time),
    date: (time) => date.format(time),
    clock: (time) => clock.format(time),
    day: (time, now) => capitalised(dayInside(time, now), locale),
    moment: (time, now) => words.time.dayAndTime(dayInside(time, now), clock.format(time)),
  };
}
