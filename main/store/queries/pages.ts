import type { ArticleId } from '../../../contract/domain/article.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';

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

/** The page that an article was extracted from; null where none is stored. */
export function getStoredPage(db: ReadableDb, articleId: ArticleId): StoredPage | null {
  return (
    db.get<StoredPage>('SELECT url, content_type AS contentType, fetched_at AS fetchedAt, brotli FROM article_pages WHERE article_id = ?', articleId) ?? null
  );
}

/** The articles whose pages are stored. */
export function listStoredPageIds(db: ReadableDb): ArticleId[] {
  return db.column<ArticleId>('SELECT article_id FROM article_pages ORDER BY article_id');
}
