import { isAbsolute } from 'node:path';
import type { ArticleSummary } from '../../contract/domain/article.ts';
import type { FileImportOutcome } from '../../contract/domain/file-import.ts';
import { DocbaoError, type Result } from '../../contract/domain/result.ts';
import { MAX_CLIP_CHARACTERS } from '../../contract/ipc/limits.ts';
import type { MainHandlers } from '../ipc/answer-call.ts';
import type { LibraryClient } from './library-client.ts';

type SavingHandlers = Pick<MainHandlers, 'files:saveDropped' | 'files:choose' | 'files:saveClipboard'>;

export interface SavingParts {
  readonly library: Pick<LibraryClient, 'call'>;
  /** The system's dialog for files or a folder: the paths that the user chose, none where they changed their mind. */
  ask(what: 'files' | 'folder'): Promise<readonly string[]>;
  readClipboard(): Promise<{ readonly text: string; readonly html: string }>;
}

/** Saves what the user dropped, chose in a dialog of the system, or has on the clipboard: nowhere else does a path come from. */
export function savingHandlers(parts: SavingParts): SavingHandlers {
  const saveFiles = async (paths: readonly string[]): Promise<FileImportOutcome> => valueOf(await parts.library.call('internal:saveFiles', { paths }));
  return {
    'files:saveDropped': ({ paths }) => {
      if (!paths.every((path) => isAbsolute(path))) throw new DocbaoError('bad-request', 'A dropped file has no whole path');
      return saveFiles(paths);
    },
    'files:choose': async ({ what }) => {
      const paths = await parts.ask(what);
      return paths.length === 0 ? null : saveFiles(paths);
    },
    'files:saveClipboard': () => saveClipboard(parts),
  };
}

async function saveClipboard({ library, readClipboard }: SavingParts): Promise<ArticleSummary | null> {
  const { text, html } = await readClipboard();
  if (text.length > MAX_CLIP_CHARACTERS || html.length > MAX_CLIP_CHARACTERS) throw new DocbaoError('too-large', 'There is more on the clipboard than an article has');
  const plain = text.trim();
  if (/^https?:\/\/\S{1,4000}$/i.test(plain)) return valueOf(await library.call('articles:savePage', { url: plain }));
  if (plain === '') return null;
  return valueOf(await library.call('files:saveClip', { text, html: html.trim() === '' ? null : html, url: null }));
}

/** @throws {DocbaoError} the error of the envelope */
function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new DocbaoError(result.error.kind, result.error.message, result.error.facts);
}
