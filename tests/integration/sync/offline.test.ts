import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { countLibrary, listDueWork, listFeeds } from '../../../main/store/index.ts';
import { openLibrary, type Library } from '../../../main/sync/open-library.ts';
import { startNewsServer, type NewsServer } from '../../servers/news-server.ts';

let news: NewsServer;
let folder: string;
let library: Library;

beforeEach(async () => {
  news = await startNewsServer({ folder: null });
  folder = mkdtempSync(join(tmpdir(), 'docbao-offline-'));
  library = await openLibrary({ folder, isScheduled: true, fetcher: { env: {} } });
});

afterEach(async () => {
  await library.close();
  await news.close();
  rmSync(folder, { recursive: true, force: true });
});

function follow(feedUrl: string): void {
  library.subscribeTo({ feedUrl, title: feedUrl, siteUrl: null, format: 'rss', entryCount: 0, sampleTitles: [], isSubscribed: false });
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries += 1) {
    if (tries > 2_000) throw new Error('it never came to be');
    await wait(10);
  }
}

it('a machine without network blames no feed; what was asked for is taken up when there is one', async () => {
  // Names that never exist (RFC 6761): nobody out there answers, as without a network.
  for (const name of ['mot', 'hai', 'ba', 'bon', 'nam']) follow(`http://${name}.invalid/rss`);
  follow(news.siteFeed(1));
  const outcome = await library.sync.start({ feedId: null });
  expect(outcome).toMatchObject({ feeds: 6, newArticles: 20, wasCancelled: false });
  expect(outcome.failed.some(({ kind }) => kind === 'offline')).toBe(true);
  expect(listFeeds(library.store.read).map(({ lastError, failingSince }) => [lastError, failingSince])).toEqual(Array.from({ length: 6 }, () => [null, null]));
  expect(library.sync.interrupted).toEqual({ feedId: null });
  news.setNewest(1, 21);
  library.sync.setConditions({ online: false, metered: false, onBattery: false });
  expect(library.sync.progress()).toBeNull();
  library.sync.setConditions({ online: true, metered: false, onBattery: false });
  await until(() => countLibrary(library.store.read).all === 21);
});

it('an article that was under way when the network went keeps its work, with no try counted', async () => {
  await library.subscribe(news.siteFeed(1));
  const names = ['mot', 'hai', 'ba', 'bon'];
  const feed = await (await fetch(news.siteFeed(1))).text();
  let body = feed;
  for (const [at, name] of names.entries()) body = body.replaceAll(news.sitePage(1, 20 - at), `http://${name}.invalid/bai-${20 - at}.html`);
  news.answer('/site/1/feed.rss', { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body });
  expect(await library.sync.start({ feedId: 1 })).toMatchObject({ newArticles: 20, failed: [{ kind: 'offline' }] });
  expect(listFeeds(library.store.read)[0]).toMatchObject({ lastError: null });
  const left = listDueWork(library.store.read, 1, Date.now());
  expect(left.length).toBeGreaterThan(0);
  expect(left.every(({ attempts }) => attempts === 0)).toBe(true);
});
