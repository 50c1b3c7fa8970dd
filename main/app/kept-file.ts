import { shell } from 'electron';
import { DocbaoError } from '../../contract/domain/result.ts';
import { assetPath } from './asset-files.ts';

/**
 * Opens a file of the library in the system's own program for it.
 *
 * @throws {DocbaoError} `file-unreadable`
 */
export async function openKeptFile(assetsFolder: string, name: string): Promise<void> {
  const path = assetPath(assetsFolder, name);
  const problem = path === null ? 'it is no file of the library' : await shell.openPath(path);
  if (problem !== '') throw new DocbaoError('file-unreadable', `The file could not be opened: ${problem}.`, { file: name });
}
