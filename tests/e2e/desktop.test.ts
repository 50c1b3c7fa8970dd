import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsServer, type NewsServer } from '../servers/news-server.ts';
import { PATIENCE, openReader, temporaryFolder, type Reader } from './driver.ts';

/** Starts the same program on the same library again, as a click on a link or on its icon does. */
async function startAgain(reader: Reader, ...args: readonly string[]): Promise<number | null> {
  const { executable, own, display } = await reader.app.evaluate(({ app }) => ({
    executable: process.execPath,
    own: app.isPackaged || process.defaultApp !== true ? [] : [app.getAppPath()],
    display: process.env['DISPLAY'] ?? '',
  }));
  const switches = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${reader.library}.profile`];
  const child = spawn(executable, [...own, ...switches, '--library', reader.library, ...args], { env: { ...process.env, DISPLAY: display }, stdio: 'ignore' });
  return new Promise((resolve) => child.once('exit', resolve));
}

/** Answers the native questions of the application with one button, and notes them. */
async function answerQuestions(reader: Reader, button: number): Promise<void> {
  await reader.app.evaluate(({ dialog }, response) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    const answer = async (...given: readonly unknown[]): Promise<{ response: number; checkboxChecked: boolean }> => {
      asked.push((given.at(-1) as { message: string }).message);
      return { response, checkboxChecked: false };
    };
    Object.assign(dialog, { showMessageBox: answer });
  }, button);
}

const questions = (reader: Reader): Promise<string[]> => reader.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);

async function choose(reader: Reader, item: string): Promise<void> {
  await reader.app.evaluate(({ Menu }, id) => {
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
  }, item);
}

async function feedTitles(reader: Reader): Promise<readonly string[]> {
  const list = await reader.page.evaluate(() => window.docbao.feeds.list());
  return list.ok ? list.value.feeds.map((feed) => feed.title) : [];
}

describe('manners of a desktop application', () => {
  let news: NewsServer;
  let reader: Reader;
  beforeAll(async () => {
    news = await startNewsServer({ folder: null });
    reader = await openReader();
  });
  afterAll(async () => {
    await reader.close();
    await news.close();
  });

  it('opens one window for a library, however often it is started', async () => {
    expect(await startAgain(reader)).toBe(0);
    expect(await reader.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('does nothing that a deep link wants and the user does not', async () => {
    await answerQuestions(reader, 1);
    news.forget();
    expect(await startAgain(reader, `docbao://subscribe?url=${encodeURIComponent(news.siteFront(1))}`)).toBe(0);
    await expect.poll(() => questions(reader), PATIENCE).toEqual([`Follow ${new URL(news.origin).host}?`]);
    expect(news.requests).toEqual([]);
    expect(await feedTitles(reader)).toEqual([]);
  });

  it('follows and saves what the user agrees to, and refuses other forms', async () => {
    await answerQuestions(reader, 0);
    for (const link of ['docbao://subscribe?url=file:///etc/passwd', 'docbao://remove?url=https://a.vn', 'docbao://subscribe?url=x&url=y']) {
      expect(await startAgain(reader, link)).toBe(0);
    }
    expect(await questions(reader)).toEqual([]);
    await startAgain(reader, `docbao://subscribe?url=${encodeURIComponent(news.siteFront(1))}`);
    await expect.poll(() => feedTitles(reader), PATIENCE).toEqual(['Báo Thử 1']);
    await reader.synced();
    await startAgain(reader, `docbao://save?url=${encodeURIComponent(news.sitePage(2, 5))}`);
    await expect.poll(async () => {
      const found = await reader.page.evaluate(() => window.docbao.search.query({ query: '"Ghi chép số 2-5"', limit: 5, offset: 0 }));
      return found.ok ? found.value.total : -1;
    }, PATIENCE).toBe(1);
  });

  it('carries out what its menu is asked for', async () => {
    await choose(reader, 'open-settings');
    await reader.page.getByRole('dialog').getByText('Settings').first().waitFor();
    await reader.page.keyboard.press('Escape');
    await choose(reader, 'show-shortcuts');
    await reader.page.getByRole('dialog').getByText('Keyboard shortcuts').first().waitFor();
    await reader.page.keyboard.press('Escape');
  });

  it('says which version it is, and shows its log and what it holds of others', async () => {
    await reader.app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      const openPath = async (path: string): Promise<string> => {
        opened.push(path);
        return '';
      };
      Object.assign(shell, { openPath });
    });
    await choose(reader, 'open-settings');
    const settings = reader.page.getByRole('dialog');
    await settings.getByRole('button', { name: 'About' }).click();
    await settings.getByRole('button', { name: 'Show the log folder' }).click();
    await settings.getByRole('button', { name: 'Show the licences' }).click();
    const opened = (): Promise<string[]> => reader.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
    await expect.poll(async () => (await opened()).length, PATIENCE).toBe(2);
    const [log = '', notices = ''] = await opened();
    expect(readFileSync(join(log, 'docbao.log'), 'utf8')).toContain('"what":"started"');
    expect(readFileSync(notices, 'utf8')).toContain('better-sqlite3');
    await settings.getByRole('button', { name: 'Copy the version' }).click();
    await expect.poll(() => reader.app.evaluate(({ clipboard }) => clipboard.readText()), PATIENCE).toMatch(/^Docbao \d+\.\d+\.\d+, Electron \d+[\d.]+, Chromium \d+[\d.]+, linux$/);
    await reader.page.keyboard.press('Escape');
  });

  it('saves the article as a PDF, with its text and pictures', async () => {
    await reader.openFeed('Báo Thử 1');
    await reader.read(/bản tin số 20/);
    const file = join(temporaryFolder('pdf'), 'bài.pdf');
    await reader.app.evaluate(({ dialog }, filePath) => {
      Object.assign(dialog, { showSaveDialog: async (...given: readonly unknown[]) => ({ canceled: false, filePath, asked: given }) });
    }, file);
    await choose(reader, 'save-pdf');
    await expect.poll(() => statSync(file, { throwIfNoEntry: false })?.size ?? 0, PATIENCE).toBeGreaterThan(10_000);
    const bytes = readFileSync(file);
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(bytes.toString('latin1')).toContain('/Subtype /Image');
    expect(await reader.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('hands the article to the system’s printing, without the window around it', async () => {
    await reader.app.evaluate(({ app }) => {
      app.on('web-contents-created', (_event, contents) => {
        contents.print = (_options, done) => {
          Object.assign(globalThis, { printed: contents.getURL() });
          done?.(true, '');
        };
      });
    });
    await reader.page.keyboard.press('Control+p');
    await expect.poll(() => reader.app.evaluate(() => (globalThis as { printed?: string }).printed ?? ''), PATIENCE).toMatch(/^docbao-app:\/\/ui\/article\/\d+\?paper$/);
  });

  it('comes back where it was, in the size and at the zoom it had', async () => {
    const zoom = (): Promise<number> => reader.page.evaluate(() => Math.round((window.outerWidth / window.innerWidth) * 100));
    await reader.page.keyboard.press('Control+=');
    await reader.page.keyboard.press('Control+=');
    await expect.poll(zoom, PATIENCE).toBe(120);
    const bounds = { x: 40, y: 30, width: 1010, height: 690 };
    await reader.app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds);
    const now = (): Promise<unknown> => reader.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
    await expect.poll(now, PATIENCE).toMatchObject({ width: 1010, height: 690 });
    const left = await now();
    await reader.close();
    reader = await openReader({ library: reader.library });
    expect(await now()).toEqual(left);
    await expect.poll(zoom, PATIENCE).toBe(120);
    await reader.page.keyboard.press('Control+0');
    await expect.poll(zoom, PATIENCE).toBe(100);
  });
});
