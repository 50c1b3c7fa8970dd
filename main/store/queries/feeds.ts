import type { Feed, FeedId, FullTextMode } from '../../../contract/domain/feed.ts';
import { DocbaoError, type ReaderError } from '../../../contract/domain/result.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { removeArticles } from './articles.ts';
import { IS_MARKED } from './kept.ts';
import { UNREAD_ENTRIES } from './unread-entries.ts';

interface FeedRow {
  id: number;
  feed_url: string;
  site_url: string | null;
  title: string;
  folder_id: number | null;
  position: number;
  icon_asset: string | null;
  added_at: number;
  last_sync_at: number | null;
  last_success_at: number | null;
  last_error: string | null;
  first_failure_at: number | null;
  is_stopped: number;
  next_sync_at: number | null;
  article_count: number;
  unread_count: number;
}

/** What is not shown and what is unread is less than what there is: the numbers are counted from there. */
const FEED_ROWS = `
  SELECT f.id, f.feed_url, f.site_url, coalesce(f.custom_title, f.title) AS title, f.folder_id, f.position, f.icon_asset, f.added_at,
         f.last_sync_at, f.last_success_at, f.last_error, f.first_failure_at, f.is_stopped, f.next_sync_at,
         coalesce(n.articles, 0) - coalesce(h.articles, 0) AS article_count, coalesce(u.articles, 0) AS unread_count
  FROM feeds f
  LEFT JOIN (SELECT feed_id, count(DISTINCT article_id) AS articles FROM feed_entries GROUP BY feed_id) n ON n.feed_id = f.id
  LEFT JOIN (
    SELECT e.feed_id, count(DISTINCT e.article_id) AS articles FROM article_status s CROSS JOIN feed_entries e ON e.article_id = s.article_id
    WHERE s.deleted_at IS NOT NULL OR s.snoozed_until IS NOT NULL GROUP BY e.feed_id
  ) h ON h.feed_id = f.id
  LEFT JOIN (SELECT e.feed_id, count(DISTINCT e.article_id) AS articles FROM (${UNREAD_ENTRIES}) e GROUP BY e.feed_id) u ON u.feed_id = f.id`;

function toFeed(row: FeedRow): Feed {
  return {
    id: row.id,
    feedUrl: row.feed_url,
    siteUrl: row.site_url,
    title: row.title,
    folderId: row.folder_id,
    position: row.position,
    iconAsset: row.icon_asset,
    unreadCount: row.unread_count,
    articleCount: row.article_count,
    addedAt: row.added_at,
    lastSyncAt: row.last_sync_at,
    lastSuccessAt: row.last_success_at,
    lastError: row.last_error === null ? null : (JSON.parse(row.last_error) as ReaderError),
    failingSince: row.first_failure_at,
    isStopped: row.is_stopped === 1,
    nextSyncAt: row.next_sync_at,
  };
}

/** All subscriptions, in the order of their places. */
export function listFeeds(db: ReadableDb): Feed[] {
  return db.all<FeedRow>(`${FEED_ROWS} ORDER BY f.position, f.id`).map(toFeed);
}

/** @throws {DocbaoError} `no-such-item` */
export function getFeed(db: ReadableDb, id: FeedId): Feed {
  const row = db.get<FeedRow>(`${FEED_ROWS} WHERE f.id = ?`, id);
  if (!row) throw new DocbaoError('no-such-item', `There is no subscription ${id} in this library.`, { id });
  return toFeed(row);
}

/** @throws {DocbaoError} `no-such-item` where there is no such subscription (any more) */
export function requireFeed(db: ReadableDb, id: FeedId): void {
  if (db.value<number>('SELECT 1 FROM feeds WHERE id = ?', id) === undefined) throw new DocbaoError('no-such-item', `There is no subscription ${id} in this library.`, { id });
}

export function findFeedByUrl(db: ReadableDb, feedUrl: string): FeedId | null {
  return db.value<number>('SELECT id FROM feeds WHERE feed_url = ?', feedUrl) ?? null;
}

/** What a sync has to know of a feed before it asks for it. */
export interface FeedValidators {
  readonly id: FeedId;
  readonly feedUrl: string;
  readonly title: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly contentHash: string | null;
  readonly failureCount: number;
  readonly kind: 'feed' | 'page';
  readonly ttlMinutes: number | null;
  /** Hours (0-23, UTC) at which the feed asks not to be fetched. */
  readonly skipHours: readonly number[];
  readonly fullText: FullTextMode;
  /** Whether it is time to ask the feed itself; where not, only its articles' work is due. */
  readonly isDue: boolean;
}

/** Which feeds a sync is about: one, all that are not stopped, or those that are due at a moment (epoch ms). */
export type FeedSelection = { readonly feedId: FeedId } | { readonly dueAt: number } | 'all';

const IS_DUE = '(next_sync_at IS NULL OR next_sync_at <= ?1)';

/** The feeds to sync, those that have waited longest first. */
export function listFeedValidators(db: ReadableDb, selection: FeedSelection): FeedValidators[] {
  const [condition, ...params] =
    selection === 'all'
      ? ['is_stopped = 0']
      : 'feedId' in selection
        ? ['id = ?1', selection.feedId]
        : [`is_stopped = 0 AND (${IS_DUE} OR EXISTS (SELECT 1 FROM article_work w WHERE w.feed_id = feeds.id AND w.next_try_at <= ?1))`, selection.dueAt];
  const isDue = typeof selection === 'object' && 'dueAt' in selection ? IS_DUE : '1';
  const rows = db.all<Omit<FeedValidators, 'skipHours' | 'isDue'> & { skipHours: string | null; isDue: number }>(
    `SELECT id, feed_url AS feedUrl, coalesce(custom_title, title) AS title, etag, last_modified AS lastModified,
            content_hash AS contentHash, failure_count AS failureCount, kind, ttl_minutes AS ttlMinutes, skip_hours AS skipHours, full_text AS fullText, ${isDue} AS isDue
     FROM feeds WHERE ${condition} ORDER BY last_sync_at NULLS FIRST, id`,
    ...params,
  );
  return rows.map((row) => ({ ...row, skipHours: row.skipHours === null ? [] : (JSON.parse(row.skipHours) as number[]), isDue: row.isDue === 1 }));
}

export function renameFeed(db: WritableDb, id: FeedId, title: string): void {
  db.run('UPDATE feeds SET custom_title = ? WHERE id = ?', title, id);
}

/** Unsubscribes for good: articles that no other feed holds go, except those the user has done something with. */
export function removeFeed(db: WritableDb, id: FeedId): void {
  db.transaction(() => {
    getFeed(db, id);
    const alone = db.column<number>(
      `SELECT DISTINCT e.article_id FROM feed_entries e JOIN article_status s ON s.article_id = e.article_id
       WHERE e.feed_id = ?1 AND NOT (${IS_MARKED})
         AND NOT EXISTS (SELECT 1 FROM feed_entries o WHERE o.article_id = e.article_id AND o.feed_id <> ?1)`,
      id,
    );
    removeArticles(db, alone);
    db.run(
      `UPDATE articles SET feed_id = (SELECT o.feed_id FROM feed_entries o WHERE o.article_id = articles.id AND o.feed_id <> ?1 LIMIT 1)
       WHERE feed_id = ?1`,
      id,
    );
    db.run('DELETE FROM feeds WHERE id = ?', id);
  });
}

/** What a feed's answer said of itself; stored with its entries in one transaction. */
export interface FeedAnswer {
  readonly title: string | null;
  readonly siteUrl: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly ttlMinutes: number | null;
  readonly skipHours: readonly number[];
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly contentHash: string;
  /** The address that permanent redirects led to, or null. */
  readonly movedTo: string | null;
}

export function saveFeedAnswer(db: WritableDb, id: FeedId, answer: FeedAnswer): void {
  db.run(
    `UPDATE feeds SET title = coalesce(?, title), site_url = coalesce(?, site_url), description = ?, language = ?, ttl_minutes = ?,
       skip_hours = ?, etag = ?, last_modified = ?, content_hash = ? WHERE id = ?`,
    answer.title,
    answer.siteUrl,
    answer.description,
    answer.language,
    answer.ttlMinutes,
    answer.skipHours.length === 0 ? null : JSON.stringify(answer.skipHours),
    answer.etag,
    answer.lastModified,
    answer.contentHash,
    id,
  );
  // Two subscriptions may have moved to one address: the second keeps its old one, and its entries stay apart.
  if (answer.movedTo !== null) db.run('UPDATE OR IGNORE feeds SET feed_url = ? WHERE id = ?', answer.movedTo, id);
}

/** Notes that a sync of this feed ended well, and when it is due again. */
export function markFeedSynced(db: WritableDb, id: FeedId, at: number, nextSyncAt: number): void {
  db.run(
    `UPDATE feeds SET last_sync_at = ?1, last_success_at = ?1, last_error = NULL, failure_count = 0, first_failure_at = NULL,
       is_stopped = 0, next_sync_at = ?2 WHERE id = ?3`,
    at,
    nextSyncAt,
    id,
  );
}

/** Notes that a sync of this feed failed, why, and when to try again; null stops it until it is asked for by itself. */
export function markFeedFailed(db: WritableDb, id: FeedId, at: number, error: ReaderError, nextSyncAt: number | null): void {
  db.run(
    `UPDATE feeds SET last_sync_at = ?1, last_error = ?2, failure_count = failure_count + 1,
       first_failure_at = coalesce(first_failure_at, ?1), is_stopped = ?3, next_sync_at = ?4 WHERE id = ?5`,
    at,
    JSON.stringify(error),
    nextSyncAt === null ? 1 : 0,
    nextSyncAt,
    id,
  );
}
