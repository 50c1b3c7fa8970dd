import type { ListDay } from '../../../contract/domain/organising.ts';

/** The midnights between which a time lies, in the system's zone; epoch milliseconds. */
function dayOf(time: number): { readonly start: number; readonly end: number } {
  const start = new Date(time);
  start.setHours(0, 0, 0, 0);
  const end = new Date(start);
  end.setDate(end.getDate() + 1);
  return { start: start.getTime(), end: end.getTime() };
}

/** Divides a list into the days that its times fall into, as they follow each other. */
export function daysOf(times: readonly number[]): ListDay[] {
  const days: { readonly day: number; count: number }[] = [];
  let now = { start: 0, end: 0 };
  for (const time of times) {
    const last = days.at(-1);
    if (last !== undefined && time >= now.start && time < now.end) {
      last.count += 1;
      continue;
    }
    now = dayOf(time);
    days.push({ day: now.start, count: 1 });
  }
  return days;
}
