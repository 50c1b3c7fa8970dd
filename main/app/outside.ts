import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, shell } from 'electron';
import { DocbaoError } from '../../contract/domain/result.ts';
import type { AppInfo } from '../../contract/ipc/contract.ts';
import type { Revealed } from '../../contract/ipc/desktop-contract.ts';
import { checkedExternalUrl } from './external-links.ts';
import { interfaceLanguage } from './first-paint.ts';
import { logFolder } from './log.ts';

/** @throws {DocbaoError} `bad-address` where the address is not one that leaves Docbao */
export async function openOutside(address: string): Promise<void> {
  await shell.openExternal(checkedExternalUrl(address));
}

const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/**
 * Shows a folder in the system's file manager, or what is shipped of others in the system's own program for text.
 *
 * @throws {DocbaoError} `file-unreadable` where the system can't show it
 */
export async function reveal(what: Revealed, libraryFolder: string): Promise<void> {
  const path = pathOf(what, libraryFolder);
  const problem = await shell.openPath(path);
  if (problem !== '') throw new DocbaoError('file-unreadable', `${path} can't be shown: ${problem}.`, { file: path });
}

function pathOf(what: Revealed, libraryFolder: string): string {
  if (what === 'library') return libraryFolder;
  if (what === 'log') return logFolder(app.getPath('userData'));
  // A package has it beside the program, where the system can open it.
  return app.isPackaged ? join(process.resourcesPath, NOTICES) : fileURLToPath(new URL(`../${NOTICES}`, import.meta.url));
}

/** What the window is told of the program and the machine. */
export function appInfo(libraryFolder: string): AppInfo {
  const { platform } = process;
  return {
    version: app.getVersion(),
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    systemLanguage: interfaceLanguage('system', app.getPreferredSystemLanguages()),
    libraryFolder,
    engines: `Electron ${process.versions.electron}, Chromium ${process.versions.chrome}`,
  };
}
