import type { ArticleId } from '../../../contract/domain/article.ts';
import type { ReadableDb } from '../connection.ts';

/** What a search result shows a piece of. */
export interface SearchText {
  readonly id: ArticleId;
  readonly lede: string | null;
  readonly text: string;
}

/** Ledes and texts of some articles, in any order; ids that are gone are left out. */
export function listSearchTexts(db: ReadableDb, ids: readonly ArticleId[]): SearchText[] {
  return db.all<SearchText>(
    'SELECT a.id, a.lede, b.text FROM json_each(?) ids JOIN articles a ON a.id = ids.value JOIN article_bodies b ON b.article_id = a.id',
    JSON.stringify(ids),
  );
}
