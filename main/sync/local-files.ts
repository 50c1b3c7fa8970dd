import { lstat, opendir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MOST_IMPORTED_FILES } from '../../contract/domain/file-import.ts';
import { DocbaoError, toReaderError, type ReaderError } from '../../contract/domain/result.ts';
import { isBeside, isReadable } from './local-file.ts';

/** Folders inside folders that are looked into. */
const MOST_DEPTH = 32;

/** A file to be read, or a folder that can't be. */
export interface FoundFile {
  readonly path: string;
  /** How it is named to the user. */
  readonly name: string;
  readonly error: ReaderError | null;
}

/** What was seen on the way. */
export interface Search {
  passedOver: number;
  wasCut: boolean;
}

/**
 * The files to be read among these paths, in an order that is always the same: files as they are given, folders with all that is
 * below them. Inside folders only what Docbao reads counts; hidden files, links, and what belongs to a saved page do not.
 */
export async function* findFiles(paths: readonly string[], search: Search): AsyncGenerator<FoundFile> {
  let count = 0;
  for (const path of paths) {
    for await (const found of filesOf(path, search)) {
      if (count >= MOST_IMPORTED_FILES) {
        search.wasCut = true;
        return;
      }
      count += 1;
      yield found;
    }
  }
}

async function* filesOf(path: string, search: Search): AsyncGenerator<FoundFile> {
  const name = basename(path) || path;
  try {
    // What the user names may be a link; what lies inside a folder may not.
    const found = await stat(path);
    if (!found.isDirectory()) yield { path, name, error: null };
    else yield* filesInside(path, name, 0, search);
  } catch (error) {
    yield { path, name, error: unreadable(name, error) };
  }
}

async function* filesInside(folder: string, name: string, depth: number, search: Search): AsyncGenerator<FoundFile> {
  const { files, folders } = await entriesOf(folder);
  for (const file of files) {
    if (!isReadable(file)) search.passedOver += 1;
    else yield { path: join(folder, file), name: `${name}/${file}`, error: null };
  }
  for (const inner of folders) {
    if (files.some((file) => isBeside(inner, file))) continue;
    const path = join(folder, inner);
    const isFolder = (await lstat(path).catch(() => null))?.isDirectory() === true;
    if (!isFolder || depth >= MOST_DEPTH) continue;
    try {
      yield* filesInside(path, `${name}/${inner}`, depth + 1, search);
    } catch (error) {
      yield { path, name: `${name}/${inner}`, error: unreadable(inner, error) };
    }
  }
}

async function entriesOf(folder: string): Promise<{ files: string[]; folders: string[] }> {
  const files: string[] = [];
  const folders: string[] = [];
  for await (const entry of await opendir(folder)) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isFile()) files.push(entry.name);
    else if (entry.isDirectory()) folders.push(entry.name);
  }
  const inOrder = (a: string, b: string): number => (a < b ? -1 : 1);
  return { files: files.sort(inOrder), folders: folders.sort(inOrder) };
}

function unreadable(name: string, error: unknown): ReaderError {
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  return toReaderError(new DocbaoError('file-unreadable', `${name} can't be read (${code}).`, { file: name }, error));
}
