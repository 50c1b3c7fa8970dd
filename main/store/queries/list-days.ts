import type { ListDay } from '../../../contract/domain/organising.ts';

/** The midnight before a time, in the system's zone; epoch milliseconds. */
export function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}

/**
 * Divides a list that is in the order of its dates into its days. Few dates are looked at: from the beginning of a day in growing
 * steps to where another one has begun, then back to its first article.
 *
 * @param dayAt the day of the article at a place, as `startOfDay` says it
 */
export function daysOf(length: number, dayAt: (at: number) => number): ListDay[] {
  const days: ListDay[] = [];
  for (let start = 0; start < length; ) {
    const day = dayAt(start);
    let step = 1;
    while (start + step < length && dayAt(start + step) === day) step *= 2;
    let [last, next] = [start + Math.floor(step / 2), Math.min(start + step, length)];
    while (next - last > 1) {
      const middle = Math.floor((last + next) / 2);
      if (dayAt(middle) === day) last = middle;
      else next = middle;
    }
    days.push({ day, count: next - start });
    start = next;
  }
  return days;
}
