import type { ArticleId } from '../../../contract/domain/article.ts';
import type { StoredEnclosure } from '../../../contract/domain/feed.ts';
import { DocbaoError } from '../../../contract/domain/result.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';

/** The files that an article's feed attaches, and which of them are kept. */
export function listEnclosures(db: ReadableDb, articleId: ArticleId): StoredEnclosure[] {
  return db.all<StoredEnclosure>(
    `SELECT e.position, e.url, e.mime_type AS mimeType, e.length, e.duration_seconds AS durationSeconds, e.title, e.asset, s.bytes AS storedBytes
     FROM article_enclosures e LEFT JOIN assets s ON s.name = e.asset WHERE e.article_id = ? ORDER BY e.position`,
    articleId,
  );
}

/** @throws {DocbaoError} `no-such-item` */
export function getEnclosure(db: ReadableDb, articleId: ArticleId, position: number): StoredEnclosure {
  const found = listEnclosures(db, articleId).find((enclosure) => enclosure.position === position);
  if (!found) throw new DocbaoError('no-such-item', `The article ${articleId} has no attached file ${position}.`, { id: articleId });
  return found;
}

/** Notes where an attached file is kept; its asset is there already. */
export function setEnclosureAsset(db: WritableDb, articleId: ArticleId, position: number, asset: string): void {
  db.run('UPDATE article_enclosures SET asset = ? WHERE article_id = ? AND position = ?', asset, articleId, position);
}
