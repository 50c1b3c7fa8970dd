import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsServer, type NewsServer } from '../servers/news-server.ts';
import { PATIENCE, openReader, runCommand, type Reader } from './driver.ts';

describe('what can go wrong with an address', () => {
  let news: NewsServer;
  let reader: Reader;
  beforeAll(async () => {
    news = await startNewsServer({ folder: null });
    reader = await openReader();
    news.answer('/fail/broken', { status: 200, headers: { 'content-type': 'application/rss+xml' }, body: '<?xml version="1.0"?><rss version="2.0"><chan' });
    await reader.follow(news.siteFront(1));
  });
  afterAll(async () => {
    await reader.close();
    await news.close();
  });

  it.each([
    ['words', 'xin chào', /not an address|address/i],
    ['a dead host', 'http://127.0.0.1:9/rss', /127\.0\.0\.1/],
    ['a page that is not there', '404', /no such page/i],
    ['a page that is no feed and names none', 'not-a-feed', /no .*(feed|source)/i],
    ['a broken feed', 'broken', /broken|damaged|read/i],
    ['a page of 50 MB', 'large', /large|MB/i],
    ['an endless redirect', 'redirect-loop', /redirect|sent/i],
    ['an answer that breaks off', 'truncated', /broke|broken|connection/i],
  ])('says in words what is wrong with %s', async (_what, address, expected) => {
    const url = /^[a-z0-9-]+$/.test(address) ? news.url(`/fail/${address}`) : address;
    await reader.lookUp(url);
    const outcome = reader.page.getByRole('dialog').locator('.add-outcome');
    await expect.poll(() => outcome.innerText(), PATIENCE).toMatch(expected);
    const said = await outcome.innerText();
    expect(said).not.toMatch(/Error|undefined|ECONN|ENOTFOUND|null|\bat\b .*\.ts/);
    await reader.page.keyboard.press('Escape');
    const answer = await runCommand(reader.library, 'add', url);
    expect(answer.code).toBe(1);
    expect(answer.stderr.trim()).toMatch(/^docbao: .+[.]$/);
    expect(answer.stderr).not.toMatch(/undefined|\n\s+at /);
  });

  it('follows a feed of 0 entries', async () => {
    await reader.follow(news.failure('empty-feed'));
    await reader.openFeed('Báo trống');
    await reader.page.getByText('This source has no articles yet.').waitFor();
  });

  it('tells which source failed and why, while the others go on', async () => {
    await reader.follow(news.siteFront(2));
    news.answer('/site/2/feed.rss', '500');
    news.setNewest(1, 23);
    await reader.update();
    await expect
      .poll(async () => {
        const list = await reader.page.evaluate(() => window.docbao.feeds.list());
        return list.ok ? list.value.feeds.map(({ articleCount, lastError }) => [articleCount, lastError?.kind ?? null]) : [];
      }, PATIENCE)
      .toEqual(expect.arrayContaining([[23, null], [0, null], [20, 'http-status']]));
    await reader.page.locator('.sync-text').click();
    await expect.poll(() => reader.page.locator('body').innerText(), PATIENCE).toMatch(/Báo Thử 2\nfailed\s+.* is in trouble and sent no page/);
  });

  it('keeps the library sound through all of it', async () => {
    expect((await runCommand(reader.library, 'check')).value).toEqual({ ok: true, problems: [] });
  });
});
