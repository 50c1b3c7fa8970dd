import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsServer, type NewsServer } from '../../servers/news-server.ts';
import { docbao, docbaoJson } from './docbao.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const hasData = existsSync(join(DATA, 'feeds'));
if (!hasData) process.stderr.write('real pages: skipped, there is no ../shared/data\n');

interface Shown {
  title: string;
  text: string;
  byline: string | null;
  offline: string;
  wordCount: number;
  images: { stored: boolean }[];
}

describe.runIf(hasData)('real feeds and pages', () => {
  let news: NewsServer;
  let library: string;
  const json = <Value>(...args: string[]): Promise<Value> => docbaoJson<Value>(library, ...args);
  const ids = async (): Promise<number[]> => (await json<{ articles: { id: number }[] }>('list', '--limit', '500')).articles.map(({ id }) => id);

  beforeAll(async () => {
    news = await startNewsServer();
    library = mkdtempSync(join(tmpdir(), 'docbao-real-'));
  });
  afterAll(async () => {
    await news.close();
    rmSync(library, { recursive: true, force: true });
  });

  it('are added and synced; files that are no feeds are refused', async () => {
    const added = await Promise.all(news.realFeeds.map((url) => docbao(library, '--json', 'add', url)));
    expect(added.filter(({ code }) => code === 0).length).toBeGreaterThanOrEqual(5);
    for (const { stderr } of added.filter(({ code }) => code !== 0)) expect(stderr).toMatch(/no feed/i);
    await json('add', news.url('/feeds/pages.rss'));
    const synced = await json<{ newArticles: number; failed: unknown[]; assets: number }>('sync');
    expect(synced.failed).toEqual([]);
    expect(synced.newArticles).toBeGreaterThan(90);
    expect(synced.assets).toBeGreaterThan(90);
  });

  it('are read whole, with their pictures, and found, also when the server is gone', async () => {
    await news.down();
    const feeds = await json<{ id: number; url: string }[]>('feeds');
    const pages = feeds.find(({ url }) => url.endsWith('/feeds/pages.rss'));
    const { articles } = await json<{ articles: { id: number; title: string }[] }>('list', '--feed', String(pages?.id));
    expect(articles).toHaveLength(news.realArticles.length);
    for (const { id, title } of articles) {
      const shown = await json<Shown>('show', String(id));
      expect(shown, title).toMatchObject({ offline: 'complete', title });
      expect(shown.wordCount, title).toBeGreaterThan(150);
      expect(shown.images.every(({ stored }) => stored), title).toBe(true);
      expect(shown.text, title).not.toMatch(/^(Phản hồi|Tin liên quan|Các tin khác|Mới nhất)$/m);
      const words = title.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').replace(/[^\p{L}\p{N} ]/gu, ' ').split(/\s+/).slice(0, 7).join(' ');
      // Two pages of one article are one story: the second is folded under the first.
      const { hits } = await json<{ hits: { id: number; others?: { id: number }[] }[] }>('search', words);
      expect(hits.flatMap((hit) => [hit.id, ...(hit.others ?? []).map((other) => other.id)]), words).toContain(id);
    }
    expect(await json('check')).toEqual({ ok: true, problems: [] });
    expect((await ids()).length).toBeGreaterThan(90);
  });
});
