import type { ArticleId, ReadingPosition } from '../../../contract/domain/article.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';

/** Where reading of an article stopped; null where nothing is kept. */
export function getReadingPosition(db: ReadableDb, id: ArticleId): ReadingPosition | null {
  return db.get<ReadingPosition>('SELECT paragraph, share FROM reading_positions WHERE article_id = ?', id) ?? null;
}

/** Keeps where reading stopped, or forgets it (null). An article that is gone is passed over. */
export function setReadingPosition(db: WritableDb, id: ArticleId, position: ReadingPosition | null, at: number): void {
  if (position === null) {
    db.run('DELETE FROM reading_positions WHERE article_id = ?', id);
    return;
  }
  db.run(
    'INSERT OR REPLACE INTO reading_positions SELECT id, ?, ?, ? FROM articles WHERE id = ?',
    position.paragraph,
    position.share,
    at,
    id,
  );
}
