import type { Feed } from '../../../contract/domain/feed.ts';

/** How badly a feed fails: not at all, lately, for a week and longer, or for good (its server says that it is gone). */
export type Trouble = 'none' | 'lately' | 'long' | 'stopped';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** Whole days since every sync of a feed has failed. */
export function failingDays({ failingSince }: Pick<Feed, 'failingSince'>, now: number): number {
  return failingSince === null ? 0 : Math.floor((now - failingSince) / DAY_MS);
}

/** Whether a feed fails at all. */
export function isInTrouble({ isStopped, lastError }: Pick<Feed, 'isStopped' | 'lastError'>): boolean {
  return isStopped || lastError !== null;
}

export function troubleOf(feed: Pick<Feed, 'failingSince' | 'isStopped' | 'lastError'>, now: number): Trouble {
  if (feed.isStopped) return 'stopped';
  if (feed.lastError === null) return 'none';
  return failingDays(feed, now) >= WEEK_DAYS ? 'long' : 'lately';
}
