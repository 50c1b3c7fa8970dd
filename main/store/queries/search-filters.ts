import { eachWord, foldPrefix } from '../../../contract/domain/fold.ts';
import { assertNever } from '../../../contract/domain/result.ts';
import type { ReadableDb, SqlValue } from '../connection.ts';

/** A status that an article has or has not. */
export type FilteredStatus = 'unread' | 'read' | 'starred' | 'archived' | 'highlighted' | 'queued' | 'snoozed';

/** What an article may hold besides its words. */
export type FilteredPossession = 'image' | 'audio' | 'note' | 'highlight' | 'tag';

/** What the search box can ask of articles besides their words. */
export type ArticleFilter =
  /**
   * Of feeds whose title holds this, in a folder whose title does or one of its folders, with a tag whose name does; folded words.
   * `isWhole`: where a name is exactly this, only that one is meant.
   */
  | { readonly kind: 'feed' | 'folder' | 'tag'; readonly name: string; readonly isWhole: boolean }
  /** From this host or one below it. */
  | { readonly kind: 'site'; readonly host: string }
  | { readonly kind: 'status'; readonly status: FilteredStatus }
  | { readonly kind: 'has'; readonly what: FilteredPossession }
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

/** The ids of all articles, longest first, wherever they are listed. */
export function listIdsByLength(db: ReadableDb): number[] {
  return db.column<number>('SELECT id FROM articles ORDER BY word_count DESC, id DESC');
}

/** The ids of the articles in the bin, ascending. */
export function listBinnedIds(db: ReadableDb): Uint32Array {
  return Uint32Array.from(db.column<number>('SELECT article_id FROM article_status WHERE deleted_at IS NOT NULL')).sort();
}

interface FilterSql {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

const STATUSES: Readonly<Record<FilteredStatus, string>> = {
  unread: 'SELECT article_id FROM article_status WHERE is_read = 0',
  read: 'SELECT article_id FROM article_status WHERE is_read = 1',
  starred: 'SELECT article_id FROM article_status WHERE is_starred = 1',
  archived: 'SELECT article_id FROM article_status WHERE is_archived = 1',
  highlighted: 'SELECT DISTINCT article_id FROM highlights',
  queued: 'SELECT article_id FROM article_status WHERE queued_at IS NOT NULL',
  snoozed: 'SELECT article_id FROM article_status WHERE snoozed_until IS NOT NULL',
};

const POSSESSIONS: Readonly<Record<FilteredPossession, string>> = {
  image: 'SELECT DISTINCT article_id FROM article_images WHERE asset IS NOT NULL',
  audio: "SELECT DISTINCT article_id FROM article_enclosures WHERE mime_type LIKE 'audio/%'",
  note: "SELECT DISTINCT article_id FROM highlights WHERE note <> ''",
  highlight: 'SELECT DISTINCT article_id FROM highlights',
  tag: 'SELECT DISTINCT article_id FROM article_tags',
};

function filterSql(db: ReadableDb, filter: ArticleFilter): FilterSql {
  switch (filter.kind) {
    case 'feed':
      return articlesOfFeeds(namedRows(db, 'SELECT id, coalesce(custom_title, title) AS title FROM feeds', filter));
    case 'folder':
      return articlesOfFeeds(feedsInFolders(db, namedRows(db, 'SELECT id, title FROM folders', filter)));
    case 'tag':
      return {
        sql: 'SELECT DISTINCT a.article_id FROM json_each(?) t JOIN article_tags a ON a.tag_id = t.value',
        params: [JSON.stringify(namedRows(db, 'SELECT id, name AS title FROM tags', filter))],
      };
    case 'site':
      return {
        sql: `SELECT id FROM articles WHERE url LIKE 'http%://' || ?1 || '/%' OR url LIKE 'http%://%.' || ?1 || '/%'`,
        params: [filter.host.replace(/[%_]/g, '')],
      };
    case 'status':
      return { sql: STATUSES[filter.status], params: [] };
    case 'has':
      return { sql: POSSESSIONS[filter.what], params: [] };
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
function namedRows(db: ReadableDb, sql: string, { name, isWhole }: { readonly name: string; readonly isWhole: boolean }): readonly number[] {
  const rows = db.all<{ id: number; title: string }>(sql).map(({ id, title }) => ({ id, words: foldedWords(title) }));
  const whole = isWhole ? rows.filter(({ words }) => words === name) : [];
  return (whole.length > 0 ? whole : rows.filter(({ words }) => words.includes(name))).map(({ id }) => id);
}

/** A name as the query language compares it: its words, folded, with one space between them. */
function foldedWords(text: string): string {
  const words: string[] = [];
  eachWord(text, (word) => words.push(foldPrefix(word)));
  return words.join(' ');
}
