import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ShareMenu, app, clipboard } from 'electron';
import type { BrowserWindow } from 'electron';
import type { ArticleHandlers, ArticleHandlerParts } from './article-handlers.ts';
import { articleHandlers } from './article-handlers.ts';

interface SharingParts extends Pick<ArticleHandlerParts, 'library' | 'askWhere' | 'language'> {
  /** What the pointer carries. */
  readonly iconFile: string;
  window(): BrowserWindow | null;
}

let folder: string | null = null;

/** A folder for what is dragged out of the window; gone when Docbao ends. */
function temporaryFolder(): string {
  if (folder !== null) return folder;
  const made = mkdtempSync(join(app.getPath('temp'), 'docbao-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  folder = made;
  return made;
}

/** Articles as files and on their way to others, with what the system offers for it: only a Mac has a menu of its own to share by. */
export function sharingHandlers({ iconFile, window, ...parts }: SharingParts): ArticleHandlers {
  return articleHandlers({
    ...parts,
    temporaryFolder,
    startDrag: (file) => window()?.webContents.startDrag({ file, icon: iconFile }),
    share: process.platform === 'darwin' ? ({ title, url }) => new ShareMenu({ texts: [title], urls: [url] }).popup() : null,
    // A promise in newer Electrons, nothing in older ones.
    copyText: async (text) => Promise.resolve(clipboard.writeText(text)),
  });
}
