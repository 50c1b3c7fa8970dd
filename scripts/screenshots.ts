import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { madeUpArticle } from '../tests/servers/made-up-site.ts';
import { startNewsServer, type NewsServer } from '../tests/servers/news-server.ts';
import { openReader, until, type Reader } from '../tests/e2e/driver.ts';
import { VIEWS } from '../tests/e2e/views/index.ts';
import { goHome, openStage, resize } from '../tests/e2e/views/stage.ts';
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
const SIZES: readonly Size[] = [WINDOW, [1920, 1080], [800, 600]];
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
  await page.waitForTimeout(100);
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
        await stage.page.locator('.notice button').last().click();
      };
    },
  },
  ...(['open-settings', 'show-shortcuts'] as const).map((name) => ({
    name: name.replace(/^\w+-/, ''),
    arrange: async (stage: Stage) => {
      await command(stage.reader, name);
      await stage.page.getByRole('dialog').waitFor();
      return () => leaveDialogs(stage);
    },
  })),
];

/** Pictures of the states that README and docs may show: our own articles, in a library as a reader has it. */
async function takeStates(folder: string, wanted: (name: string) => boolean): Promise<number> {
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
          if (wanted(name)) count += await takeState(stage, state, join(folder, `${name}.png`));
        }
      }
    }
    await reader.close();
  }
  await news.close();
  return count;
}

async function takeState(stage: Stage, state: State, path: string): Promise<number> {
  await resize(stage, ...WINDOW);
  const leave = await state.arrange(stage);
  await settled(stage.page);
  await stage.page.screenshot({ path });
  if (leave) await leave();
  return 1;
}

/** Pictures of everything that the window can show, in every language, theme and size. */
async function takeViews(folder: string, wanted: (name: string) => boolean): Promise<number> {
  let count = 0;
  for (const language of LANGUAGES) {
    const stage = await openStage(language);
    for (const view of VIEWS) {
      for (const size of SIZES) {
        const faces = THEMES.map((theme) => ({ theme, name: `${view.name}-${theme}-${language}-${size[0]}` })).filter(({ name }) => wanted(name));
        if (faces.length === 0) continue;
        await resize(stage, ...size);
        await view.open(stage);
        for (const { theme, name } of faces) {
          await stage.reader.page.evaluate((chosen) => window.docbao.settings.set({ theme: chosen }), theme);
          await settled(stage.reader.page);
          await stage.reader.page.screenshot({ path: join(folder, `${name}.png`) });
        }
        count += faces.length;
        await view.leave?.(stage);
        await goHome(stage);
      }
    }
    await stage.reader.close();
    await stage.news.close();
  }
  return count;
}

async function followThree({ reader, news }: Stage): Promise<void> {
  for (const site of [1, 2, 3]) await reader.page.evaluate((feedUrl) => window.docbao.feeds.add({ feedUrl }), news.siteFeed(site));
  await reader.page.evaluate(() => window.docbao.sync.start({ feedId: null }));
}

/**
 * `node scripts/screenshots.ts` takes the pictures of README and docs; `node scripts/screenshots.ts <folder> [pattern]` takes
 * every view in every language, theme and size, to be looked at, or those whose name (`rules-sepia-en-800`) the pattern finds.
 */
const [folder, pattern = ''] = process.argv.slice(2);
const target = folder === undefined ? join(ROOT, 'docs', 'screenshots') : resolve(folder);
mkdirSync(target, { recursive: true });
const count = folder === undefined ? await takeStates(target, (name) => CHOSEN.includes(name)) : await takeViews(target, (name) => new RegExp(pattern).test(name));
tell(`${count} screenshots in ${target}`);
