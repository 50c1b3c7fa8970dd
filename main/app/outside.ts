import { app, shell } from 'electron';
import { DocbaoError } from '../../contract/domain/result.ts';
import type { AppInfo } from '../../contract/ipc/contract.ts';
import { checkedExternalUrl } from './external-links.ts';
import { interfaceLanguage } from './first-paint.ts';

/** @throws {DocbaoError} `bad-address` where the address is not one that leaves Docbao */
export async function openOutside(address: string): Promise<void> {
  await shell.openExternal(checkedExternalUrl(address));
}

/** @throws {DocbaoError} `library` where the system's file manager can't show it */
export async function revealFolder(folder: string): Promise<void> {
  const problem = await shell.openPath(folder);
  if (problem !== '') throw new DocbaoError('library', `The folder ${folder} can't be shown: ${problem}`, { folder });
}

/** What the window is told of the program and the machine. */
export function appInfo(libraryFolder: string): AppInfo {
  const { platform } = process;
  return {
    version: app.getVersion(),
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    systemLanguage: interfaceLanguage('system', app.getPreferredSystemLanguages()),
    libraryFolder,
  };
}
