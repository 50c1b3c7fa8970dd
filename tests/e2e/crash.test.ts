import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeUpArticle } from '../servers/made-up-site.ts';
import { startNewsServer, type NewsServer } from '../servers/news-server.ts';
import { PATIENCE, openReader, runCommand, type Reader } from './driver.ts';

interface Listed {
  readonly total: number;
  readonly articles: readonly { readonly id: number; readonly title: string }[];
}

const SITES = [1, 2, 3, 4, 5, 6];

async function articleCount(reader: Reader): Promise<number> {
  const list = await reader.page.evaluate(() => window.docbao.feeds.list());
  return list.ok ? list.value.counts.all : -1;
}

async function startSync(reader: Reader): Promise<void> {
  await reader.page.evaluate(() => void window.docbao.sync.start({ feedId: null }));
}

describe('kill -9 in the middle of a sync', () => {
  let news: NewsServer;
  let reader: Reader;
  beforeAll(async () => {
    news = await startNewsServer({ folder: null });
    reader = await openReader();
    for (const site of SITES) {
      const added = await reader.page.evaluate((feedUrl) => window.docbao.feeds.add({ feedUrl }), news.siteFeed(site));
      expect(added.ok).toBe(true);
    }
  });
  afterAll(async () => {
    await reader.close();
    await news.close();
  });

  it('loses no article that was committed, and the index is right', async () => {
    const before = await articleCount(reader);
    await startSync(reader);
    await expect.poll(() => articleCount(reader), { ...PATIENCE, interval: 20 }).toBeGreaterThan(before + 20);
    const seen = await reader.page.evaluate(async () => {
      const list = await window.docbao.articles.listIds({ view: { kind: 'all' } });
      return list.ok ? [...list.value.ids] : [];
    });
    await reader.kill();
    const { value } = await runCommand<Listed>(reader.library, 'list', '--limit', '1000');
    const kept = new Set(value.articles.map((article) => article.id));
    expect(seen.filter((id) => !kept.has(id))).toEqual([]);
    expect((await runCommand(reader.library, 'check')).value).toEqual({ ok: true, problems: [] });
  });

  it('takes up what was left undone', async () => {
    reader = await openReader({ library: reader.library });
    await startSync(reader);
    await reader.synced();
    const state = await reader.page.evaluate(async () => {
      const list = await window.docbao.feeds.list();
      return list.ok ? list.value.feeds.map((feed) => feed.articleCount) : [];
    });
    expect(state).toEqual(SITES.map(() => 20));
    const { value } = await runCommand<Listed>(reader.library, 'list', '--limit', '1000');
    const titles = new Set(value.articles.map((article) => article.title));
    const missing = SITES.flatMap((site) => Array.from({ length: 20 }, (_, index) => madeUpArticle(site, index + 1).title)).filter((title) => !titles.has(title));
    expect(missing).toEqual([]);
    expect((await runCommand(reader.library, 'check')).value).toEqual({ ok: true, problems: [] });
    const summaries = value.articles.map((article) => article.id);
    const incomplete = await reader.page.evaluate(async (ids) => {
      const rows = await window.docbao.articles.getSummaries({ ids: ids.slice(0, 200) });
      return rows.ok ? rows.value.filter((row) => row.offline !== 'complete').map((row) => row.title) : ['failed'];
    }, summaries);
    expect(incomplete).toEqual([]);
  });

  it('is not felt when only the window dies: it comes back and says so', async () => {
    await reader.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    // A page that is not there any more never answers; the next question does.
    const text = (): Promise<string> =>
      reader.app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        const patience = new Promise<string>((resolve) => setTimeout(() => resolve(''), 500));
        return Promise.race([patience, contents?.executeJavaScript('document.body.innerText') as Promise<string>]);
      });
    await expect.poll(() => text().catch(String), PATIENCE).toContain('Báo Thử');
  });
});
