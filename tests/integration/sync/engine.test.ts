import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SyncProgress } from '../../../contract/domain/sync.ts';
import type { LibraryChange } from '../../../contract/ipc/contract.ts';
import {
  addReceivedBytes,
  countLibrary,
  getArticle,
  getArticleVersion,
  getFeedHealth,
  listArticleIds,
  listArticleVersions,
  listDueWork,
  listFeeds,
  markArticles,
  saveSettings,
  setFeedOptions,
} from '../../../main/store/index.ts';
import { today } from '../../../main/sync/budget.ts';
import { openLibrary, type Library } from '../../../main/sync/open-library.ts';
import { startNewsServer, type NewsServer } from '../../servers/news-server.ts';
import { docbaoJson, startDocbao } from '../cli/docbao.ts';

let news: NewsServer;
let folder: string;
let library: Library;
let progress: SyncProgress[];
let changes: LibraryChange[];

async function open(): Promise<Library> {
  return openLibrary({
    folder,
    onEvent(name, event) {
      if (name === 'sync:progress') progress.push(event as SyncProgress);
      if (name === 'library:changed') changes.push(event as LibraryChange);
    },
  });
}

beforeEach(async () => {
  news = await startNewsServer({ folder: null });
  folder = mkdtempSync(join(tmpdir(), 'docbao-sync-'));
  progress = [];
  changes = [];
  library = await open();
});

afterEach(async () => {
  await library.close();
  await news.close();
  rmSync(folder, { recursive: true, force: true });
});

async function subscribe(...sites: number[]): Promise<void> {
  for (const site of sites) await library.subscribe(news.siteFeed(site));
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries += 1) {
    if (tries > 2_000) throw new Error('it never came to be');
    await wait(10);
  }
}

describe('a sync', () => {
  it('tells how far it is, in feeds and in articles, and that it ended', async () => {
    await subscribe(1, 2);
    await library.sync.start({ feedId: null });
    expect(progress.length).toBeGreaterThan(2);
    expect(progress.flatMap(({ feeds }) => feeds).some(({ state, articlesTotal }) => state === 'articles' && articlesTotal === 20)).toBe(true);
    expect(progress.at(-1)).toMatchObject({ isRunning: false, feedsDone: 2, feedsTotal: 2, newArticles: 40 });
    expect(changes.some(({ feeds, articles }) => feeds && articles)).toBe(true);
    expect(library.sync.progress()).toBeNull();
  });

  it('asked for twice at once runs once', async () => {
    await subscribe(1);
    news.forget();
    const [one, two] = await Promise.all([library.sync.start({ feedId: null }), library.sync.start({ feedId: null })]);
    expect(one).toBe(two);
    expect(news.count('/site/1/feed.rss')).toBe(1);
  });

  it('that is cancelled stops at once, keeps what it has, and goes on with the next one', async () => {
    await subscribe(1, 2, 3);
    news.answer('/site/1/bai-3.html', 'hang');
    news.answer('/site/3/feed.rss', 'hang');
    const running = library.sync.start({ feedId: null });
    await until(() => countLibrary(library.store.read).all >= 40 && news.count('/site/1/bai-3.html') > 0);
    library.sync.cancel();
    expect(await running).toMatchObject({ wasCancelled: true, failed: [] });
    expect(await library.check()).toEqual({ ok: true, problems: [] });
    news.answer('/site/1/bai-3.html', null);
    news.answer('/site/3/feed.rss', null);
    await library.sync.start({ feedId: null });
    const ids = [...listArticleIds(library.store.read, { kind: 'all' })];
    expect(ids).toHaveLength(60);
    expect(ids.map((id) => getArticle(library.store.read, id).offline)).toEqual(ids.map(() => 'complete'));
  });

  it('of a dead feed and a hanging one does not keep the others waiting for their articles', async () => {
    await subscribe(1, 2, 3);
    news.answer('/site/1/feed.rss', 'hang');
    news.answer('/site/2/feed.rss', '500');
    const running = library.sync.start({ feedId: null });
    await until(() => countLibrary(library.store.read).all === 20);
    library.sync.cancel();
    await running;
    expect(listFeeds(library.store.read).map(({ lastError }) => lastError?.kind ?? null)).toEqual([null, 'http-status', null]);
  });

  it('leaves a page that fails as a summary, tries it again later, and never marks good text down', async () => {
    await subscribe(1);
    news.answer('/site/1/bai-20.html', '500');
    await library.sync.start({ feedId: null });
    const [newest = 0, second = 0] = listArticleIds(library.store.read, { kind: 'all' });
    expect(getArticle(library.store.read, newest)).toMatchObject({ offline: 'summary', offlineReason: { why: 'page-failed', error: { kind: 'http-status' }, message: expect.stringContaining('500') }, lede: expect.stringContaining('sau nhiều ngày') });
    expect(listDueWork(library.store.read, 1, Date.now())).toEqual([]);
    expect(listDueWork(library.store.read, 1, Date.now() + 11 * 60_000)).toMatchObject([{ articleId: newest, kind: 'page', attempts: 1 }]);
    expect(getArticle(library.store.read, second).offline).toBe('complete');
  });

  it('says which images are missing, and fetches them when they are back', async () => {
    await subscribe(1);
    news.answer('/site/1/picture/20-1_320x200.png', '404');
    await library.sync.start({ feedId: null });
    const [newest = 0] = listArticleIds(library.store.read, { kind: 'all' });
    expect(getArticle(library.store.read, newest)).toMatchObject({ offline: 'partial', offlineReason: { why: 'images-missing', missing: 1, total: 2 } });
    expect(getArticle(library.store.read, newest).images.map(({ asset }) => asset !== null)).toEqual([false, true]);
  });

  it('of an edited entry updates its article, keeps its status, and what it said before', async () => {
    await subscribe(1);
    await library.sync.start({ feedId: null });
    const [newest = 0] = listArticleIds(library.store.read, { kind: 'all' });
    markArticles(library.store.write, [newest], { isStarred: true, isRead: true }, 1);
    const before = getArticle(library.store.read, newest);
    const feed = await (await fetch(news.siteFeed(1))).text();
    const page = await (await fetch(news.sitePage(1, 20))).text();
    const headers = { 'content-type': 'text/xml; charset=utf-8' };
    news.answer('/site/1/feed.rss', { status: 200, headers, body: feed.replace('bản tin số 20', 'bản tin số 20 (cập nhật)') });
    news.answer('/site/1/bai-20.html', { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: page.replaceAll('bản tin số 20', 'bản tin số 20 (cập nhật)') });
    expect(await library.sync.start({ feedId: null })).toMatchObject({ newArticles: 0, updatedArticles: 1 });
    expect(getArticle(library.store.read, newest)).toMatchObject({ title: expect.stringContaining('cập nhật'), offline: 'complete', updatedAt: expect.any(Number), isStarred: true, isRead: true });
    const versions = listArticleVersions(library.store.read, newest);
    expect(versions.map(({ title }) => title)).toEqual([before.title]);
    expect(getArticleVersion(library.store.read, versions[0]?.id ?? 0)).toMatchObject({ html: before.html, text: before.text, lede: before.lede });
    expect((await library.search.query({ query: 'cập nhật', limit: 5, offset: 0 })).hits.map(({ id }) => id)).toContain(newest);
  });
});

describe('a library that two processes use at once', () => {
  it('is whole, holds everything once, and the open one hears of it', async () => {
    await subscribe(1, 2);
    changes.length = 0;
    const [here, there] = await Promise.all([library.sync.start({ feedId: null }), docbaoJson<{ newArticles: number }>(folder, 'sync')]);
    expect(here.newArticles + there.newArticles).toBe(40);
    expect(countLibrary(library.store.read).all).toBe(40);
    await docbaoJson(folder, 'mark', '1', '--starred');
    await until(() => changes.some(({ articleIds }) => articleIds === null));
    expect(await library.check()).toEqual({ ok: true, problems: [] });
    expect(await docbaoJson(folder, 'check')).toEqual({ ok: true, problems: [] });
  });
});

describe('a process that is killed', () => {
  it('loses nothing that was committed; the next one goes on and its index is right', async () => {
    await subscribe(1, 2, 3, 4);
    for (const enough of [5, 45]) {
      const { child, result } = startDocbao(folder, 'sync', '--concurrency', '2');
      await until(() => countLibrary(library.store.read).all >= enough);
      child.kill('SIGKILL');
      await result;
      const kept = countLibrary(library.store.read).all;
      expect(await docbaoJson(folder, 'check')).toEqual({ ok: true, problems: [] });
      expect(await docbaoJson(folder, 'list', '--limit', '1')).toMatchObject({ total: kept });
    }
    await docbaoJson(folder, 'sync');
    const ids = [...listArticleIds(library.store.read, { kind: 'all' })];
    expect(ids).toHaveLength(80);
    expect(ids.every((id) => getArticle(library.store.read, id).offline === 'complete')).toBe(true);
    expect(await docbaoJson<{ total: number }>(folder, 'search', 'Ghi chép')).toMatchObject({ total: 80 });
    expect(await docbaoJson(folder, 'check')).toEqual({ ok: true, problems: [] });
  });
});

describe('the schedule', () => {
  it('says when each feed is due, backs off from a broken one, and leaves one that is gone in peace', async () => {
    await subscribe(1, 2, 3, 4);
    news.answer('/site/2/feed.rss', '500');
    news.answer('/site/3/feed.rss', '410');
    news.answer('/site/4/feed.rss', '429');
    const before = Date.now();
    await library.sync.start({ feedId: null });
    const health = [1, 2, 3, 4].map((id) => getFeedHealth(library.store.read, id));
    expect(health[0]).toMatchObject({ articles: 20, complete: 20, partial: 0, summary: 0, failingSince: null, isStopped: false });
    expect(health[0]?.receivedBytes).toBeGreaterThan(20_000);
    expect(health.map(({ nextSyncAt }) => nextSyncAt === null ? null : nextSyncAt > before)).toEqual([true, true, null, true]);
    expect(health[1]).toMatchObject({ lastError: { kind: 'http-status' }, failingSince: expect.any(Number) });
    expect(health[2]).toMatchObject({ lastError: { kind: 'gone' }, isStopped: true });
    news.forget();
    expect(await library.sync.start({ feedId: 'due' })).toMatchObject({ feeds: 0 });
    expect(await library.sync.start({ feedId: null })).toMatchObject({ feeds: 3 });
    expect(news.count('/site/3/')).toBe(0);
    news.answer('/site/3/feed.rss', null);
    expect(await library.sync.start({ feedId: 3 })).toMatchObject({ feeds: 1, newArticles: 20 });
    expect(getFeedHealth(library.store.read, 3)).toMatchObject({ isStopped: false, lastError: null });
  });

  it('keeps images for tomorrow where the day’s data limit is reached, and text all the same', async () => {
    saveSettings(library.store.write, { dailyLimitMb: 1 });
    addReceivedBytes(library.store.write, null, today(), 1_000_000);
    await subscribe(1);
    news.forget();
    await library.sync.start({ feedId: null });
    const [newest = 0] = listArticleIds(library.store.read, { kind: 'all' });
    expect(news.count('/site/1/picture/')).toBe(0);
    expect(getArticle(library.store.read, newest)).toMatchObject({ offline: 'partial', offlineReason: { why: 'data-limit' }, text: expect.stringContaining('đoạn 7') });
    saveSettings(library.store.write, { dailyLimitMb: null });
    expect(listDueWork(library.store.read, 1, Date.now() + 25 * 3_600_000)).toHaveLength(20);
  });

  it('keeps of a feed what its options say, and never lets go of what is unread or starred', async () => {
    await subscribe(1);
    await library.sync.start({ feedId: null });
    const ids = [...listArticleIds(library.store.read, { kind: 'all' })];
    setFeedOptions(library.store.write, 1, { fullText: 'auto', keepCount: 5, keepDays: null });
    markArticles(library.store.write, ids.slice(3), { isRead: true }, 1);
    markArticles(library.store.write, ids.slice(19), { isStarred: true }, 1);
    news.setNewest(1, 21);
    await library.sync.start({ feedId: null });
    const kept = [...listArticleIds(library.store.read, { kind: 'all' })];
    expect(kept).toHaveLength(6);
    expect(kept.slice(1)).toEqual([...ids.slice(0, 4), ids[19]]);
    expect(await library.check()).toEqual({ ok: true, problems: [] });
    news.setNewest(1, 20);
    await library.sync.start({ feedId: null });
    expect(countLibrary(library.store.read).all).toBe(6);
  });
});
