import type { ArticleId, ArticleView, StatusChange } from '../../../contract/domain/article.ts';
import type { WritableDb } from '../connection.ts';
import { listArticleIds } from './lists.ts';

/** Applies a change of status to articles; ids that are gone are passed over. Answers how many rows changed. */
export function markArticles(db: WritableDb, ids: readonly ArticleId[], change: StatusChange, at: number): number {
  return db.transaction(() => {
    let changed = 0;
    const list = JSON.stringify(ids);
    if (change.isRead !== undefined) {
      changed += db.run(
        `UPDATE article_status SET is_read = ?1, read_at = CASE WHEN ?1 = 1 THEN ?2 END
         WHERE article_id IN (SELECT value FROM json_each(?3)) AND is_read <> ?1`,
        change.isRead ? 1 : 0,
        at,
        list,
      ).changes;
    }
    if (change.isStarred !== undefined) {
      changed += db.run(
        `UPDATE article_status SET is_starred = ?1, starred_at = CASE WHEN ?1 = 1 THEN ?2 END
         WHERE article_id IN (SELECT value FROM json_each(?3)) AND is_starred <> ?1`,
        change.isStarred ? 1 : 0,
        at,
        list,
      ).changes;
    }
    return changed;
  });
}

/** Marks a view's articles read, except those that arrived after `before`. Answers those it changed, for undo. */
export function markViewRead(db: WritableDb, view: ArticleView, before: number, at: number): ArticleId[] {
  return db.transaction(() => {
    const ids = db.column<ArticleId>(
      `SELECT a.id FROM json_each(?) ids JOIN articles a ON a.id = ids.value JOIN article_status s ON s.article_id = a.id
       WHERE s.is_read = 0 AND a.arrived_at <= ?`,
      JSON.stringify([...listArticleIds(db, view)]),
      before,
    );
    markArticles(db, ids, { isRead: true }, at);
    return ids;
  });
}
