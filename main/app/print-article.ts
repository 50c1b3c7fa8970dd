import { BrowserWindow } from 'electron';
import type { WebContents } from 'electron';
import type { AskWhere } from './save-file.ts';
import { fileNameOf, saveFile } from './save-file.ts';

/** Margins of a page, in inches. */
const MARGIN = 0.8;

/**
 * Has an article's document by itself, without the window around it, in a hidden window as walled as the other one.
 * `work` gets its contents once its images are there.
 */
async function withArticle<Value>(address: string, work: (contents: WebContents) => Promise<Value>): Promise<Value> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false, javascript: false },
  });
  try {
    await window.loadURL(`${address}?paper`);
    return await work(window.webContents);
  } finally {
    window.destroy();
  }
}

/**
 * Saves the article as a PDF on A4, in the colours of paper, where the user says. Answers the file's name, null where the
 * user changed their mind.
 *
 * @throws {DocbaoError} `disk-full`, `file-unwritable`
 */
export async function savePdf(askWhere: AskWhere, address: string): Promise<string | null> {
  return withArticle(address, async (contents) => {
    const margins = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN };
    const bytes = await contents.printToPDF({ pageSize: 'A4', margins, printBackground: false, generateTaggedPDF: true });
    return saveFile(askWhere, fileNameOf(contents.getTitle(), 'pdf'), bytes);
  });
}

/** Opens the system's print dialog on the article. Resolves when it was printed or cancelled. */
export async function printArticle(address: string): Promise<void> {
  await withArticle(address, (contents) => new Promise<void>((resolve) => contents.print({}, () => resolve())));
}
