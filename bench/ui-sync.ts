import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { DocbaoApi } from '../contract/ipc/api.ts';
import { insertArticle, insertFeed, openStore, saveSettings } from '../main/store/index.ts';
import { noteStarter } from '../main/sync/starter-mark.ts';
import type { OpenWindow } from './electron-window.ts';
import { startServer } from './sync.ts';
import { settle, toArticle } from './ui-library.ts';
import { scroll, typeWords } from './ui-page.ts';

const FEEDS = 1000;
/** Articles that are there before, to be scrolled. */
const ARTICLES = 3000;
const STEP = 30;
/** Milliseconds from the start of the sync until it is measured: pages are on their way then. */
const RUN_IN_MS = 8_000;

type WithDocbao = typeof globalThis & { docbao: DocbaoApi };

export interface Smoothness {
  /** Milliseconds between the frames of a list that is scrolled, and from each key typed into the search box to the frame after it. */
  readonly frames: readonly number[];
  readonly keys: readonly number[];
}

export interface SyncSmoothness {
  readonly calm: Smoothness;
  readonly syncing: Smoothness;
  /** Articles that came while it was measured. */
  readonly arrived: number;
}

/** How a window feels before and while a thousand sources sync from a server on loopback: 20 articles each, with page and pictures. */
export async function measureSync(folder: string, open: (library: string) => Promise<OpenWindow>): Promise<SyncSmoothness> {
  const server = await startServer();
  try {
    const library = join(folder, 'sync-library');
    await fill(library, server.origin);
    const { page, close } = await open(library);
    const calm = await feel(page);
    const before = await countArticles(page);
    await page.evaluate(() => void (globalThis as WithDocbao).docbao.sync.start({ feedId: null }));
    await page.waitForTimeout(RUN_IN_MS);
    const syncing = await feel(page);
    const arrived = (await countArticles(page)) - before;
    await page.evaluate(async () => (globalThis as WithDocbao).docbao.sync.cancel());
    await close();
    return { calm, syncing, arrived };
  } finally {
    server.stop();
  }
}

async function feel(page: Page): Promise<Smoothness> {
  const { intervals } = await scroll(page, '#article-list', STEP);
  return { frames: intervals, keys: await typeWords(page) };
}

async function countArticles(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const list = await (globalThis as WithDocbao).docbao.feeds.list();
    return list.ok ? list.value.counts.all : 0;
  });
}

async function fill(library: string, origin: string): Promise<void> {
  const store = openStore(library);
  store.write.transaction(() => {
    noteStarter(store.write);
    // Nothing is synced before it is asked for.
    saveSettings(store.write, { syncInBackground: false });
    const addedAt = Date.now();
    const ids = Array.from({ length: FEEDS }, (_, site) =>
      insertFeed(store.write, { feedUrl: `${origin}/site/${site + 1}/feed.rss`, siteUrl: null, title: `Báo số ${site + 1}`, addedAt, kind: 'feed', folderId: null }));
    for (let key = 0; key < ARTICLES; key += 1) {
      const words = `Bài thứ ${key} kể chuyện một con đường làng ven sông, nơi người ta vẫn gặp nhau mỗi sớm`;
      insertArticle(store.write, toArticle({ title: words, lede: `${words}, và còn nhắc mãi về sau.`, body: words }, key, ids[key % FEEDS] ?? null));
    }
  });
  store.close();
  await settle(library);
}
