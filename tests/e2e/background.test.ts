import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsServer, type NewsServer } from '../servers/news-server.ts';
import { PATIENCE, openReader, temporaryFolder, type Reader } from './driver.ts';

interface Noted {
  trayItems: { id: string; label: string; click(): void }[];
  notices: { title: string; body: string; emit(name: string): boolean }[];
}

/** Notes what would appear outside the window: the tray's menu and notifications. */
async function noteOutside(reader: Reader): Promise<void> {
  await reader.app.evaluate(({ Tray, Notification }) => {
    const noted: { trayItems: unknown[]; notices: unknown[] } = { trayItems: [], notices: [] };
    Object.assign(globalThis, { noted });
    Tray.prototype.setContextMenu = (menu) => {
      noted.trayItems = menu?.items ?? [];
    };
    Notification.prototype.show = function show(this: unknown) {
      noted.notices.push(this);
    };
    Notification.isSupported = () => true;
  });
}

const trayLabels = (reader: Reader): Promise<string[]> => reader.app.evaluate(() => (globalThis as unknown as { noted: Noted }).noted.trayItems.map(({ label }) => label));
const notices = (reader: Reader): Promise<string[]> => reader.app.evaluate(() => (globalThis as unknown as { noted: Noted }).noted.notices.map(({ title, body }) => `${title}: ${body}`));
const windows = (reader: Reader): Promise<number> => reader.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

async function clickTray(reader: Reader, id: string): Promise<void> {
  await reader.app.evaluate((_electron, wanted) => {
    (globalThis as unknown as { noted: Noted }).noted.trayItems.find((item) => item.id === wanted)?.click();
  }, id);
}

describe('Docbao in the background', () => {
  let news: NewsServer;
  let reader: Reader;
  let config: string;
  beforeAll(async () => {
    news = await startNewsServer({ folder: null });
    config = temporaryFolder('config');
    reader = await openReader({ env: { XDG_CONFIG_HOME: config } });
    await noteOutside(reader);
  });
  afterAll(async () => {
    await reader.close();
    await news.close();
  });

  it('starts at login where the user chose that, and no more where they chose otherwise', async () => {
    const file = join(config, 'autostart', 'docbao.desktop');
    await reader.page.keyboard.press('Control+,');
    const dialog = reader.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Background' }).click();
    const choose = async (group: string, name: string): Promise<void> => {
      await dialog.getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).check();
    };
    await choose('Start with the computer', 'Yes');
    await expect.poll(() => existsSync(file), PATIENCE).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(`"--library" "${reader.library}" "--hidden"`);
    await choose('Start with the computer', 'No');
    await expect.poll(() => existsSync(file), PATIENCE).toBe(false);
    await choose('When the last window is closed', 'Keep running');
    await choose('Notify of new articles', 'From every source');
    await expect.poll(() => trayLabels(reader), PATIENCE).toContain('Pause for an hour');
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  it('goes on without a window, tells once what arrived, and comes back when that is followed', async () => {
    for (const site of [1, 2]) {
      expect((await reader.page.evaluate((feedUrl) => window.docbao.feeds.add({ feedUrl }), news.siteFeed(site))).ok).toBe(true);
    }
    await reader.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(() => windows(reader), PATIENCE).toBe(0);
    // A pause that ends lets the feeds be asked that are due.
    await clickTray(reader, 'tray-pause');
    await expect.poll(() => trayLabels(reader), PATIENCE).toContain('End the pause');
    await clickTray(reader, 'tray-pause');
    await expect.poll(() => notices(reader), PATIENCE).toEqual(['40 new articles from 2 sources: Báo Thử 1, Báo Thử 2']);
    await expect.poll(() => trayLabels(reader), PATIENCE).toContainEqual(expect.stringMatching(/^\d+ unread$/));
    const [page] = await Promise.all([
      reader.app.waitForEvent('window'),
      reader.app.evaluate(() => {
        (globalThis as unknown as { noted: Noted }).noted.notices[0]?.emit('click');
      }),
    ]);
    await page.getByRole('option').first().waitFor();
    expect(await windows(reader)).toBe(1);
  });
});
