import type { ArticleId } from '../../../contract/domain/article.ts';
import type { FeedId, FolderId } from '../../../contract/domain/feed.ts';
import type { KeptArticles } from '../../../contract/domain/organising.ts';
import type { ReadableDb, SqlValue, WritableDb } from '../connection.ts';
import { binArticles, restoreArticles } from './bin.ts';
import { findFeedByUrl, getFeed } from './feeds.ts';
import { IS_MARKED } from './kept.ts';
import type { TakeBack } from './undo.ts';

export interface NewFeed {
  readonly feedUrl: string;
  readonly siteUrl: string | null;
  readonly title: string;
  readonly addedAt: number;
  /** A document that lists entries, or a page whose links are followed. */
  readonly kind: 'feed' | 'page';
  readonly folderId: FolderId | null;
}

/** Subscribes; a feed that is there already is left as it is, and one that was unfollowed lately comes back with all it had. Answers its id. */
export function insertFeed(db: WritableDb, feed: NewFeed): FeedId {
  return db.transaction(() => {
    const known = findFeedByUrl(db, feed.feedUrl);
    if (known !== null) return known;
    const removed = findRemovedFeed(db, feed.feedUrl);
    if (removed !== null && restoreFeed(db, removed)) return removed;
    const { feedUrl, siteUrl, title, addedAt, kind, folderId } = feed;
    return db.run(
      `INSERT INTO feeds (feed_url, site_url, title, added_at, kind, folder_id, position)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT coalesce(max(position), 0) + 1 FROM feeds WHERE folder_id IS ?6))`,
      feedUrl,
      siteUrl,
      title,
      addedAt,
      kind,
      folderId,
    ).lastInsertRowid;
  });
}

/** Articles that only this feed holds, and with which the user has done nothing. */
function listUnmarked(db: ReadableDb, feedId: FeedId): ArticleId[] {
  return db.column<ArticleId>(
    `SELECT DISTINCT e.article_id FROM feed_entries e JOIN article_status s ON s.article_id = e.article_id
     WHERE e.feed_id = ?1 AND s.deleted_at IS NULL AND NOT (${IS_MARKED})
       AND NOT EXISTS (SELECT 1 FROM feed_entries o WHERE o.article_id = e.article_id AND o.feed_id <> ?1)`,
    feedId,
  );
}

/**
 * Unsubscribes, so that it can be taken back: the feed and its entries are remembered, and what goes with it goes to the bin.
 * Articles that stay keep the feed's name. Answers which went to the bin. @throws {DocbaoError} `no-such-item`
 */
export function unsubscribe(db: WritableDb, feedId: FeedId, keep: KeptArticles, at: number): { readonly binned: readonly ArticleId[]; readonly takeBack: TakeBack } {
  return db.transaction(() => {
    const { title } = getFeed(db, feedId);
    const row = JSON.stringify(db.get<Record<string, SqlValue>>('SELECT * FROM feeds WHERE id = ?', feedId));
    const entries = db.value<string>(
      'SELECT json_group_array(json_array(entry_key, article_id, entry_hash, sort_at, first_seen_at)) FROM feed_entries WHERE feed_id = ?',
      feedId,
    );
    db.run(
      `INSERT OR REPLACE INTO removed_feeds (id, feed_url, removed_at, row, entries, articles)
       SELECT id, feed_url, ?, ?, ?, (SELECT json_group_array(a.id) FROM articles a WHERE a.feed_id = feeds.id) FROM feeds WHERE id = ?`,
      at,
      row,
      entries ?? '[]',
      feedId,
    );
    const binned = keep === 'all' ? [] : binArticles(db, listUnmarked(db, feedId), at).ids;
    db.run('UPDATE articles SET source_name = ? WHERE feed_id = ? AND source_name IS NULL', title, feedId);
    db.run(
      `UPDATE articles SET feed_id = (SELECT o.feed_id FROM feed_entries o WHERE o.article_id = articles.id AND o.feed_id <> ?1 LIMIT 1)
       WHERE feed_id = ?1`,
      feedId,
    );
    db.run('DELETE FROM feeds WHERE id = ?', feedId);
    return { binned, takeBack: (target) => void restoreFeed(target, feedId) };
  });
}

interface RemovedFeed {
  readonly id: FeedId;
  readonly removed_at: number;
  readonly row: string;
  readonly entries: string;
  /** The ids of those that belonged to it first of all. */
  readonly articles: string;
}

/**
 * Brings an unfollowed feed back with its entries, and what went to the bin with it. Passed over where it is not remembered any more,
 * or is followed again. Answers whether it came back.
 */
export function restoreFeed(db: WritableDb, feedId: FeedId): boolean {
  return db.transaction(() => {
    const removed = db.get<RemovedFeed>('SELECT id, removed_at, row, entries, articles FROM removed_feeds WHERE id = ?', feedId);
    if (!removed || !insertRow(db, removed)) return false;
    db.run(
      `INSERT INTO feed_entries (feed_id, entry_key, article_id, entry_hash, sort_at, first_seen_at)
       SELECT ?, e.value ->> 0, (SELECT id FROM articles WHERE id = e.value ->> 1), e.value ->> 2, e.value ->> 3, e.value ->> 4 FROM json_each(?) e`,
      feedId,
      removed.entries,
    );
    db.run('UPDATE articles SET feed_id = ? WHERE id IN (SELECT value FROM json_each(?))', feedId, removed.articles);
    db.run('UPDATE article_work SET feed_id = ? WHERE article_id IN (SELECT value FROM json_each(?))', feedId, removed.articles);
    restoreArticles(
      db,
      db.column<ArticleId>(
        `SELECT DISTINCT e.article_id FROM feed_entries e JOIN article_status s ON s.article_id = e.article_id WHERE e.feed_id = ? AND s.deleted_at = ?`,
        feedId,
        removed.removed_at,
      ),
    );
    db.run('DELETE FROM removed_feeds WHERE id = ?', feedId);
    return true;
  });
}

/** Writes the feed's row as it was, with the columns that the table has now. */
function insertRow(db: WritableDb, { row }: RemovedFeed): boolean {
  const stored = JSON.parse(row) as Record<string, SqlValue>;
  const columns = db.column<string>("SELECT name FROM pragma_table_info('feeds')").filter((name) => name in stored);
  const values = columns.map((name) => (name === 'folder_id' ? (db.value<number>('SELECT id FROM folders WHERE id = ?', stored[name] ?? null) ?? null) : (stored[name] ?? null)));
  return db.run(`INSERT OR IGNORE INTO feeds (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, ...values).changes === 1;
}

/** The unfollowed feed of an address that is still remembered. */
function findRemovedFeed(db: ReadableDb, feedUrl: string): FeedId | null {
  return db.value<FeedId>('SELECT id FROM removed_feeds WHERE feed_url = ? ORDER BY removed_at DESC LIMIT 1', feedUrl) ?? null;
}

/** Forgets feeds that were unfollowed before a moment (epoch milliseconds). */
export function forgetRemovedFeeds(db: WritableDb, before: number): void {
  db.run('DELETE FROM removed_feeds WHERE removed_at < ?', before);
}
