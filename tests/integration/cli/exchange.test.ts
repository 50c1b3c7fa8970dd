import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countLibrary, openReadableStore, openStore } from '../../../main/store/index.ts';
import { startNewsServer, type NewsServer } from '../../servers/news-server.ts';
import { docbao, docbaoJson, startDocbao } from './docbao.ts';

let news: NewsServer;
let folder: string;
let library: string;

beforeAll(async () => {
  news = await startNewsServer({ folder: null });
  folder = mkdtempSync(join(tmpdir(), 'docbao-exchange-'));
  library = join(folder, 'library');
});
afterAll(async () => {
  await news.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('subscription lists', () => {
  it('are taken in with folders, and told what was skipped', async () => {
    const file = join(folder, 'list.opml');
    const outlines = [
      `<outline text="Trong nước"><outline text="Bắc &amp; Trung"><outline type="rss" text="Báo Thử 1" xmlUrl="${news.siteFeed(1)}" htmlUrl="${news.siteFront(1)}"/></outline>`,
      `<outline type="rss" text="Báo của tôi" xmlUrl="${news.siteFeed(2)}"/></outline>`,
      `<outline type="rss" text="Hỏng" xmlUrl="javascript:alert(1)"/>`,
      `<outline type="rss" text="Báo Thử 1 lần nữa" xmlUrl="${news.siteFeed(1)}"/>`,
    ];
    writeFileSync(file, `<?xml version="1.0"?><opml version="2.0"><head><title>Của tôi</title></head><body>${outlines.join('')}</body></opml>`);
    const first = await docbaoJson<{ feeds: number; added: number; skipped: { url: string; message: string }[] }>(library, 'import', file);
    expect(first.added).toBe(2);
    expect(first.skipped).toContainEqual({ url: 'javascript:alert(1)', message: expect.stringMatching(/\w/) });
    expect(await docbaoJson(library, 'import', file)).toMatchObject({ added: 0 });
    expect(await docbaoJson(library, 'sync')).toMatchObject({ feeds: 2, newArticles: 40, failed: [] });
    expect(await docbaoJson(library, 'feeds')).toMatchObject([{ title: 'Báo Thử 1' }, { title: 'Báo của tôi' }]);
  });

  it('come out as they went in', async () => {
    const file = join(folder, 'out.opml');
    expect(await docbaoJson(library, 'export', '--opml', file)).toEqual({ file });
    const written = readFileSync(file, 'utf8');
    expect(written).toContain('text="Bắc &amp; Trung"');
    const other = join(folder, 'other');
    expect(await docbaoJson(other, 'import', file)).toMatchObject({ feeds: 2, added: 2, skipped: [] });
    expect((await docbao(other, 'export', '--opml')).stdout.replace(/<dateCreated>.*/, '')).toBe(written.replace(/<dateCreated>.*/, ''));
  });

  it('of thousands are taken in at once', async () => {
    const file = join(folder, 'many.opml');
    const outlines = Array.from({ length: 5_000 }, (_, at) => `<outline type="rss" text="Nguồn ${at}" xmlUrl="https://bao-${at}.example/rss"/>`);
    writeFileSync(file, `<opml version="1.0"><body>${outlines.join('\n')}</body></opml>`);
    expect(await docbaoJson(join(folder, 'many'), 'import', file)).toEqual({ feeds: 5_000, added: 5_000, skipped: [] });
  });

  it('that are none are refused in words', async () => {
    const file = join(folder, 'page.opml');
    writeFileSync(file, '<html><body>Chào</body></html>');
    expect(await docbao(library, 'import', file)).toMatchObject({ code: 1, stderr: expect.stringContaining('not a subscription list') });
    expect(await docbao(library, 'import', join(folder, 'none.opml'))).toMatchObject({ code: 1, stderr: expect.stringContaining('none.opml') });
    expect(await docbao(library, 'import', 'list.doc')).toMatchObject({ code: 2 });
  });
});

describe('extracting anew', () => {
  it('needs no network and changes nothing where nothing is better', async () => {
    await news.down();
    expect(await docbaoJson(library, 'reextract')).toEqual({ articles: 40, changed: 0, kept: 0, failed: [] });
    expect(await docbaoJson(library, 'check')).toEqual({ ok: true, problems: [] });
    await news.up();
  });
});

describe('a site without a feed', () => {
  it('is followed by its list page', async () => {
    const front = (await (await fetch(news.siteFront(9))).text())
      .replace(/<link rel="alternate"[^>]*>/, '')
      .replace(/\/site\/9\/bai-(\d+)\.html/g, (_path, number: string) => `/bao-thu.vn/nguoi-dan-don-khach-ve-hoi-${2_026_000 + Number(number)}.html`);
    news.answer('/list/9', { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: front });
    const other = join(folder, 'sites');
    const added = await docbaoJson<{ feed: { id: number; url: string; title: string } }>(other, 'add', news.url('/list/9'));
    expect(added.feed).toMatchObject({ url: news.url('/list/9'), title: 'Báo Thử 9' });
    expect(await docbaoJson(other, 'sync')).toMatchObject({ newArticles: 10, failed: [] });
    const { articles } = await docbaoJson<{ articles: { url: string; offline: string }[] }>(other, 'list');
    expect(articles.map(({ offline }) => offline)).toEqual(articles.map(() => 'complete'));
    expect(await docbaoJson(other, 'sync')).toMatchObject({ unchanged: 1, newArticles: 0 });
  });
});

describe('a file of articles', () => {
  const articles = Array.from({ length: 600 }, (_, at) => ({ title: `Bài nhập ${at}`, body: [`Nội dung riêng ${at}`, 'Có U+2028:\u2028 ở giữa'], url: `https://nhap.example/${at}`, published_at: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString() }));
  const lines = (list: readonly object[]): string => list.map((article) => JSON.stringify(article)).join('\n');

  it.each(['', '.gz', '.xz'])('is taken in, searched, and taken up again where it was broken off (.jsonl%s)', async (suffix) => {
    const into = join(folder, `import${suffix}`);
    const file = join(folder, `articles.jsonl${suffix}`);
    const text = `${lines(articles.slice(0, 300))}\nhỏng\n${lines(articles.slice(300))}\n`;
    const plain = join(folder, 'plain.jsonl');
    writeFileSync(plain, text);
    if (suffix === '.gz') writeFileSync(file, gzipSync(text));
    else if (suffix === '.xz') writeFileSync(file, execFileSync('xz', ['-c', plain]));
    else writeFileSync(file, text);
    expect(await docbaoJson(into, 'import', file)).toEqual({ imported: 600, updated: 0, skipped: [{ line: 301, message: 'it is not JSON' }], ms: expect.any(Number) });
    expect(await docbaoJson(into, 'import', file)).toMatchObject({ imported: 0, updated: 0 });
    expect(await docbaoJson(into, 'list', '--limit', '1')).toMatchObject({ total: 600, articles: [{ title: 'Bài nhập 599', publishedAt: '2026-01-01T09:59:00.000Z' }] });
    expect((await docbaoJson<{ hits: { title: string }[] }>(into, 'search', 'noi dung rieng 417')).hits[0]?.title).toBe('Bài nhập 417');
  });

  it('whose import is killed half-way holds everything once when it is run again', async () => {
    const into = join(folder, 'killed');
    const file = join(folder, 'many.jsonl');
    const many = Array.from({ length: 6_000 }, (_, at) => ({ title: `Bài ${at}`, body: `Chuyện riêng số ${at} `.repeat(30), ...(at % 2 === 0 ? { url: `https://nhap.example/${at}` } : {}) }));
    writeFileSync(file, lines(many));
    openStore(into).close();
    const watcher = openReadableStore(into);
    const { child, result } = startDocbao(into, 'import', file);
    await expect.poll(() => countLibrary(watcher.read).all, { timeout: 60_000, interval: 10 }).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await result;
    const kept = countLibrary(watcher.read).all;
    watcher.close();
    expect(kept).toBeLessThan(many.length);
    expect(await docbaoJson(into, 'import', file)).toMatchObject({ imported: many.length - kept, updated: 0, skipped: [] });
    expect(await docbaoJson(into, 'search', 'chuyen rieng', '--limit', '1')).toMatchObject({ total: many.length });
    expect(await docbaoJson(into, 'check')).toEqual({ ok: true, problems: [] });
  });

  it('is found page by page, and after the index was built anew', async () => {
    const into = join(folder, 'import');
    const ids = async (...more: string[]): Promise<number[]> => (await docbaoJson<{ hits: { id: number }[] }>(into, 'search', 'nội dung', ...more)).hits.map(({ id }) => id);
    const first = await ids('--limit', '20');
    expect([...(await ids('--limit', '10')), ...(await ids('--limit', '10', '--offset', '10'))]).toEqual(first);
    expect(await docbaoJson(into, 'search', 'nội', 'dung', '-417', '-"riêng 5"')).toMatchObject({ total: 598 });
    expect(await docbaoJson(into, 'search', 'nội dung là:chưa đọc (417 HOẶC 418)')).toMatchObject({ total: 2 });
    expect(await docbaoJson(into, 'reindex')).toMatchObject({ articles: 600 });
    expect(await ids('--limit', '20')).toEqual(first);
    expect(await docbaoJson(into, 'check')).toEqual({ ok: true, problems: [] });
  });

  it('has suggestions, facets and articles about the same', async () => {
    const into = join(folder, 'import');
    const { suggestions } = await docbaoJson<{ suggestions: { text: string; kind: string }[] }>(into, 'suggest', 'bai nhap 41');
    expect(suggestions.length).toBeGreaterThan(0);
    expect(suggestions.every(({ text }) => text.startsWith('Bài nhập 41'))).toBe(true);
    const { facets } = await docbaoJson<{ facets: { months: { count: number }[] } }>(into, 'search', 'noi dung', '--facets');
    expect(JSON.stringify(facets)).toContain('600');
    const { hits } = await docbaoJson<{ hits: { id: number }[] }>(into, 'related', '1', '--limit', '3');
    expect(hits.map(({ id }) => id)).not.toContain(1);
    expect(await docbao(into, 'related', '9999')).toMatchObject({ code: 1 });
  });

  it('finds a phrase by its initials', async () => {
    const into = join(folder, 'initials');
    const file = join(folder, 'doan.txt');
    writeFileSync(file, 'Đoàn công tác về xã\n\nCác đại biểu Quốc hội gặp bà con ở nhà văn hoá thôn.\n\nNhiều ý kiến được ghi lại.\n');
    await docbaoJson(into, 'save', file);
    for (const query of ['đbqh', 'ĐBQH', 'dbqh']) expect((await docbaoJson<{ total: number }>(into, 'search', query)).total).toBe(1);
  });

  it('updates what is there already, and keeps its status', async () => {
    const into = join(folder, 'import');
    await docbaoJson(into, 'mark', '1', '--read', '--starred');
    const file = join(folder, 'again.jsonl');
    writeFileSync(file, lines([{ ...articles[0], body: 'Đã sửa', tags: 'Sửa, Chợ phiên' }, articles[1] ?? {}, { ...articles[2], body: 'Cũng sửa' }, { title: 'Mới', body: 'Mới' }]));
    expect(await docbaoJson(into, 'import', file)).toMatchObject({ imported: 1, updated: 2, skipped: [] });
    expect(await docbaoJson(into, 'import', file)).toMatchObject({ imported: 0, updated: 0, skipped: [] });
    expect(await docbaoJson(into, 'show', '1')).toMatchObject({ text: 'Đã sửa', tags: ['Chợ phiên', 'Sửa'], isRead: true, isStarred: true });
    expect((await docbaoJson<{ hits: { id: number }[] }>(into, 'search', 'tag:"chợ phiên" đã sửa')).hits.map(({ id }) => id)).toEqual([1]);
    expect(await docbaoJson(into, 'check')).toEqual({ ok: true, problems: [] });
  });

  it('that is missing or is not what its name says is told in words', async () => {
    const file = join(folder, 'broken.jsonl.gz');
    writeFileSync(file, 'not gzip');
    expect(await docbao(library, 'import', file)).toMatchObject({ code: 1, stderr: expect.stringContaining('broken.jsonl.gz') });
    expect(await docbao(library, 'import', join(folder, 'missing.jsonl'))).toMatchObject({ code: 1, stderr: expect.stringContaining('missing.jsonl') });
    expect(await docbao(library, 'import', join(folder, 'missing.jsonl.xz'))).toMatchObject({ code: 1, stderr: expect.stringContaining('missing.jsonl.xz') });
  });
});
