import type { ArticleId } from '../../../contract/domain/article.ts';
import type { ArticleVersion, ArticleVersionSummary } from '../../../contract/domain/version.ts';
import { DocbaoError } from '../../../contract/domain/result.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';

/** Earlier versions that are kept of one article; the oldest go. */
export const MOST_VERSIONS = 20;

/**
 * Keeps what an article says now, because its source has changed it; belongs in the transaction that replaces the content. Not for
 * content that is only completed.
 */
export function keepVersion(db: WritableDb, articleId: ArticleId, at: number): void {
  db.run(
    `INSERT INTO article_versions (article_id, title, lede, html, text, replaced_at)
     SELECT a.id, a.title, a.lede, b.html, b.text, ? FROM articles a JOIN article_bodies b ON b.article_id = a.id WHERE a.id = ?`,
    at,
    articleId,
  );
  db.run(
    `DELETE FROM article_versions WHERE article_id = ?1 AND id NOT IN (
       SELECT id FROM article_versions WHERE article_id = ?1 ORDER BY replaced_at DESC, id DESC LIMIT ?2)`,
    articleId,
    MOST_VERSIONS,
  );
}

/** What an article said before, the latest first; empty where its source never changed it. */
export function listArticleVersions(db: ReadableDb, articleId: ArticleId): ArticleVersionSummary[] {
  return db.all<ArticleVersionSummary>(
    `SELECT id, article_id AS articleId, title, replaced_at AS replacedAt FROM article_versions
     WHERE article_id = ? ORDER BY replaced_at DESC, id DESC`,
    articleId,
  );
}

/** @throws {DocbaoError} `no-such-item` */
export function getArticleVersion(db: ReadableDb, id: number): ArticleVersion {
  const version = db.get<ArticleVersion>(
    'SELECT id, article_id AS articleId, title, lede, html, text, replaced_at AS replacedAt FROM article_versions WHERE id = ?',
    id,
  );
  if (!version) throw new DocbaoError('no-such-item', `There is no earlier version ${id} in this library.`, { id });
  return version;
}
