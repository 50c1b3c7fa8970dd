import type { ArticleId } from '../../../contract/domain/article.ts';
import type { WritableDb } from '../connection.ts';

/** An article's page as it came, Brotli-compressed: better extraction later needs no network. */
export interface StoredPage {
  readonly url: string;
  readonly contentType: string | null;
  readonly fetchedAt: number;
  readonly brotli: Uint8Array;
}

export function savePage(db: WritableDb, articleId: ArticleId, page: StoredPage): void {
  db.run('INSERT OR REPLACE INTO article_pages VALUES (?, ?, ?, ?, ?)', articleId, page.url, page.contentType, page.fetchedAt, page.brotli);
}
