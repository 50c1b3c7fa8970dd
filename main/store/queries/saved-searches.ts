import type { SavedSearch, SavedSearchId } from '../../../contract/domain/saved-search.ts';
import { DocbaoError } from '../../../contract/domain/result.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import type { TakeBack } from './undo.ts';

type SearchRow = Omit<SavedSearch, 'notifies'> & { readonly notifies: number };

/** Every saved search, in the order of their places. */
export function listSavedSearches(db: ReadableDb): SavedSearch[] {
  return db.all<SearchRow>('SELECT id, name, query, notifies FROM saved_searches ORDER BY position, id').map((row) => ({ ...row, notifies: row.notifies === 1 }));
}

export function addSavedSearch(db: WritableDb, name: string, query: string): SavedSearch {
  const id = db.run(
    'INSERT INTO saved_searches (name, query, position) SELECT ?, ?, coalesce(max(position), 0) + 1 FROM saved_searches',
    name.normalize('NFC'),
    query.normalize('NFC'),
  ).lastInsertRowid;
  return { id, name: name.normalize('NFC'), query: query.normalize('NFC'), notifies: false };
}

/** @throws {DocbaoError} `no-such-item` */
export function changeSavedSearch(db: WritableDb, id: SavedSearchId, { name, query, notifies }: Partial<Omit<SavedSearch, 'id'>>): void {
  const { changes } = db.run(
    'UPDATE saved_searches SET name = coalesce(?, name), query = coalesce(?, query), notifies = coalesce(?, notifies) WHERE id = ?',
    name?.normalize('NFC') ?? null,
    query?.normalize('NFC') ?? null,
    notifies === undefined ? null : Number(notifies),
    id,
  );
  if (changes === 0) throw new DocbaoError('no-such-item', `There is no saved search ${id} in this library.`, { id });
}

/** Removes a saved search; null where there is none. */
export function removeSavedSearch(db: WritableDb, id: SavedSearchId): TakeBack | null {
  const row = db.get<SearchRow & { position: number }>('DELETE FROM saved_searches WHERE id = ? RETURNING id, name, query, notifies, position', id);
  if (row === undefined) return null;
  return (target) => void target.run('INSERT OR IGNORE INTO saved_searches (id, name, query, notifies, position) VALUES (?, ?, ?, ?, ?)', row.id, row.name, row.query, row.notifies, row.position);
}

/** Puts saved searches in this order, before those that are not named. */
export function arrangeSavedSearches(db: WritableDb, ids: readonly SavedSearchId[]): void {
  arrange(db, 'saved_searches', ids);
}

/** Numbers the rows of a table that has places: those named in their order, then the others as they were. */
export function arrange(db: WritableDb, table: 'saved_searches' | 'rules', ids: readonly number[]): void {
  db.transaction(() => {
    const others = db.column<number>(`SELECT id FROM ${table} WHERE id NOT IN (SELECT value FROM json_each(?)) ORDER BY position, id`, JSON.stringify(ids));
    [...ids, ...others].forEach((id, at) => db.run(`UPDATE ${table} SET position = ? WHERE id = ?`, at + 1, id));
  });
}
