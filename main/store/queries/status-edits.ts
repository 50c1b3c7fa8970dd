import type { ArticleId } from '../../../contract/domain/article.ts';
import type { SqlValue, WritableDb } from '../connection.ts';
import type { TakeBack } from './undo.ts';

/** One change to rows of `article_status`, as SQL. */
export interface StatusEdit {
  /** The columns it writes: what is kept of them is the way back. */
  readonly columns: readonly string[];
  /** Their new values, in the same order; `?1` is `value`. */
  readonly values: readonly string[];
  /** Which rows it changes at all. */
  readonly where: string;
}

export interface EditedRows {
  readonly ids: readonly ArticleId[];
  readonly takeBack: TakeBack;
}

/** Applies an edit to those of the articles that it changes, and remembers what their columns held. Must run in a transaction. */
export function editStatus(db: WritableDb, edit: StatusEdit, ids: readonly ArticleId[], value: SqlValue): EditedRows {
  const before = db.column<string>(
    `SELECT json_array(article_id, ${edit.columns.join(', ')}) FROM article_status
     WHERE article_id IN (SELECT value FROM json_each(?)) AND ${edit.where}`,
    JSON.stringify(ids),
  );
  const changed = before.map((row) => Number(row.slice(1, row.indexOf(','))));
  const assignments = edit.columns.map((column, at) => `${column} = ${edit.values[at]}`);
  // An edit that sets nothing to `value` must name it all the same: SQLite counts values.
  db.run(
    `UPDATE article_status SET ${assignments.join(', ')} WHERE ?1 IS ?1 AND article_id IN (SELECT value FROM json_each(?2))`,
    value,
    JSON.stringify(changed),
  );
  return { ids: changed, takeBack: (target) => restore(target, edit.columns, before) };
}

function restore(db: WritableDb, columns: readonly string[], rows: readonly string[]): void {
  const assignments = columns.map((column, at) => `${column} = b.value ->> ${at + 1}`);
  db.run(`UPDATE article_status SET ${assignments.join(', ')} FROM json_each(?) b WHERE article_id = b.value ->> 0`, `[${rows.join(',')}]`);
}
