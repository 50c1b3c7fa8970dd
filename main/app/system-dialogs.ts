import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Language } from '../../contract/words/index.ts';
import { openOptions } from './open-files.ts';

/** Asks where a file goes, in the system's dialog; the user's documents unless they say otherwise. */
export async function askWhere(window: BrowserWindow | null, suggestedName: string): Promise<{ canceled: boolean; filePath: string }> {
  const extension = suggestedName.slice(suggestedName.lastIndexOf('.') + 1);
  const options = { defaultPath: join(app.getPath('documents'), suggestedName), filters: [{ name: extension.toUpperCase(), extensions: [extension] }] };
  return window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options);
}

/** Asks for files or a folder in the system's dialog; none where the user changed their mind. */
export async function askForFiles(window: BrowserWindow | null, what: 'files' | 'folder', language: Language): Promise<readonly string[]> {
  const options = openOptions(what, language);
  const { canceled, filePaths } = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  return canceled ? [] : filePaths;
}
