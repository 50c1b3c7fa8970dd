import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsServer, type NewsServer } from '../servers/news-server.ts';
import { PATIENCE, openReader, temporaryFolder, type Reader } from './driver.ts';

interface Noted {
  trayItems: { id: string; label: string; click(): void }[];
  notices: { title: string; body: string; emit(name: string): boolean }[];
  badge: number;
}

/** Notes what would appear outside the window: the tray's menu, notifications and the badge. */
async function noteOutside(reader: Reader): Promise<void> {
  await reader.app.evaluate(({ app, Tray, Notification }) => {
    const noted: { trayItems: unknown[]; notices: unknown[]; badge: number } = { trayItems: [], notices: [], badge: -1 };
    Object.assign(globalThis, { noted });
    Tray.prototype.setContextMenu = (menu) => {
      noted.trayItems = menu?.items ?? [];
    };
    Notification.prototype.show = function show(this: unknown) {
      noted.notices.push(this);
    };
    Notification.isSupported = () => true;
    app.setBadgeCount = (count = 0) => {
      noted.badge = count;
      return true;
    };
  });
}

const trayLabels = (reader: Reader): Promise<string[]> => reader.app.evaluate(() => (globalThis as unknown as { noted: Noted }).noted.trayItems.map(({ label }) => label));
const notices = (reader: Reader): Promise<string[]> => reader.app.evaluate(() => (globalThis as unknown as { noted: Noted }).noted.notices.map(({ title, body }) => `${title}: ${body}`));
const badge = (reader: Reader): Promise<number> => reader.app.evaluate(() => (globalThis as unknown as { noted: Noted }).noted.badge);
const windows = (reader: Reader): Promise<number> => reader.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

async function unread(page: Page): Promise<number> {
  const list = await page.evaluate(() => window.docbao.feeds.list());
  return list.ok ? list.value.counts.unread : -1;
}

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
    await choose('Unread count on the icon', 'Show');
    await expect.poll(() => trayLabels(reader), PATIENCE).toContain('Pause for an hour');
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  /** Closes the window, and lets the feeds be asked that are due: a pause ends. */
  async function leaveAlone(): Promise<void> {
    await reader.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(() => windows(reader), PATIENCE).toBe(0);
    await clickTray(reader, 'tray-pause');
    await expect.poll(() => trayLabels(reader), PATIENCE).toContain('End the pause');
    await clickTray(reader, 'tray-pause');
  }

  it('goes on without a window, tells once what arrived, and comes back when that is followed', async () => {
    for (const site of [1, 2]) {
      expect((await reader.page.evaluate((feedUrl) => window.docbao.feeds.add({ feedUrl }), news.siteFeed(site))).ok).toBe(true);
    }
    await leaveAlone();
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
    await expect.poll(() => badge(reader), PATIENCE).toBe(await unread(page));
  });

  it('says nothing in the quiet hours, while articles still arrive and are counted', async () => {
    const [page] = reader.app.windows();
    if (page === undefined) throw new Error('there is no window');
    const before = await unread(page);
    await page.evaluate(async (feedUrl) => {
      const now = new Date().getHours() * 60 + new Date().getMinutes();
      await window.docbao.settings.set({ quietHours: { from: (now + 1380) % 1440, to: (now + 60) % 1440 } });
      await window.docbao.feeds.add({ feedUrl });
    }, news.siteFeed(3));
    await leaveAlone();
    await expect.poll(() => badge(reader), PATIENCE).toBe(before + 20);
    expect(await notices(reader)).toHaveLength(1);
  });
});
