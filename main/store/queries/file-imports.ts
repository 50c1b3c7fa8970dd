import type { ReadableDb, WritableDb } from '../connection.ts';

const KEY = 'file-imports';

/** Files and folders that are being taken in, and how many of their files are dealt with. */
export interface PendingFileImport {
  readonly paths: readonly string[];
  readonly done: number;
}

/** Notes what is still to be taken in, so that it outlives a quit or a crash. */
export function setFileImports(db: WritableDb, pending: readonly PendingFileImport[]): void {
  if (pending.length === 0) db.run('DELETE FROM meta WHERE key = ?', KEY);
  else db.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', KEY, JSON.stringify(pending));
}

/** What an earlier run left undone, in the order it was asked for. */
export function getFileImports(db: ReadableDb): readonly PendingFileImport[] {
  const stored = db.value<string>('SELECT value FROM meta WHERE key = ?', KEY);
  return stored === undefined ? [] : (JSON.parse(stored) as PendingFileImport[]);
}
