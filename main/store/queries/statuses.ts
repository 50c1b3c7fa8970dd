import type { ArticleId, ArticleView, StatusChange } from '../../../contract/domain/article.ts';
import type { WritableDb } from '../connection.ts';
import { listArticleIds } from './lists.ts';
import { editStatus, type EditedRows, type StatusEdit } from './status-edits.ts';
import type { TakeBack } from './undo.ts';

const READ: StatusEdit = { columns: ['is_read', 'read_at'], values: ['1', '?1'], where: 'is_read = 0' };
const UNREAD: StatusEdit = { columns: ['is_read', 'read_at'], values: ['0', 'NULL'], where: 'is_read = 1' };
const STARRED: StatusEdit = { columns: ['is_starred', 'starred_at'], values: ['1', '?1'], where: 'is_starred = 0' };
const UNSTARRED: StatusEdit = { columns: ['is_starred', 'starred_at'], values: ['0', 'NULL'], where: 'is_starred = 1' };
/** Who archives is done with it: it is read, and waits for nothing. */
const ARCHIVED: StatusEdit = {
  columns: ['is_archived', 'archived_at', 'is_read', 'read_at', 'queued_at', 'snoozed_until'],
  values: ['1', '?1', '1', 'coalesce(read_at, ?1)', 'NULL', 'NULL'],
  where: 'is_archived = 0',
};
const UNARCHIVED: StatusEdit = { columns: ['is_archived', 'archived_at'], values: ['0', 'NULL'], where: 'is_archived = 1' };
/** What is to be read later is not done with. */
const QUEUED: StatusEdit = { columns: ['queued_at', 'is_archived', 'archived_at'], values: ['?1', '0', 'NULL'], where: 'queued_at IS NULL' };
const UNQUEUED: StatusEdit = { columns: ['queued_at'], values: ['NULL'], where: 'queued_at IS NOT NULL' };

function editsOf({ isRead, isStarred, isArchived, isQueued }: StatusChange): StatusEdit[] {
  const chosen = (value: boolean | undefined, on: StatusEdit, off: StatusEdit): StatusEdit[] => (value === undefined ? [] : [value ? on : off]);
  return [
    ...chosen(isArchived, ARCHIVED, UNARCHIVED),
    ...chosen(isQueued, QUEUED, UNQUEUED),
    ...chosen(isStarred, STARRED, UNSTARRED),
    ...chosen(isRead, READ, UNREAD),
  ];
}

/** What a change of status did. */
export interface Marked {
  /** The articles that it changed. */
  readonly ids: readonly ArticleId[];
  /** How many statuses changed in all: an article may have changed twice. */
  readonly changes: number;
  /** Null where nothing changed. */
  readonly takeBack: TakeBack | null;
}

function summed(edited: readonly EditedRows[]): Marked {
  const changed = edited.filter(({ ids }) => ids.length > 0);
  return {
    ids: [...new Set(changed.flatMap(({ ids }) => ids))],
    changes: changed.reduce((sum, { ids }) => sum + ids.length, 0),
    takeBack: changed.length === 0 ? null : (db) => db.transaction(() => changed.toReversed().forEach(({ takeBack }) => takeBack(db))),
  };
}

/** Applies a change of status to articles; ids that are gone are passed over. */
export function changeStatus(db: WritableDb, ids: readonly ArticleId[], change: StatusChange, at: number): Marked {
  return db.transaction(() => summed(editsOf(change).map((edit) => editStatus(db, edit, ids, at))));
}

/** The same for who needs no way back. Answers how many statuses changed. */
export function markArticles(db: WritableDb, ids: readonly ArticleId[], change: StatusChange, at: number): number {
  return changeStatus(db, ids, change, at).changes;
}

/** Which articles of a view are marked read; times are epoch milliseconds. */
export interface ReadLimits {
  /** Those that arrived later stay as they are. */
  readonly before: number;
  /** Those that are as new as this, or newer, stay as they are. */
  readonly olderThan?: number;
}

/** Marks a view's articles read, within limits. */
export function markViewRead(db: WritableDb, view: ArticleView, { before, olderThan }: ReadLimits, at: number): Marked {
  return db.transaction(() => {
    const ids = db.column<ArticleId>(
      `SELECT a.id FROM json_each(?) ids JOIN articles a ON a.id = ids.value JOIN article_status s ON s.article_id = a.id
       WHERE s.is_read = 0 AND a.arrived_at <= ? AND s.sort_at < ?`,
      JSON.stringify([...listArticleIds(db, view)]),
      before,
      olderThan ?? Number.MAX_SAFE_INTEGER,
    );
    return changeStatus(db, ids, { isRead: true }, at);
  });
}
