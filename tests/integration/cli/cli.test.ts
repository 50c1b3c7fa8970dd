import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSavedSearch, openStore } from '../../../main/store/index.ts';
import { startNewsServer, type NewsServer } from '../../servers/news-server.ts';
import { docbao, docbaoJson, startDocbao } from './docbao.ts';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

interface Listed {
  total: number;
  articles: { id: number; title: string; feedId: number | null; url: string; publishedAt: string; isRead: boolean; isStarred: boolean; lede: string | null; offline: string }[];
}
interface Shown {
  title: string;
  lede: string;
  byline: string;
  publishedAt: string;
  text: string;
  html: string;
  wordCount: number;
  offline: string;
  images: { src: string; caption: string | null; stored: boolean }[];
}
interface Found {
  total: number;
  tookMs: number;
  hits: { id: number; title: string; url: string; publishedAt: string; score: number; snippet: string }[];
}
interface Synced {
  feeds: number;
  unchanged: number;
  failed: { url: string; kind: string; message: string }[];
  newArticles: number;
  updatedArticles: number;
  assets: number;
  ms: number;
}

describe('the command line', () => {
  let news: NewsServer;
  let library: string;
  const json = <Value>(...args: string[]): Promise<Value> => docbaoJson<Value>(library, ...args);

  beforeAll(async () => {
    news = await startNewsServer({ folder: null });
    library = mkdtempSync(join(tmpdir(), 'docbao-cli-'));
  });
  afterAll(async () => {
    await news.close();
    rmSync(library, { recursive: true, force: true });
  });

  it('subscribes to the feed of a site', async () => {
    const added = await json<{ feed: { id: number; url: string; title: string; siteUrl: string }; found: number }>('add', news.siteFront(1));
    expect(added).toEqual({ feed: { id: 1, url: news.siteFeed(1), title: 'Báo Thử 1', siteUrl: news.siteFront(1) }, found: 1 });
    expect(await json('feeds')).toEqual([{ id: 1, url: news.siteFeed(1), title: 'Báo Thử 1', unread: 0, lastSyncAt: null, lastError: null }]);
  });

  it('syncs its articles, whole, with their images', async () => {
    const synced = await json<Synced>('sync');
    expect(synced).toMatchObject({ feeds: 1, unchanged: 0, failed: [], newArticles: 20, updatedArticles: 0, assets: 40, ms: expect.any(Number) });
    const listed = await json<Listed>('list', '--limit', '3');
    expect(listed.total).toBe(20);
    expect(listed.articles.map(({ title }) => title.replace(/.*số /, ''))).toEqual(['20', '19', '18']);
    expect(listed.articles[0]).toMatchObject({ feedId: 1, url: news.sitePage(1, 20), isRead: false, isStarred: false, offline: 'complete', publishedAt: expect.stringMatching(ISO) });
  });

  it('shows an article', async () => {
    const { articles } = await json<Listed>('list', '--limit', '1');
    const id = String(articles[0]?.id);
    const shown = await json<Shown>('show', id);
    expect(shown).toMatchObject({ title: articles[0]?.title, byline: 'Lê Minh Anh', offline: 'complete' });
    expect(shown.lede).toContain('sau nhiều ngày chờ đợi');
    expect(shown.text).toContain('(Ghi chép số 1-20, đoạn 1.)');
    expect(shown.text).toContain('(Ghi chép số 1-20, đoạn 7.)');
    expect(shown.text).not.toContain('Tin liên quan');
    expect(shown.images.map(({ stored }) => stored)).toEqual([true, true]);
    expect(shown.images[0]?.caption).toContain('ảnh 1 của bài 20');
    expect(shown.html).not.toMatch(/src="http/);
    expect((await docbao(library, 'show', id, '--text')).stdout.trim()).toBe(shown.text.trim());
    expect((await docbao(library, 'show', id, '--html')).stdout.trim()).toBe(shown.html.trim());
  });

  it.each(['Ghi chép số 1-20', 'ghi chep so 1-20', 'lê minh anh bản tin số 20', 'ban tin so 20'])('finds “%s”', async (query) => {
    const found = await json<Found>('search', query);
    expect(found.hits[0]?.url).toBe(news.sitePage(1, 20));
    expect(found.hits[0]?.snippet.length).toBeGreaterThan(10);
    expect(found.hits[0]?.publishedAt).toMatch(ISO);
  });

  it('is a program of its own: one value on stdout, words on stderr, and an exit code', async () => {
    const found = await startDocbao(library, '--json', 'search', 'ghi chep so 1-20').result;
    expect(found).toMatchObject({ code: 0, stderr: '' });
    expect((JSON.parse(found.stdout) as Found).hits[0]?.url).toBe(news.sitePage(1, 20));
    expect(await startDocbao(library, 'show', '99').result).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^docbao: .*99.*\n$/) });
    expect(await startDocbao(library, 'list', '--all').result).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^docbao: [^\n]+\n$/) });
    expect((await startDocbao(library, 'help').result).stdout).toContain('import <file');
  });

  it('leaves unchanged feeds alone', async () => {
    news.forget();
    expect(await json<Synced>('sync')).toMatchObject({ feeds: 1, unchanged: 1, newArticles: 0, assets: 0, failed: [] });
    expect(news.requests.map(({ path, status }) => `${path} ${status}`)).toEqual(['/site/1/feed.rss 304']);
  });

  it('brings only what is new', async () => {
    news.setNewest(1, 23);
    news.forget();
    expect(await json<Synced>('sync', '--feed', '1')).toMatchObject({ newArticles: 3, updatedArticles: 0, assets: 6 });
    expect(news.count('/site/1/bai-')).toBe(3);
    expect((await json<Listed>('list')).total).toBe(23);
  });

  it('marks articles', async () => {
    await json('mark', '1', '2', '--read', '--starred');
    expect((await json<Listed>('list', '--unread')).total).toBe(21);
    expect((await json<Listed>('list', '--starred')).articles.map(({ id }) => id).sort((a, b) => a - b)).toEqual([1, 2]);
    await json('mark', '1', '--unread', '--unstarred');
    expect((await json<Listed>('list', '--starred')).articles.map(({ id }) => id)).toEqual([2]);
    expect(await json('feeds')).toMatchObject([{ unread: 22, lastSyncAt: expect.stringMatching(ISO) }]);
  });

  it('saves pages and files, each once', async () => {
    const file = join(library, 'ghi-chep.txt');
    writeFileSync(file, 'Chợ phiên ngày mưa\n\nSáng nay chợ vắng, chỉ còn hàng rau là đông.\n\nNgười bán cá về sớm vì nước lên nhanh hơn mọi năm.\n');
    const saved = await json<{ id: number; title: string; url: string | null }[]>('save', news.sitePage(7, 3), file);
    expect(saved.map(({ title }) => title)).toEqual([expect.stringContaining('bản tin số 3'), 'Chợ phiên ngày mưa']);
    expect(await json('save', news.sitePage(7, 3), file)).toEqual(saved);
    expect((await json<Found>('search', 'hàng rau')).hits[0]?.id).toBe(saved[1]?.id);
  });

  it('reads everything with the server gone, and says what could not be synced', async () => {
    await news.down();
    const shown = await json<Shown>('show', '1');
    expect(shown.text).toContain('Ghi chép số 1-');
    expect((await json<Found>('search', 'thu giong lua')).total).toBeGreaterThan(0);
    const failed = await docbao(library, '--json', 'sync');
    expect(failed.code).toBe(1);
    expect((JSON.parse(failed.stdout) as Synced).failed).toMatchObject([{ url: news.siteFeed(1), kind: 'host-unreachable' }]);
    expect(failed.stderr).toContain('127.0.0.1');
    expect(await json('feeds')).toMatchObject([{ lastError: expect.stringContaining('127.0.0.1') }]);
    expect((await json<Listed>('list')).total).toBe(25);
    await news.up();
    expect(await json<Synced>('sync')).toMatchObject({ failed: [] });
    expect(await json('feeds')).toMatchObject([{ lastError: null }]);
  });

  it('checks and counts', async () => {
    expect(await json('check')).toEqual({ ok: true, problems: [] });
    expect(await json('stats')).toMatchObject({ feeds: 1, articles: 25, starred: 1, assets: expect.any(Number), databaseBytes: expect.any(Number) });
  });

  it('lists saved searches with what they find', async () => {
    const store = openStore(library);
    addSavedSearch(store.write, 'Ghi chép', 'ghi chép');
    store.close();
    const [saved] = await json<{ total: number; unread: number }[]>('searches');
    expect(saved).toMatchObject({ id: 1, name: 'Ghi chép', query: 'ghi chép', notifies: false, total: expect.any(Number) });
    expect(saved?.unread).toBeGreaterThan(0);
  });

  it('notices an image that is gone', async () => {
    rmSync(join(library, 'assets'), { recursive: true });
    const { code, stdout } = await docbao(library, '--json', 'check');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: expect.arrayContaining([expect.stringContaining('missing')]) });
  });

  it('unsubscribes, and keeps what is starred', async () => {
    await json('feeds', 'remove', '1');
    expect(await json('feeds')).toEqual([]);
    expect((await json<Listed>('list', '--starred')).total).toBe(1);
    expect((await json<Found>('search', 'Ghi chép số 1-20')).hits.map(({ url }) => url)).not.toContain(news.sitePage(1, 20));
  });
});

describe('bad input on the command line', () => {
  let news: NewsServer;
  let library: string;

  beforeAll(async () => {
    news = await startNewsServer({ folder: null });
    library = mkdtempSync(join(tmpdir(), 'docbao-cli-'));
  });
  afterAll(async () => {
    await news.close();
    rmSync(library, { recursive: true, force: true });
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['fetch']],
    ['an unknown option', ['list', '--all']],
    ['a word too few', ['add']],
    ['an id that is none', ['show', 'x']],
    ['a count that is none', ['list', '--limit', '-1']],
    ['options that exclude each other', ['list', '--unread', '--starred']],
    ['nothing to mark', ['mark', '1']],
  ])('%s is answered with 2 and one line', async (_what, args) => {
    const { code, stdout, stderr } = await docbao(library, ...args);
    expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 });
  });

  it.each([
    ['not a feed', 'not-a-feed', 'No feed'],
    ['404', '404', 'nothing at'],
    ['a redirect loop', 'redirect-loop', 'redirect'],
    ['a page of 50 MB', 'large', '50 MB'],
    ['a connection that breaks', 'reset', ''],
  ] as const)('%s is answered with 1 and a sentence', async (_what, failure, words) => {
    const { code, stdout, stderr } = await docbao(library, '--json', 'add', news.failure(failure));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr.toLowerCase()).toContain(words.toLowerCase());
  });

  it('a dead host, a missing file and a missing article are told in words', async () => {
    const dead = await docbao(library, 'add', 'http://127.0.0.1:9/feed.xml');
    expect([dead.code, dead.stderr]).toEqual([1, expect.stringContaining('127.0.0.1')]);
    expect(await docbao(library, 'save', '/no/such/file.txt')).toMatchObject({ code: 1, stderr: expect.stringContaining('/no/such/file.txt') });
    expect(await docbao(library, 'show', '99')).toMatchObject({ code: 1, stderr: expect.stringContaining('99') });
  });

  it('feeds that break later fail alone, in words, and lose nothing', async () => {
    await docbaoJson(library, 'add', news.siteFeed(1));
    await docbaoJson(library, 'add', news.siteFeed(2));
    await docbaoJson(library, 'sync');
    news.setNewest(1, 25);
    news.answer('/site/2/feed.rss', 'broken-xml');
    news.answer('/site/1/bai-25.html', '404');
    news.answer('/site/1/bai-24.html', 'large');
    const synced = await docbaoJson<Synced>(library, 'sync');
    expect(synced.newArticles).toBeGreaterThanOrEqual(5);
    const { total, articles } = await docbaoJson<Listed>(library, 'list', '--feed', '1', '--limit', '2');
    expect(total).toBe(25);
    expect(articles.map(({ offline }) => offline)).toEqual(['summary', 'summary']);
    expect(await docbaoJson<Listed>(library, 'list', '--feed', '2')).toMatchObject({ total: expect.any(Number) });
    news.answer('/site/2/feed.rss', '410');
    expect(await docbaoJson<Synced>(library, 'sync')).toMatchObject({ failed: [{ kind: 'gone' }] });
    expect(await docbaoJson(library, 'check')).toEqual({ ok: true, problems: [] });
  });

  it('a library that is damaged, or can’t be made, is told in words', async () => {
    const damaged = mkdtempSync(join(tmpdir(), 'docbao-damaged-'));
    writeFileSync(join(damaged, 'library.sqlite'), 'This was a library once, and something has written over it.');
    const checked = await docbao(damaged, '--json', 'check');
    expect(checked.code).toBe(1);
    expect(JSON.parse(checked.stdout)).toEqual({ ok: false, problems: [expect.stringContaining('library.sqlite')] });
    expect(await docbao(damaged, 'list')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('library.sqlite') });
    expect(await docbao(join(damaged, 'library.sqlite', 'inside'), 'list')).toMatchObject({ code: 1, stderr: expect.stringContaining("can't be created") });
    rmSync(damaged, { recursive: true });
  });

  it('a feed without entries is a feed', async () => {
    const { feed } = await docbaoJson<{ feed: { id: number; title: string } }>(library, 'add', news.failure('empty-feed'));
    expect(feed.title).toBe('Báo trống');
    expect(await docbaoJson<Synced>(library, 'sync', '--feed', String(feed.id))).toMatchObject({ newArticles: 0, failed: [] });
  });
});
