import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../contract/domain/article.ts';
import { addWork, getArticle, getReceivedBytes, listArticleIds, listDueWork, markFeedSynced, removeFeed, resumeImages, saveSettings } from '../../../main/store/index.ts';
import { today } from '../../../main/sync/budget.ts';
import { openLibrary, type Library } from '../../../main/sync/open-library.ts';
import { startNewsServer, type NewsServer } from '../../servers/news-server.ts';

let news: NewsServer;
let folder: string;
let library: Library;

beforeEach(async () => {
  news = await startNewsServer({ folder: null });
  folder = mkdtempSync(join(tmpdir(), 'docbao-budget-'));
  library = await openLibrary({ folder });
});

afterEach(async () => {
  await library.close();
  await news.close();
  rmSync(folder, { recursive: true, force: true });
});

async function newest(): Promise<Article> {
  await library.sync.start({ feedId: null });
  const [id = 0] = listArticleIds(library.store.read, { kind: 'all' });
  return getArticle(library.store.read, id);
}

function serve(path: string, picture: string): void {
  const body = `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Bài có ảnh</title></head><body><article><h1>Bài có ảnh</h1>${picture}${'<p>Người dân trong xã cùng nhau sửa lại con đường sau mưa lũ, việc kéo dài đến tận chiều muộn mới xong.</p>'.repeat(8)}</article></body></html>`;
  news.answer(path, { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body });
}

describe('pictures', () => {
  it('are not fetched where the user wants none, the text is, and come when that changes', async () => {
    saveSettings(library.store.write, { imageQuality: 'none' });
    await library.subscribe(news.siteFeed(1));
    expect(await newest()).toMatchObject({ offline: 'partial', offlineReason: { why: 'images-off' }, text: expect.stringContaining('đoạn 7') });
    expect(news.count('/site/1/picture/')).toBe(0);
    expect(listDueWork(library.store.read, 1, Date.now() + 1_000_000_000)).toEqual([]);
    saveSettings(library.store.write, { imageQuality: 'best' });
    expect(resumeImages(library.store.write, Date.now())).toBe(20);
    expect(await newest()).toMatchObject({ offline: 'complete' });
  });

  it('wait on a network that is paid by the megabyte, and come on another or where the user lets them', async () => {
    library.sync.setConditions({ online: true, metered: true, onBattery: false });
    await library.subscribe(news.siteFeed(1));
    expect(await newest()).toMatchObject({ offline: 'partial', offlineReason: { why: 'metered' } });
    expect(news.count('/site/1/picture/')).toBe(0);
    saveSettings(library.store.write, { imagesOnMetered: true });
    for (const { articleId } of listDueWork(library.store.read, 1, Date.now() + 3_600_000)) addWork(library.store.write, articleId, 1, 'images', 0);
    expect(await newest()).toMatchObject({ offline: 'complete' });
  });

  it('are small ones where the user asks for those and the page offers them', async () => {
    const sets = '<figure><img src="/anh_1600x900.png" srcset="/anh_320x180.png 320w, /anh_640x360.png 640w, /anh_1600x900.png 1600w"></figure>';
    serve('/to.html', sets);
    serve('/nho.html', sets);
    const large = getArticle(library.store.read, await library.savePage(news.url('/to.html')));
    saveSettings(library.store.write, { imageQuality: 'small' });
    const small = getArticle(library.store.read, await library.savePage(news.url('/nho.html')));
    expect([large, small].map(({ images }) => images.map(({ width }) => width))).toEqual([[1600], [640]]);
  });

  it('of a saved page that failed are asked for again, and what a saved page costs is counted', async () => {
    serve('/luu.html', '<figure><img src="/mat_320x180.png"></figure>');
    news.answer('/mat_320x180.png', '500');
    const id = await library.savePage(news.url('/luu.html'));
    expect(getArticle(library.store.read, id)).toMatchObject({ offline: 'partial', images: [{ error: expect.stringContaining('500') }] });
    expect(getReceivedBytes(library.store.read, today())).toBeGreaterThan(500);
    expect(listDueWork(library.store.read, null, Date.now() + 3_600_000)).toMatchObject([{ articleId: id, kind: 'images' }]);
    news.answer('/mat_320x180.png', null);
    addWork(library.store.write, id, null, 'images', 0);
    await library.sync.start({ feedId: 'due' });
    expect(getArticle(library.store.read, id).offline).toBe('complete');
  });
});

describe('work that is due', () => {
  it('is done though the time of its feed has not come, and the feed is not asked', async () => {
    await library.subscribe(news.siteFeed(1));
    news.answer('/site/1/picture/20-1_320x200.png', '500');
    const { id } = await newest();
    news.answer('/site/1/picture/20-1_320x200.png', null);
    markFeedSynced(library.store.write, 1, Date.now(), Date.now() + 3_600_000);
    addWork(library.store.write, id, 1, 'images', 0);
    news.forget();
    expect(await library.sync.start({ feedId: 'due' })).toMatchObject({ feeds: 1, unchanged: 1, assets: 1 });
    expect(news.requests.map(({ path }) => path)).toEqual(['/site/1/picture/20-1_320x200.png']);
    expect(getArticle(library.store.read, id).offline).toBe('complete');
  });

  it('goes on for an article that outlived its subscription', async () => {
    await library.subscribe(news.siteFeed(1));
    news.answer('/site/1/picture/20-1_320x200.png', '500');
    const { id } = await newest();
    library.store.write.run('UPDATE article_status SET is_starred = 1 WHERE article_id = ?', id);
    removeFeed(library.store.write, 1);
    news.answer('/site/1/picture/20-1_320x200.png', null);
    addWork(library.store.write, id, null, 'images', 0);
    await library.sync.start({ feedId: null });
    expect(getArticle(library.store.read, id)).toMatchObject({ offline: 'complete', feedId: null });
  });
});
