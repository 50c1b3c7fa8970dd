import type { Feed } from '../../../contract/domain/feed.ts';

/**
 * When the library was last updated, epoch milliseconds: the last time a source answered. `failed` where the last try of every
 * source went wrong; `never` where none was asked yet.
 */
export function lastUpdate(feeds: readonly Pick<Feed, 'lastSyncAt' | 'lastSuccessAt' | 'lastError'>[]): number | 'failed' | 'never' {
  const asked = feeds.filter((feed) => feed.lastSyncAt !== null);
  if (asked.length === 0) return 'never';
  if (asked.every((feed) => feed.lastError !== null)) return 'failed';
  return Math.max(...asked.map((feed) => feed.lastSuccessAt ?? 0));
}
