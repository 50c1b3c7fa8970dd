import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeUpPage } from '../integration/saving/made-up-page.ts';
import { drawPng } from '../servers/drawn-png.ts';
import { chromePage } from '../unit/archive/archives.ts';
import { PATIENCE, openReader, temporaryFolder, type Reader } from './driver.ts';

/** Drops files and folders of the disk on the window, as the system does. */
async function dropPaths(reader: Reader, ...files: readonly string[]): Promise<void> {
  const client = await reader.page.context().newCDPSession(reader.page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver'] as const) await client.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  await reader.page.locator('.drop-zone').waitFor();
  for (const type of ['dragOver', 'drop'] as const) await client.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  await client.detach();
}

/** Pastes while nothing that takes text has the focus. */
async function paste(reader: Reader, text: string, html = ''): Promise<void> {
  await reader.page.evaluate(
    ([plain = '', rich = '']) => {
      const data = new DataTransfer();
      data.setData('text/plain', plain);
      if (rich !== '') data.setData('text/html', rich);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [text, html],
  );
}

describe('saving from the desk', () => {
  let folder: string;
  let reader: Reader;
  beforeAll(async () => {
    folder = temporaryFolder('desk');
    reader = await openReader();
  });
  afterAll(() => reader.close());

  it('takes an archive that is dropped, with its pictures', async () => {
    const file = join(folder, 'rung.mhtml');
    writeFileSync(file, chromePage({ doi: drawPng('doi', 640, 400), vuon: drawPng('vuon', 300, 200) }));
    await dropPaths(reader, file);
    expect(await reader.shown('Rừng đầu nguồn xanh trở lại')).toContain('con suối cạn ngày nào lại có nước');
    expect(await reader.shownImages()).toHaveLength(2);
  });

  it('takes a folder, and names each file in it that it can not read', async () => {
    mkdirSync(join(folder, 'bao', 'thang 3'), { recursive: true });
    for (let number = 1; number <= 6; number += 1) writeFileSync(join(folder, 'bao', 'thang 3', `${number}.html`), madeUpPage(number));
    writeFileSync(join(folder, 'bao', 'hong.mht'), 'không phải trang nào cả');
    await dropPaths(reader, join(folder, 'bao'));
    await reader.page.getByText('Saved 6 articles. 1 file could not be saved.').waitFor();
    await reader.page.getByRole('button', { name: 'Show' }).click();
    await reader.page.getByRole('dialog').getByText('bao/hong.mht').waitFor();
    await reader.page.keyboard.press('Escape');
  });

  it('gives the page no way to name a path', async () => {
    const answers = await reader.page.evaluate(async () => {
      const given: readonly object[][] = [[{ path: '/etc/hostname' }], [new File(['x'], '/etc/hostname')], ['/etc/hostname' as unknown as object]];
      return Promise.all(given.map((files) => window.docbao.files.saveDropped({ files })));
    });
    expect(answers.map((answer) => !answer.ok && answer.error.kind)).toEqual(['file-unreadable', 'file-unreadable', 'file-unreadable']);
  });

  it('shows what is pasted before it is saved, and keeps its links', async () => {
    await paste(reader, 'Suối Bản Phố\nNước lên cao hơn mọi năm.', '<h2>Suối Bản Phố</h2><p>Nước lên <a href="https://bao.example/suoi">cao hơn</a> mọi năm.</p><script>alert(1)</script>');
    const dialog = reader.page.getByRole('dialog');
    await dialog.getByText('Formatting, images and links are kept.').waitFor();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await reader.shown('Suối Bản Phố');
    expect(await reader.inArticle((doc) => [...doc.querySelectorAll('.docbao-body a')].map((link) => link.getAttribute('href')))).toEqual(['https://bao.example/suoi']);
  });

  it('saves the clipboard at once when it is told to', async () => {
    await reader.app.evaluate(({ clipboard }) => clipboard.writeText('Chợ phiên ngày mưa\n\nNgười đi chợ ít hơn mọi phiên, hàng rau vẫn đủ.'));
    await reader.app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('save-clipboard')?.click();
    });
    expect(await reader.shown('Chợ phiên ngày mưa')).toContain('hàng rau vẫn đủ');
  });

  it('opens an article in a window of its own, which comes back with the others', async () => {
    const [opened] = await Promise.all([reader.app.waitForEvent('window'), reader.page.keyboard.press('Shift+W')]);
    await opened.locator('iframe[data-shown="true"]').waitFor();
    expect(await opened.evaluate(() => document.querySelector('.shell')?.getAttribute('data-focused'))).toBe('true');
    const count = (): Promise<number> => reader.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(await count()).toBe(2);
    await reader.close();
    reader = await openReader({ library: reader.library });
    await expect.poll(count, PATIENCE).toBe(2);
  });
});
