import type { ArticleId } from '../../../contract/domain/article.ts';
import type { FeedId } from '../../../contract/domain/feed.ts';
import type { ReadableDb } from '../connection.ts';

/** The words of an article: what is searched and what a search result shows a piece of. */
export interface SearchText {
  readonly id: ArticleId;
  readonly title: string;
  readonly lede: string | null;
  readonly byline: string | null;
  readonly text: string;
}

/** The words of some articles, in any order; ids that are gone are left out. */
export function listSearchTexts(db: ReadableDb, ids: readonly ArticleId[]): SearchText[] {
  return db.all<SearchText>(
    'SELECT a.id, a.title, a.lede, a.byline, b.text FROM json_each(?) ids JOIN articles a ON a.id = ids.value JOIN article_bodies b ON b.article_id = a.id',
    JSON.stringify(ids),
  );
}

/** The bodies of some articles in UTF-8, as they lie in the file: most of each is never looked at. Ids that are gone are left out. */
export function listBodiesInUtf8(db: ReadableDb, ids: readonly ArticleId[]): { readonly id: ArticleId; readonly text: Buffer }[] {
  return db.all('SELECT article_id AS id, CAST(text AS BLOB) AS text FROM json_each(?) ids JOIN article_bodies ON article_id = ids.value', JSON.stringify(ids));
}

/** The ids of all articles that are not in the bin, ascending. */
export function listSearchableIds(db: ReadableDb): ArticleId[] {
  return db.column<ArticleId>('SELECT article_id FROM article_status WHERE deleted_at IS NULL ORDER BY article_id');
}

/** Every byline of the library once, the most frequent first. */
export function listBylines(db: ReadableDb): string[] {
  return db.column<string>("SELECT byline FROM articles WHERE byline <> '' GROUP BY byline ORDER BY count(*) DESC, byline LIMIT 5000");
}

/** The feeds' names as the user sees them. */
export function listFeedTitles(db: ReadableDb): ReadonlyMap<FeedId, string> {
  return new Map(db.all<{ id: FeedId; title: string }>('SELECT id, coalesce(custom_title, title) AS title FROM feeds ORDER BY id').map(({ id, title }) => [id, title]));
}

/** What search results are counted by. */
export interface FacetRow {
  readonly id: ArticleId;
  readonly feedId: FeedId | null;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
}

export function listFacetRows(db: ReadableDb): FacetRow[] {
  return db.all<FacetRow>('SELECT id, feed_id AS feedId, published_at AS publishedAt FROM articles');
}
