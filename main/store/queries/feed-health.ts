import type { FeedHealth, FeedId, FeedOptions } from '../../../contract/domain/feed.ts';
import { DocbaoError, type ReaderError } from '../../../contract/domain/result.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { removeArticles } from './articles.ts';
import { IS_MARKED } from './kept.ts';

const DAY_MS = 86_400_000;

/** @throws {DocbaoError} `no-such-item` */
export function getFeedHealth(db: ReadableDb, feedId: FeedId): FeedHealth {
  const row = db.get<Omit<FeedHealth, 'lastError' | 'isStopped'> & { lastError: string | null; isStopped: number }>(
    `SELECT f.id AS feedId, f.last_success_at AS lastSuccessAt, f.last_sync_at AS lastSyncAt, f.last_error AS lastError,
       f.first_failure_at AS failingSince, f.next_sync_at AS nextSyncAt, f.is_stopped AS isStopped, f.received_bytes AS receivedBytes,
       f.full_text AS fullText, f.keep_count AS keepCount, f.keep_days AS keepDays, count(a.id) AS articles,
       count(CASE a.offline WHEN 'complete' THEN 1 END) AS complete, count(CASE a.offline WHEN 'partial' THEN 1 END) AS partial,
       count(CASE a.offline WHEN 'summary' THEN 1 END) AS summary
     FROM feeds f LEFT JOIN (SELECT DISTINCT feed_id, article_id FROM feed_entries WHERE article_id IS NOT NULL) e ON e.feed_id = f.id
     LEFT JOIN articles a ON a.id = e.article_id WHERE f.id = ? GROUP BY f.id`,
    feedId,
  );
  if (!row) throw new DocbaoError('no-such-item', `There is no subscription ${feedId} in this library.`, { id: feedId });
  return { ...row, lastError: row.lastError === null ? null : (JSON.parse(row.lastError) as ReaderError), isStopped: row.isStopped === 1 };
}

export function setFeedOptions(db: WritableDb, feedId: FeedId, { fullText, keepCount, keepDays }: FeedOptions): void {
  db.run('UPDATE feeds SET full_text = ?, keep_count = ?, keep_days = ? WHERE id = ?', fullText, keepCount, keepDays, feedId);
}

/** The dates of a feed's newest entries, epoch milliseconds. */
export function listEntryTimes(db: ReadableDb, feedId: FeedId, limit: number): number[] {
  return db.column<number>('SELECT sort_at FROM feed_entries WHERE feed_id = ? ORDER BY sort_at DESC LIMIT ?', feedId, limit);
}

/** Counts bytes that came over the network, for the feed and for the day (local, `YYYY-MM-DD`). */
export function addReceivedBytes(db: WritableDb, feedId: FeedId | null, day: string, bytes: number): void {
  db.transaction(() => {
    if (feedId !== null) db.run('UPDATE feeds SET received_bytes = received_bytes + ? WHERE id = ?', bytes, feedId);
    db.run('INSERT INTO received_bytes VALUES (?1, ?2) ON CONFLICT (day) DO UPDATE SET bytes = bytes + ?2', day, bytes);
  });
}

export function getReceivedBytes(db: ReadableDb, day: string): number {
  return db.value<number>('SELECT bytes FROM received_bytes WHERE day = ?', day) ?? 0;
}

/**
 * Removes what a feed's options no longer keep: read articles with which the user has done nothing else and which no other feed holds,
 * past the count or older than the days. Their entries stay known, so that they don't come back. Answers how many went.
 */
export function pruneFeed(db: WritableDb, feedId: FeedId, now: number): number {
  const options = db.get<Pick<FeedOptions, 'keepCount' | 'keepDays'>>('SELECT keep_count AS keepCount, keep_days AS keepDays FROM feeds WHERE id = ?', feedId);
  const { keepCount, keepDays } = options ?? { keepCount: null, keepDays: null };
  if (keepCount === null && keepDays === null) return 0;
  const ids = db.column<number>(
    `SELECT article_id FROM (
       SELECT e.article_id, s.is_read, (${IS_MARKED}) AS is_marked, a.arrived_at, row_number() OVER (ORDER BY e.sort_at DESC, e.article_id DESC) AS place
       FROM (SELECT article_id, max(sort_at) AS sort_at FROM feed_entries WHERE feed_id = ?1 AND article_id IS NOT NULL GROUP BY article_id) e
       JOIN article_status s ON s.article_id = e.article_id JOIN articles a ON a.id = e.article_id
     ) kept WHERE is_read = 1 AND is_marked = 0 AND (place > ?2 OR arrived_at < ?3)
       AND NOT EXISTS (SELECT 1 FROM feed_entries o WHERE o.article_id = kept.article_id AND o.feed_id <> ?1)`,
    feedId,
    keepCount ?? Number.MAX_SAFE_INTEGER,
    keepDays === null ? 0 : now - keepDays * DAY_MS,
  );
  removeArticles(db, ids);
  return ids.length;
}
