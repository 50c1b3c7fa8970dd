import { foldPrefix } from '../../../contract/domain/fold.ts';
import { assertNever } from '../../../contract/domain/result.ts';
import type { ReadableDb, SqlValue } from '../connection.ts';

/** What the search box can ask of articles besides their words. */
export type ArticleFilter =
  /** Of feeds whose title holds this; folded words. */
  | { readonly kind: 'feed'; readonly name: string }
  /** Of feeds in a folder whose title holds this, or in one of its folders; folded words. */
  | { readonly kind: 'folder'; readonly name: string }
  /** From this host or one below it. */
  | { readonly kind: 'site'; readonly host: string }
  | { readonly kind: 'status'; readonly status: 'unread' | 'read' | 'starred' }
  | { readonly kind: 'has'; readonly what: 'image' | 'audio' }
  /** BCP 47, lower case; `vi` includes `vi-vn`. */
  | { readonly kind: 'lang'; readonly lang: string }
  /** From `from`, before `to`; epoch milliseconds, null where there is no bound. */
  | { readonly kind: 'published'; readonly from: number | null; readonly to: number | null };

/** The ids of the articles that a filter lets through, in no particular order. */
export function listFilteredIds(db: ReadableDb, filter: ArticleFilter): Uint32Array {
  const { sql, params } = filterSql(db, filter);
  return Uint32Array.from(db.column<number>(sql, ...params));
}

/** The ids of all articles, newest first, wherever they are listed. */
export function listIdsByDate(db: ReadableDb): number[] {
  return db.column<number>('SELECT id FROM articles ORDER BY published_at DESC, id DESC');
}

/** The ids of the articles in the bin, ascending. */
export function listBinnedIds(db: ReadableDb): Uint32Array {
  return Uint32Array.from(db.column<number>('SELECT article_id FROM article_status WHERE deleted_at IS NOT NULL')).sort();
}

interface FilterSql {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

function filterSql(db: ReadableDb, filter: ArticleFilter): FilterSql {
  switch (filter.kind) {
    case 'feed':
      return articlesOfFeeds(namedRows(db, 'SELECT id, coalesce(custom_title, title) AS title FROM feeds', filter.name));
    case 'folder':
      return articlesOfFeeds(feedsInFolders(db, namedRows(db, 'SELECT id, title FROM folders', filter.name)));
    case 'site':
      return {
        sql: `SELECT id FROM articles WHERE url LIKE 'http%://' || ?1 || '/%' OR url LIKE 'http%://%.' || ?1 || '/%'`,
        params: [filter.host.replace(/[%_]/g, '')],
      };
    case 'status':
      return { sql: `SELECT article_id FROM article_status WHERE ${{ unread: 'is_read = 0', read: 'is_read = 1', starred: 'is_starred = 1' }[filter.status]}`, params: [] };
    case 'has':
      return filter.what === 'image'
        ? { sql: 'SELECT DISTINCT article_id FROM article_images WHERE asset IS NOT NULL', params: [] }
        : { sql: "SELECT DISTINCT article_id FROM article_enclosures WHERE mime_type LIKE 'audio/%'", params: [] };
    case 'lang':
      return { sql: "SELECT id FROM articles WHERE lower(lang) = ?1 OR lower(lang) LIKE ?1 || '-%'", params: [filter.lang] };
    case 'published':
      return {
        sql: 'SELECT id FROM articles WHERE published_at >= ? AND published_at < ?',
        params: [filter.from ?? Number.MIN_SAFE_INTEGER, filter.to ?? Number.MAX_SAFE_INTEGER],
      };
    default:
      return assertNever(filter);
  }
}

function articlesOfFeeds(feedIds: readonly number[]): FilterSql {
  return {
    sql: 'SELECT DISTINCT e.article_id FROM json_each(?) f JOIN feed_entries e ON e.feed_id = f.value WHERE e.article_id IS NOT NULL',
    params: [JSON.stringify(feedIds)],
  };
}

function feedsInFolders(db: ReadableDb, folderIds: readonly number[]): readonly number[] {
  return db.column<number>(
    `WITH RECURSIVE inside (id) AS (SELECT value FROM json_each(?) UNION SELECT f.id FROM folders f JOIN inside i ON f.parent_id = i.id)
     SELECT id FROM feeds WHERE folder_id IN (SELECT id FROM inside)`,
    JSON.stringify(folderIds),
  );
}

/** Names are few, and SQLite can't fold Vietnamese. */
function namedRows(db: ReadableDb, sql: string, name: string): readonly number[] {
  return db
    .all<{ id: number; title: string }>(sql)
    .filter(({ title }) => foldPrefix(title).replace(/\s+/gu, ' ').includes(name))
    .map(({ id }) => id);
}
