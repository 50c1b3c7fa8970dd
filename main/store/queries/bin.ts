import type { ArticleId } from '../../../contract/domain/article.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { removeArticles } from './articles.ts';
import { touchArticles } from './revisions.ts';
import { editStatus, type EditedRows, type StatusEdit } from './status-edits.ts';

const DELETED: StatusEdit = { columns: ['deleted_at'], values: ['?1'], where: 'deleted_at IS NULL' };
const RESTORED: StatusEdit = { columns: ['deleted_at'], values: ['NULL'], where: 'deleted_at IS NOT NULL' };

function edit(db: WritableDb, which: StatusEdit, ids: readonly ArticleId[], at: number | null): EditedRows {
  return db.transaction(() => {
    const edited = editStatus(db, which, ids, at);
    touchArticles(db, edited.ids);
    const takeBack = (target: WritableDb): void =>
      target.transaction(() => {
        edited.takeBack(target);
        touchArticles(target, edited.ids);
      });
    return { ids: edited.ids, takeBack };
  });
}

/** Puts articles in the bin: no list but the bin's shows them, and the search index forgets them. */
export function binArticles(db: WritableDb, ids: readonly ArticleId[], at: number): EditedRows {
  return edit(db, DELETED, ids, at);
}

/** Takes articles out of the bin, as they were. */
export function restoreArticles(db: WritableDb, ids: readonly ArticleId[]): EditedRows {
  return edit(db, RESTORED, ids, null);
}

/** What is in the bin: all of it, or what was put there before a moment (epoch milliseconds). */
export function listBinned(db: ReadableDb, before: number = Number.MAX_SAFE_INTEGER): ArticleId[] {
  return db.column<ArticleId>('SELECT article_id FROM article_status WHERE deleted_at IS NOT NULL AND deleted_at < ?', before);
}

/** Removes articles for ever, those of them that are in the bin. Answers how many. */
export function eraseArticles(db: WritableDb, ids: readonly ArticleId[]): number {
  return db.transaction(() => {
    const binned = db.column<ArticleId>(
      'SELECT article_id FROM article_status WHERE deleted_at IS NOT NULL AND article_id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    );
    removeArticles(db, binned);
    return binned.length;
  });
}
