import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DocbaoError } from '../../contract/domain/result.ts';
import { connect, type ReadableDb, type WritableDb } from './connection.ts';
import { migrateLibrary } from './migrations/index.ts';

/** The library's one source of truth, opened. */
export interface Store {
  /** Reads what is committed; cannot write. */
  readonly read: ReadableDb;
  /** Writes; reads through it see its own open transaction. */
  readonly write: WritableDb;
  /** Grows whenever another connection, of this process or another, commits something. */
  dataVersion(): number;
  readonly file: string;
  close(): void;
}

/** Like `mkdir -p`; Node's own never comes back where a parent can't hold folders (`/proc/x`). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

/** Where things lie in a library folder. */
export function libraryPaths(folder: string): { readonly database: string; readonly index: string; readonly assets: string } {
  return { database: join(folder, 'library.sqlite'), index: join(folder, 'index.sqlite'), assets: join(folder, 'assets') };
}

/**
 * Opens the library in `folder`, creating and migrating it where needed.
 *
 * @throws {DocbaoError} `library` where the folder can't be made, or the file is damaged or of a newer Docbao.
 */
export function openStore(folder: string): Store {
  const file = libraryPaths(folder).database;
  try {
    makeFolder(resolve(folder));
  } catch (error) {
    throw new DocbaoError('library', `The library folder ${folder} can't be created: ${(error as Error).message}`, { folder }, error);
  }
  const writer = connect(file, { readonly: false });
  try {
    migrateLibrary(writer.db);
    const reader = connect(file, { readonly: true });
    return {
      read: reader.db,
      write: writer.db,
      dataVersion: () => writer.db.value<number>('PRAGMA data_version') ?? 0,
      file,
      close() {
        reader.close();
        writer.close();
      },
    };
  } catch (error) {
    writer.close();
    throw error;
  }
}

/**
 * Opens only the read side of a library that exists already; for the search worker.
 *
 * @throws {DocbaoError} `library`
 */
export function openReadableStore(folder: string): { readonly read: ReadableDb; close(): void } {
  const reader = connect(libraryPaths(folder).database, { readonly: true });
  return { read: reader.db, close: reader.close };
}

export type { ReadableDb, WritableDb } from './connection.ts';
export * from './queries/arranging.ts';
export * from './queries/articles.ts';
export * from './queries/assets.ts';
export * from './queries/bin.ts';
export * from './queries/checks.ts';
export * from './queries/enclosures.ts';
export * from './queries/entries.ts';
export * from './queries/feed-health.ts';
export * from './queries/feeds.ts';
export * from './queries/file-imports.ts';
export * from './queries/folders.ts';
export * from './queries/highlights.ts';
export * from './queries/lists.ts';
export * from './queries/pages.ts';
export * from './queries/positions.ts';
export * from './queries/recent-searches.ts';
export * from './queries/revisions.ts';
export * from './queries/rules.ts';
export * from './queries/saved-searches.ts';
export * from './queries/search-extras.ts';
export * from './queries/search-filters.ts';
export * from './queries/search-texts.ts';
export * from './queries/settings.ts';
export * from './queries/snoozes.ts';
export * from './queries/statuses.ts';
export * from './queries/stories.ts';
export * from './queries/subscribing.ts';
export * from './queries/tags.ts';
export * from './queries/versions.ts';
export type { TakeBack } from './queries/undo.ts';
export * from './queries/work.ts';
