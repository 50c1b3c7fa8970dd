import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsServer, type NewsServer } from '../servers/news-server.ts';
import { PATIENCE, openReader, type Reader } from './driver.ts';

const hasData = existsSync(fileURLToPath(new URL('../../../shared/data/feeds', import.meta.url)));
if (!hasData) process.stderr.write('real pages in the window: skipped, there is no ../shared/data\n');

/** The pages that a paper's feed leads to, as they were served: from the network to the page and the search box. */
describe.runIf(hasData)('real pages in the window', () => {
  let news: NewsServer;
  let reader: Reader;
  let titles: string[] = [];
  beforeAll(async () => {
    news = await startNewsServer();
    reader = await openReader();
  });
  afterAll(async () => {
    await reader.close();
    await news.close();
  });

  it('are followed and fetched', async () => {
    await reader.follow(news.url('/feeds/pages.rss'));
    await reader.openFeed('Trang thật');
    await expect.poll(() => reader.rows.count(), PATIENCE).toBeGreaterThan(3);
    titles = await reader.page.evaluate(async () => {
      const feeds = await window.docbao.feeds.list();
      const feed = feeds.ok ? feeds.value.feeds.find(({ title }) => title === 'Trang thật') : undefined;
      const list = await window.docbao.articles.listIds({ view: { kind: 'feed', feedId: feed?.id ?? 0 } });
      const rows = await window.docbao.articles.getSummaries({ ids: list.ok ? [...list.value.ids] : [] });
      return rows.ok ? rows.value.map(({ title }) => title) : [];
    });
    expect(titles).toHaveLength(news.realArticles.length);
  });

  it('are read with their pictures and found without marks, with the server gone', async () => {
    await news.down();
    for (const title of titles.slice(0, 3)) {
      expect((await reader.read(title)).length).toBeGreaterThan(800);
      const pictures = await reader.shownImages();
      expect(pictures.every((src) => src.startsWith('docbao-asset://library/'))).toBe(true);
      expect(await reader.inArticle((doc) => doc.querySelectorAll('.docbao-missing-image').length)).toBe(0);
    }
    const [title = ''] = titles;
    await reader.search(title.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').replace(/[^\p{L}\p{N} ]/gu, ' ').split(/\s+/).slice(0, 6).join(' '));
    await expect.poll(() => reader.rows.filter({ has: reader.page.locator('mark') }).filter({ hasText: title }).count(), PATIENCE).toBeGreaterThan(0);
  });
});
