import type { ArticleId } from '../../../contract/domain/article.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { editStatus, type EditedRows, type StatusEdit } from './status-edits.ts';

const SNOOZED: StatusEdit = { columns: ['snoozed_until'], values: ['?1'], where: 'deleted_at IS NULL' };
const WOKEN: StatusEdit = { columns: ['snoozed_until'], values: ['NULL'], where: 'snoozed_until IS NOT NULL' };

/** Hides articles until a moment (epoch milliseconds), or brings them back as they are (null). */
export function snoozeArticles(db: WritableDb, ids: readonly ArticleId[], until: number | null): EditedRows {
  return db.transaction(() => editStatus(db, until === null ? WOKEN : SNOOZED, ids, until));
}

/** Brings back what was snoozed until now: unread, out of the archive, and on top of the lists. Answers which articles that were. */
export function wakeArticles(db: WritableDb, now: number): ArticleId[] {
  return db.transaction(() => {
    const ids = db.column<ArticleId>('SELECT article_id FROM article_status WHERE snoozed_until <= ? AND deleted_at IS NULL', now);
    db.run(
      `UPDATE article_status SET snoozed_until = NULL, is_read = 0, read_at = NULL, is_archived = 0, archived_at = NULL, sort_at = ?
       WHERE article_id IN (SELECT value FROM json_each(?))`,
      now,
      JSON.stringify(ids),
    );
    return ids;
  });
}

/** When the next snoozed article comes back, epoch milliseconds; null where none is snoozed. */
export function getNextWaking(db: ReadableDb): number | null {
  return db.value<number>('SELECT snoozed_until FROM article_status WHERE snoozed_until IS NOT NULL AND deleted_at IS NULL ORDER BY snoozed_until LIMIT 1') ?? null;
}
