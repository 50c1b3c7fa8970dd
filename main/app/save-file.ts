import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DocbaoError } from '../../contract/domain/result.ts';

/** Asks the user where a file goes: Electron's `dialog.showSaveDialog`, on a window. */
export type AskWhere = (suggestedName: string) => Promise<{ readonly canceled: boolean; readonly filePath: string }>;

/**
 * Writes a text or bytes where the user says. Only the user's own choice in the system's dialog is a path: what the window sent is a
 * name. Answers the name of the file, null where the user changed their mind.
 *
 * @throws {DocbaoError} `disk-full`; `file-unwritable` where the file can't be written
 */
export async function saveFile(askWhere: AskWhere, suggestedName: string, content: string | Uint8Array): Promise<string | null> {
  const { canceled, filePath } = await askWhere(suggestedName);
  if (canceled || filePath === '') return null;
  const name = basename(filePath);
  try {
    await writeFile(filePath, content);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw new DocbaoError('disk-full', `The disk is full: ${name} was not saved`, { name }, error);
    throw new DocbaoError('file-unwritable', `${name} can't be written (${code})`, { name }, error);
  }
  return name;
}

/** Names that Windows keeps for devices, whatever follows the dot. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A title as a file's name on every system. */
export function fileNameOf(title: string, extension: string): string {
  const plain = title.replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 100).replace(/^[.\s]+|[.\s]+$/g, '');
  return `${plain === '' || DEVICES.test(plain) ? 'Docbao' : plain}.${extension}`;
}
