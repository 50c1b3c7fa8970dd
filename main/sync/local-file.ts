import { lstat, open, opendir, realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { DocbaoError } from '../../contract/domain/result.ts';
import { MAX_DROPPED_BYTES } from '../../contract/ipc/limits.ts';

/** The largest archive that is read: it holds the page's pictures, too. */
export const MAX_ARCHIVE_BYTES = 100 * 1024 * 1024;
/** Largest picture beside a page that is taken. */
const MAX_PICTURE_BYTES = 20 * 1024 * 1024;
/** Files that lie beside a saved page; more is not a page's folder. */
const MOST_BESIDE = 3000;
const MOST_DEPTH = 4;

const PAGE = /\.(?:html?|xhtml)$/i;
const ARCHIVE = /\.mht(?:ml)?$/i;
const TEXT = /\.(?:txt|text|md|markdown)$/i;

/** Whether a file's name is that of something Docbao can read as an article. */
export function isReadable(name: string): boolean {
  return PAGE.test(name) || ARCHIVE.test(name) || TEXT.test(name);
}

export function isArchive(name: string): boolean {
  return ARCHIVE.test(name);
}

/** Whether a name is that of a page with markup, alone or as an archive. */
export function isPage(name: string): boolean {
  return PAGE.test(name) || ARCHIVE.test(name);
}

/**
 * A file's bytes, as many as Docbao takes.
 *
 * @throws {DocbaoError} `file-unreadable`, `too-large`
 */
export async function readLocalFile(path: string): Promise<Uint8Array> {
  return readBounded(path, ARCHIVE.test(path) ? MAX_ARCHIVE_BYTES : MAX_DROPPED_BYTES);
}

async function readBounded(path: string, most: number): Promise<Uint8Array> {
  const file = basename(path);
  try {
    const handle = await open(path);
    try {
      const found = await handle.stat();
      // A pipe or a device has no end.
      if (!found.isFile()) throw new DocbaoError('file-unreadable', `${file} is not a file.`, { file });
      if (found.size > most) throw new DocbaoError('too-large', `The file is larger than ${most / 1024 / 1024} MB.`, { file });
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof DocbaoError) throw error;
    throw new DocbaoError('file-unreadable', `The file can't be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`, { file }, error);
  }
}

/**
 * Whether a folder's name is that of the folder which browsers make beside a saved page: `page_files`, `page.files`,
 * `page-Dateien`, `page_tệp`.
 */
export function isBeside(folder: string, page: string): boolean {
  const stem = page.replace(/\.[^.]+$/, '').normalize('NFC').toLowerCase();
  const name = folder.normalize('NFC').toLowerCase();
  return PAGE.test(page) && name.startsWith(stem) && /^[_.-]\p{L}[\p{L}\p{M} ]{2,20}$/u.test(name.slice(stem.length));
}

/** What was saved with a page: the paths of the files in its folder, from the page's own folder, with slashes. */
export async function listBeside(page: string): Promise<string[]> {
  if (!PAGE.test(page)) return [];
  const found: string[] = [];
  const folder = dirname(page);
  for (const name of await foldersIn(folder)) if (isBeside(name, basename(page))) await collect(folder, name, 0, found);
  return found;
}

async function foldersIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const entry of await opendir(folder).catch(() => [])) if (entry.isDirectory()) names.push(entry.name);
  return names;
}

/** Links are not followed: what they lead to did not come with the page. */
async function collect(root: string, path: string, depth: number, found: string[]): Promise<void> {
  for await (const entry of await opendir(join(root, path)).catch(() => [])) {
    if (found.length >= MOST_BESIDE) return;
    const inner = `${path}/${entry.name}`;
    if (entry.isFile()) found.push(inner);
    else if (entry.isDirectory() && depth < MOST_DEPTH) await collect(root, inner, depth + 1, found);
  }
}

/** The bytes of a file that `listBeside` named; null where it is no such file any more. */
export async function readBeside(page: string, path: string): Promise<Uint8Array | null> {
  const folder = dirname(page);
  const file = join(folder, path);
  const [top = ''] = path.split('/');
  try {
    const inside = (await realpath(join(folder, top))) + sep;
    const isInside = (await realpath(file)).startsWith(inside) && (await lstat(file)).isFile();
    return isInside ? await readBounded(file, MAX_PICTURE_BYTES) : null;
  } catch {
    return null;
  }
}
