import { getReceivedBytes, getSettings, type ReadableDb } from '../store/index.ts';

const MEGABYTE = 1_000_000;

/** The day that bytes are counted for: the user's own, `YYYY-MM-DD`. */
export function today(now: Date = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The next midnight on the user's clock, epoch milliseconds. */
export function tomorrow(now: Date = new Date()): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
}

/** Whether as much came over the network today as the user allows a day. */
export function isBudgetSpent(db: ReadableDb): boolean {
  const { dailyLimitMb } = getSettings(db);
  return dailyLimitMb !== null && getReceivedBytes(db, today()) >= dailyLimitMb * MEGABYTE;
}
