import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getArticle, listArticleIds, markArticles } from '../../../main/store/index.ts';
import { openLibrary, type Library } from '../../../main/sync/open-library.ts';
import { startNewsServer, type NewsServer } from '../../servers/news-server.ts';

let news: NewsServer;
let folder: string;
let library: Library;

beforeEach(async () => {
  news = await startNewsServer({ folder: null });
  folder = mkdtempSync(join(tmpdir(), 'docbao-page-'));
  library = await openLibrary({ folder });
});

afterEach(async () => {
  await library.close();
  await news.close();
  rmSync(folder, { recursive: true, force: true });
});

function serve(path: string, title: string, texts: readonly string[], head = '', foot = ''): void {
  const body = `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${texts.map((text) => `<p>${text}</p>`).join('')}</article>${foot}</body></html>`;
  news.answer(path, { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body });
}

function paragraphs(mark: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `Đoạn ${mark}-${at + 1}: người dân trong xã cùng nhau sửa lại con đường sau mưa lũ, việc kéo dài đến tận chiều muộn mới xong.`);
}

describe('an article on several pages', () => {
  it('is joined, and ends where a page fails', async () => {
    const link = (page: number): string => `<link rel="next" href="/bai-dai-2026.html?page=${page}">`;
    serve('/bai-dai-2026.html', 'Bài dài nhiều trang', paragraphs('một', 6), link(2));
    await library.savePage(news.url('/bai-dai-2026.html'));
    const [id = 0] = listArticleIds(library.store.read, { kind: 'all' });
    expect(getArticle(library.store.read, id).text).toContain('Đoạn một-6');
    const asked = news.requests.map(({ path }) => path).filter((path) => path.includes('page='));
    expect(asked).toEqual(['/bai-dai-2026.html?page=2']);
  });

  it('holds the text of each, once', async () => {
    serve('/tin/bai-dai/', 'Bài dài nhiều trang', paragraphs('một', 6), '<link rel="next" href="/tin/bai-dai/page/2">');
    serve('/tin/bai-dai/page/2', 'Bài dài nhiều trang', paragraphs('hai', 6), '<link rel="next" href="/tin/bai-dai/page/3">');
    serve('/tin/bai-dai/page/3', 'Bài dài nhiều trang', paragraphs('ba', 6), '<link rel="next" href="/tin/bai-dai/page/2">');
    const id = await library.savePage(news.url('/tin/bai-dai/'));
    const { text } = getArticle(library.store.read, id);
    for (const mark of ['một', 'hai', 'ba']) expect(text.split(`Đoạn ${mark}-3:`)).toHaveLength(2);
    expect(news.count('/tin/bai-dai/page/')).toBe(2);
  });
});

describe('a poor page', () => {
  it('gives way to its AMP variant', async () => {
    serve('/ngheo-2026.html', 'Trang nghèo', paragraphs('tóm tắt', 2), '<link rel="amphtml" href="/amp/ngheo-2026.html">');
    serve('/amp/ngheo-2026.html', 'Trang nghèo', paragraphs('đủ', 8));
    const id = await library.savePage(news.url('/ngheo-2026.html'));
    expect(getArticle(library.store.read, id).text).toContain('Đoạn đủ-8');
  });
});

describe('good text', () => {
  it('stays where the page is a wall or empty when it is saved again', async () => {
    serve('/bai-2026.html', 'Bài hay', paragraphs('hay', 8));
    const id = await library.savePage(news.url('/bai-2026.html'));
    markArticles(library.store.write, [id], { isStarred: true }, 1);
    serve('/bai-2026.html', 'Bài hay', ['Nội dung này chỉ dành cho người đăng ký. Đăng nhập để đọc tiếp bài viết này.']);
    await library.savePage(news.url('/bai-2026.html')).catch(() => undefined);
    expect(getArticle(library.store.read, id)).toMatchObject({ isStarred: true, text: expect.stringContaining('Đoạn hay-8') });
    serve('/bai-2026.html', 'Bài hay', paragraphs('mới', 9).concat(paragraphs('hay', 8)));
    expect(await library.savePage(news.url('/bai-2026.html'))).toBe(id);
    expect(getArticle(library.store.read, id).text).toContain('Đoạn mới-9');
  });

  it('stays where an edited entry leads to a dead page', async () => {
    await library.subscribe(news.siteFeed(1));
    await library.sync.start({ feedId: null });
    const [newest = 0] = listArticleIds(library.store.read, { kind: 'all' });
    const before = getArticle(library.store.read, newest);
    const feed = await (await fetch(news.siteFeed(1))).text();
    news.answer('/site/1/feed.rss', { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body: feed.replace('bản tin số 20', 'bản tin số 20 (gỡ)') });
    serve('/site/1/bai-20.html', 'Không tìm thấy', ['Trang bạn tìm không còn tồn tại.']);
    expect(await library.sync.start({ feedId: null })).toMatchObject({ failed: [], updatedArticles: 0 });
    expect(getArticle(library.store.read, newest)).toMatchObject({ text: before.text, offline: 'complete' });
  });
});
