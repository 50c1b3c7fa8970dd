import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { madeUpArticle } from '../tests/servers/made-up-site.ts';
import { startNewsServer, type NewsServer } from '../tests/servers/news-server.ts';
import { openReader, until, type Reader } from '../tests/e2e/driver.ts';
import { ROOT } from './build.ts';
import { tell } from './electron-runtime.ts';

/** What a picture is taken of. Pictures hold our own words and drawings only, so that they may be shown anywhere. */
interface State {
  readonly name: string;
  /** Whether it shows the library as it is before the first source is followed. */
  readonly isBeforeSources?: boolean;
  /** Brings the window there; a function that it answers is called after the picture. */
  readonly arrange: (stage: Stage) => Promise<(() => Promise<void>) | void>;
}

interface Stage {
  readonly reader: Reader;
  readonly page: Page;
  readonly news: NewsServer;
}

type Size = readonly [width: number, height: number];

const LANGUAGES = ['vi', 'en'] as const;
const THEMES = ['paper', 'night', 'sepia', 'black'] as const;
const WINDOW: Size = [1280, 800];
const SIZES: readonly Size[] = [WINDOW, [1920, 1080], [800, 600], [600, 760]];
/** The pictures of README and docs: state, theme, language. */
const CHOSEN = ['starter-paper-vi', 'starter-night-en', 'starter-search-paper-vi', 'starter-search-night-vi', 'starter-sepia-vi', 'settings-paper-en', 'shortcuts-night-vi', 'add-paper-vi', 'syncing-paper-en'];

async function command(reader: Reader, name: string): Promise<void> {
  await reader.app.evaluate(({ BrowserWindow }, sent) => BrowserWindow.getAllWindows()[0]?.webContents.send('app:command', { command: sent }), name);
}

async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
  await page.waitForTimeout(250);
}

async function leaveDialogs({ page }: Stage): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

async function openPaper({ reader, page }: Stage): Promise<void> {
  await reader.openFeed('Báo Thử 1');
  await until('the paper', async () => (await reader.rows.first().innerText()).includes('Báo Thử 1'));
  await page.mouse.move(0, 0);
}

async function lookUp({ page }: Stage, address: string): Promise<void> {
  await page.keyboard.press('a');
  await page.getByRole('dialog').getByRole('textbox').fill(address);
  await page.keyboard.press('Enter');
}

const STATES: readonly State[] = [
  {
    name: 'starter',
    isBeforeSources: true,
    arrange: async ({ reader, page }) => {
      await page.keyboard.press('1');
      const isVietnamese = await page.evaluate(() => document.documentElement.lang === 'vi');
      // The Vietnamese articles come first: the English ones are reached as a reader reaches them.
      const title = isVietnamese ? /Hết sóng vẫn đọc/ : /Past the last signal/;
      const isShown = (): Promise<boolean> => reader.inArticle((doc) => doc.querySelector('.docbao-title')?.textContent ?? '').then((shown) => title.test(shown));
      while (!(await isShown())) {
        await page.keyboard.press('j');
        await page.waitForTimeout(300);
      }
      await reader.shownImages();
    },
  },
  {
    name: 'starter-search',
    isBeforeSources: true,
    arrange: async (stage) => {
      await stage.page.keyboard.press('/');
      await stage.page.keyboard.type('nguon bao');
      await stage.reader.rows.filter({ has: stage.page.locator('mark') }).first().click();
      await until('the marks', () => stage.reader.inArticle((doc) => (doc.defaultView?.CSS.highlights.size ?? 0) > 0));
      return () => leaveDialogs(stage);
    },
  },
  {
    name: 'reading',
    arrange: async (stage) => {
      await openPaper(stage);
      await stage.reader.read(madeUpArticle(1, 19).title);
      await stage.reader.shownImages();
    },
  },
  {
    name: 'search',
    arrange: async (stage) => {
      await stage.page.keyboard.press('/');
      await stage.page.keyboard.type('bau cu');
      await stage.reader.rows.filter({ has: stage.page.locator('mark') }).first().click();
      await until('the marks', () => stage.reader.inArticle((doc) => (doc.defaultView?.CSS.highlights.size ?? 0) > 0));
      return () => leaveDialogs(stage);
    },
  },
  {
    name: 'search-none',
    arrange: async (stage) => {
      await stage.page.keyboard.press('/');
      await stage.page.keyboard.type('kangaroo zzz');
      await stage.page.waitForTimeout(600);
      return () => leaveDialogs(stage);
    },
  },
  {
    name: 'search-narrowed',
    arrange: async (stage) => {
      await stage.page.keyboard.press('/');
      await stage.page.keyboard.type('lao c');
      await stage.page.locator('.suggestions .chip').first().waitFor();
      const narrow = stage.page.locator('.search-results .list-head [aria-expanded]');
      await narrow.click();
      await stage.page.locator('.facet-group').first().waitFor();
      return async () => {
        await narrow.click();
        await leaveDialogs(stage);
      };
    },
  },
  { name: 'starred-empty', arrange: async ({ page }) => page.keyboard.press('3') },
  {
    name: 'add',
    arrange: async (stage) => {
      await stage.page.keyboard.press('a');
      await stage.page.getByRole('dialog').getByRole('button').nth(3).waitFor();
      return () => leaveDialogs(stage);
    },
  },
  {
    name: 'follow',
    arrange: async (stage) => {
      await lookUp(stage, stage.news.siteFront(4));
      await stage.page.getByText('Báo Thử 4').first().waitFor();
      return () => leaveDialogs(stage);
    },
  },
  {
    name: 'not-found',
    arrange: async (stage) => {
      await lookUp(stage, stage.news.failure('404'));
      await until('the answer', async () => (await stage.page.locator('.add-outcome').innerText()).includes('127.0.0.1'));
      return () => leaveDialogs(stage);
    },
  },
  {
    name: 'syncing',
    arrange: async (stage) => {
      stage.news.answer('/site/2/feed.rss', 'hang');
      await stage.page.keyboard.press('r');
      await stage.page.waitForTimeout(400);
      await stage.page.locator('.sync-text').click();
      return async () => {
        await command(stage.reader, 'cancel-sync');
        await leaveDialogs(stage);
        stage.news.answer('/site/2/feed.rss', null);
      };
    },
  },
  {
    name: 'failed',
    arrange: async (stage) => {
      stage.news.answer('/site/2/feed.rss', '500');
      await stage.page.keyboard.press('r');
      await stage.reader.synced();
      await stage.page.waitForTimeout(400);
      await stage.page.locator('.sync-text').click();
      return async () => {
        await leaveDialogs(stage);
        stage.news.answer('/site/2/feed.rss', null);
      };
    },
  },
  ...[/^(Cách tìm|How to search)$/, /^(Quy tắc|Rules)$/].map((title, at) => ({
    name: ['search-help', 'rules'][at] ?? '',
    arrange: async (stage: Stage) => {
      await stage.page.keyboard.press('Control+k');
      await stage.page.getByRole('option', { name: title }).click();
      await stage.page.getByRole('dialog', { name: title }).waitFor();
      return () => leaveDialogs(stage);
    },
  })),
  ...(['open-settings', 'show-shortcuts'] as const).map((name) => ({
    name: name.replace(/^\w+-/, ''),
    arrange: async (stage: Stage) => {
      await command(stage.reader, name);
      await stage.page.getByRole('dialog').waitFor();
      return () => leaveDialogs(stage);
    },
  })),
];

async function resize({ reader }: Stage, [width, height]: Size): Promise<void> {
  await reader.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1]), [width, height] as const);
  await until('the size', () => reader.page.evaluate((wanted) => window.innerWidth === wanted, width));
}

async function takeAll(folder: string, wanted: (name: string) => boolean, sizes: readonly Size[]): Promise<number> {
  const news = await startNewsServer({ folder: null });
  let count = 0;
  for (const language of LANGUAGES) {
    const reader = await openReader({ language });
    const stage = { reader, page: reader.page, news };
    for (const isBeforeSources of [true, false]) {
      if (!isBeforeSources) await followThree(stage);
      for (const theme of THEMES) {
        await reader.page.evaluate((chosen) => window.docbao.settings.set({ theme: chosen }), theme);
        for (const state of STATES.filter((one) => (one.isBeforeSources ?? false) === isBeforeSources)) {
          const name = `${state.name}-${theme}-${language}`;
          if (wanted(name)) count += await take(stage, state, sizes, join(folder, name));
        }
      }
    }
    await reader.close();
  }
  await news.close();
  return count;
}

async function followThree({ reader, news }: Stage): Promise<void> {
  for (const site of [1, 2, 3]) await reader.page.evaluate((feedUrl) => window.docbao.feeds.add({ feedUrl }), news.siteFeed(site));
  await reader.page.evaluate(() => window.docbao.sync.start({ feedId: null }));
}

async function take(stage: Stage, state: State, sizes: readonly Size[], file: string): Promise<number> {
  await resize(stage, WINDOW);
  const leave = await state.arrange(stage);
  for (const size of sizes) {
    await resize(stage, size);
    await settled(stage.page);
    await stage.page.screenshot({ path: `${file}${size === WINDOW ? '' : `-${size.join('x')}`}.png` });
  }
  await resize(stage, WINDOW);
  if (leave) await leave();
  return sizes.length;
}

/**
 * `node scripts/screenshots.ts` takes the pictures of README and docs; `node scripts/screenshots.ts <folder> [part of a
 * name]` takes every state in every theme, language and size, to be looked at.
 */
const [folder, part = ''] = process.argv.slice(2);
const target = folder === undefined ? join(ROOT, 'docs', 'screenshots') : resolve(folder);
mkdirSync(target, { recursive: true });
const count = folder === undefined ? await takeAll(target, (name) => CHOSEN.includes(name), [WINDOW]) : await takeAll(target, (name) => name.includes(part), SIZES);
tell(`${count} screenshots in ${target}`);
