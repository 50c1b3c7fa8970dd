const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** No feed is asked more often than this, whatever it says. */
export const SHORTEST_INTERVAL_MS = 15 * MINUTE;
/** Every feed is asked at least this often, whatever it says. */
export const LONGEST_INTERVAL_MS = DAY;
/** The interval of a feed that has too few dated entries to judge by. */
const USUAL_INTERVAL_MS = HOUR;
/** Entries whose dates tell how often a feed has news. */
export const JUDGED_ENTRIES = 12;
/** Spread of the intervals, so that feeds which were added together are not asked together for ever. */
const JITTER = 0.1;

/** What decides when a feed is asked again. Times are epoch milliseconds. */
export interface Manners {
  readonly now: number;
  /** The newest entries' dates, in any order. */
  readonly publishedAt: readonly number[];
  /** RSS 2.0 `ttl` or `sy:updatePeriod`, minutes. */
  readonly ttlMinutes: number | null;
  /** RSS 2.0 `skipHours`: hours of the day, UTC. */
  readonly skipHours: readonly number[];
  /** Cache-Control: max-age or Expires (RFC 9111), seconds. */
  readonly maxAgeSeconds: number | null;
  /** Between 0 and 1. */
  readonly random: number;
}

/**
 * When a feed that answered is due again: half the usual time between its entries, not sooner than it asks for, within a
 * quarter of an hour and a day, and outside the hours that it wants to be left alone.
 */
export function nextSyncAfterSuccess(manners: Manners): number {
  const asked = Math.max((manners.ttlMinutes ?? 0) * MINUTE, (manners.maxAgeSeconds ?? 0) * 1_000);
  const interval = clamp(Math.max(usualGap(manners) / 2, asked));
  return afterSkippedHours(manners.now + jittered(interval, manners.random), manners.skipHours);
}

/**
 * When a feed that failed is due again: exponential back-off from a quarter of an hour to a day, and never before the
 * server's Retry-After (RFC 9110, 10.2.3), which is honoured up to a week.
 *
 * @param failures how often it has failed in a row, this time included
 */
export function nextSyncAfterFailure(now: number, failures: number, retryAfterSeconds: number | null, random: number): number {
  const backOff = clamp(SHORTEST_INTERVAL_MS * 2 ** Math.min(failures - 1, 10));
  const asked = Math.min((retryAfterSeconds ?? 0) * 1_000, 7 * DAY);
  return now + Math.max(jittered(backOff, random), asked);
}

function usualGap({ publishedAt, now }: Manners): number {
  const times = publishedAt.filter((time) => time <= now).sort((a, b) => b - a).slice(0, JUDGED_ENTRIES);
  const oldest = times.at(-1);
  if (oldest === undefined || times.length < 3) return 2 * USUAL_INTERVAL_MS;
  // The time since the newest entry counts: a feed that has gone quiet is asked less and less.
  return (now - oldest) / times.length;
}

function clamp(interval: number): number {
  return Math.min(LONGEST_INTERVAL_MS, Math.max(SHORTEST_INTERVAL_MS, interval));
}

function jittered(interval: number, random: number): number {
  return Math.round(interval * (1 + JITTER * (random * 2 - 1)));
}

function afterSkippedHours(time: number, skipHours: readonly number[]): number {
  const skipped = new Set(skipHours);
  // A feed that skips every hour would never be asked: then it has said nothing.
  if (skipped.size === 0 || skipped.size >= 24) return time;
  let at = time;
  while (skipped.has(new Date(at).getUTCHours())) at = (Math.floor(at / HOUR) + 1) * HOUR;
  return at;
}
