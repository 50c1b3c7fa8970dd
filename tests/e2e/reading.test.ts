import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeUpArticle } from '../servers/made-up-site.ts';
import { startNewsServer, type NewsServer } from '../servers/news-server.ts';
import { PATIENCE, openReader, runCommand, until, type Reader } from './driver.ts';

const newest = madeUpArticle(1, 20);
const second = madeUpArticle(1, 19);

/** What a reader does with a paper that is online, then with the same paper gone. One library, one story, told in order. */
describe('a paper, from its address to the page', () => {
  let news: NewsServer;
  let reader: Reader;
  beforeAll(async () => {
    news = await startNewsServer({ folder: null });
    reader = await openReader();
  });
  afterAll(async () => {
    await reader.close();
    await news.close();
  });

  it('finds the feed of a front page, follows it and fetches its articles', async () => {
    await reader.follow(news.siteFront(1));
    await reader.openFeed('Báo Thử 1');
    await expect.poll(() => reader.row(newest.title).isVisible(), PATIENCE).toBe(true);
    expect(news.count('/site/1/bai-')).toBe(20);
  });

  it('shows the whole article with its pictures and captions', async () => {
    const text = await reader.read(newest.title);
    expect(text).toContain(newest.lede);
    for (const paragraph of newest.paragraphs) expect(text).toContain(paragraph);
    expect(text).toContain(newest.pictures[0]?.caption);
    const images = await reader.shownImages();
    expect(images).toHaveLength(2);
    for (const image of images) expect(image).toMatch(/^docbao-asset:\/\/library\/[0-9a-f]{64}\.png$/);
  });

  it('gives every picture its room before it loads', async () => {
    const sizes = await reader.inArticle((doc) => [...doc.images].map((image) => [image.getAttribute('width'), image.getAttribute('height')]));
    expect(sizes).toEqual([['320', '200'], ['320', '200']]);
  });

  it('hangs captions under their pictures, from their left edge and no wider', async () => {
    const hang = await reader.inArticle((doc) => [...doc.querySelectorAll('.docbao-body figure')].map((figure) => {
      const [picture, caption] = ['img', 'figcaption'].map((name) => figure.querySelector(name)?.getBoundingClientRect() ?? new DOMRect());
      return picture !== undefined && caption !== undefined && picture.width > 0 && Math.abs(caption.left - picture.left) < 1 && caption.right < picture.right + 1 && caption.top >= picture.bottom;
    }));
    expect(hang).toEqual([true, true]);
  });

  it('shows its pictures by themselves, from one to the next by key, and gives the focus back', async () => {
    const { page } = reader;
    const dialog = page.getByRole('dialog', { name: 'Enlarge the image' });
    await reader.inArticle((doc) => doc.images[0]?.focus());
    await page.keyboard.press('Enter');
    await dialog.getByText(newest.pictures[0]?.caption ?? '').waitFor();
    for (const [key, at] of [['ArrowRight', 2], ['ArrowRight', 2], ['k', 1], ['j', 2]] as const) {
      await page.keyboard.press(key);
      await dialog.getByText(`Image ${at} of 2`).waitFor();
      await dialog.getByText(newest.pictures[at - 1]?.caption ?? '').waitFor();
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await reader.inArticle((doc) => doc.activeElement === doc.images[0])).toBe(true);
  });

  it('is read alone, page by page and from one article to the next', async () => {
    const { page } = reader;
    const top = (): Promise<number> => reader.inArticle((doc) => doc.documentElement.scrollTop);
    const isAtEnd = (): Promise<boolean> => reader.inArticle(({ documentElement: root }) => root.scrollTop + root.clientHeight > root.scrollHeight - 2);
    const isAlone = async (): Promise<boolean> => !(await page.getByRole('navigation').isVisible());
    await page.keyboard.press('f');
    await until('the article alone', isAlone);
    await reader.inArticle((doc) => doc.documentElement.scrollTo({ top: 0 }));
    await page.keyboard.press('Space');
    await until('a page down', async () => (await top()) > 0);
    while (!(await isAtEnd())) await page.keyboard.press('Space');
    await page.keyboard.press('Space');
    await reader.shown(second.title);
    await page.keyboard.press('k');
    await reader.shown(newest.title);
    expect(await isAlone()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('navigation').waitFor();
  });

  it('opens the original outside, shares its address, and copies words with where they come from', async () => {
    await reader.app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      Object.assign(shell, { openExternal: async (url: string) => void opened.push(url) });
    });
    const clipboard = (): Promise<string> => reader.app.evaluate(({ clipboard: board }) => board.readText());
    const original = news.sitePage(1, 20);
    for (const key of ['o', 'v']) await reader.page.keyboard.press(key);
    await expect.poll(() => reader.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened), PATIENCE).toEqual([original, original]);
    const share = async (item: string): Promise<void> => {
      await reader.page.getByRole('button', { name: 'Share and save as a file, or drag it out' }).click();
      await reader.page.getByRole('menuitem', { name: item }).click();
    };
    await share('Copy title and link');
    await expect.poll(clipboard, PATIENCE).toBe(`${newest.title}\n${original}`);
    await share('Copy link');
    await expect.poll(clipboard, PATIENCE).toBe(original);
    await reader.page.frameLocator('iframe[data-shown="true"]').locator('.docbao-body p').first().click({ clickCount: 3 });
    await reader.page.getByRole('button', { name: 'Copy with source' }).click();
    await expect.poll(clipboard, PATIENCE).toBe(`“${newest.paragraphs[0] ?? ''}”\n— ${newest.title}, Báo Thử 1\n${original}`);
    await reader.page.keyboard.press('Escape');
  });

  it('has marked it read, and stars it', async () => {
    await expect.poll(() => reader.row(newest.title).getAttribute('class'), PATIENCE).toContain('row-read');
    await reader.page.keyboard.press('s');
    await expect.poll(async () => (await runCommand<{ total: number }>(reader.library, 'list', '--starred')).value.total, PATIENCE).toBe(1);
  });

  it('finds it without marks and opens it at the match', async () => {
    await reader.search('nguoi trong che lao cai');
    const hit = reader.rows.filter({ has: reader.page.locator('mark') }).first();
    await hit.waitFor();
    await hit.click();
    await expect.poll(() => reader.inArticle((doc) => doc.defaultView?.CSS.highlights.size ?? 0), PATIENCE).toBeGreaterThan(0);
    await reader.page.getByRole('button', { name: 'Clear search' }).click();
  });

  it('hears what the command line changes', async () => {
    // The article that was opened last counts as read a moment later: not between the two counts.
    await reader.page.getByRole('button', { name: 'Mark unread' }).first().waitFor();
    const { value } = await runCommand<{ articles: { id: number }[] }>(reader.library, 'list', '--unread', '--limit', '1');
    const before = await reader.page.evaluate(() => window.docbao.feeds.list());
    const [first] = value.articles;
    expect((await runCommand(reader.library, 'mark', String(first?.id), '--read')).code).toBe(0);
    const unread = async (): Promise<number> => {
      const list = await reader.page.evaluate(() => window.docbao.feeds.list());
      return list.ok ? list.value.counts.unread : -1;
    };
    await expect.poll(unread, PATIENCE).toBe((before.ok ? before.value.counts.unread : 0) - 1);
    await expect.poll(() => reader.page.getByRole('button', { name: /^Unread/ }).innerText(), PATIENCE).toContain(String(await unread()));
  });

  it('reads, looks and finds the same with the server gone, after another start', async () => {
    await news.down();
    await reader.close();
    reader = await openReader({ library: reader.library });
    await reader.openFeed('Báo Thử 1');
    const text = await reader.read(second.title);
    for (const paragraph of second.paragraphs) expect(text).toContain(paragraph);
    expect(await reader.shownImages()).toHaveLength(2);
    await reader.search('bau cu');
    await reader.rows.filter({ has: reader.page.locator('mark') }).first().waitFor();
    await reader.page.getByRole('button', { name: 'Clear search' }).click();
  });

  it('says in words what a sync without a server could not do, and loses nothing', async () => {
    const before = await reader.page.evaluate(() => window.docbao.feeds.list());
    await reader.update();
    await expect.poll(async () => {
      const list = await reader.page.evaluate(() => window.docbao.feeds.list());
      return list.ok ? list.value.feeds[0]?.lastError?.kind : undefined;
    }, PATIENCE).toBe('host-unreachable');
    await expect.poll(() => reader.page.locator('body').innerText(), PATIENCE).toMatch(/1 source could not be fetched/);
    const after = await reader.page.evaluate(() => window.docbao.feeds.list());
    expect(after.ok && after.value.counts).toEqual(before.ok && before.value.counts);
  });

  it('takes up new articles once the server is back', async () => {
    await news.up();
    news.setNewest(1, 22);
    const rows = reader.page.locator('#article-list');
    await rows.evaluate((element) => element.scrollTo({ top: 700 }));
    const place = (): Promise<unknown> => rows.evaluate((element) => [...element.querySelectorAll('[role="option"]')].map((row) => [row.id, row.getBoundingClientRect().top]));
    await until('the list to stand', async () => JSON.stringify(await place()) === JSON.stringify(await place()));
    const gone = await rows.evaluateHandle((element) => {
      const seen = { rows: 0 };
      new MutationObserver((changes) => changes.forEach(({ removedNodes }) => (seen.rows += removedNodes.length))).observe(element, { childList: true, subtree: true });
      return seen;
    });
    const before = await place();
    await reader.update();
    await expect.poll(async () => {
      const list = await reader.page.evaluate(() => window.docbao.feeds.list());
      return list.ok ? list.value.feeds[0]?.articleCount : undefined;
    }, PATIENCE).toBe(22);
    // No flash, no jump: the list stays as it was until its reader wants the new ones.
    const fresh = reader.page.getByRole('button', { name: '2 new articles' });
    await fresh.waitFor();
    expect(await place()).toEqual(before);
    expect((await gone.jsonValue()).rows).toBe(0);
    await fresh.press('Enter');
    await rows.evaluate((element) => element.scrollTo({ top: 0 }));
    await reader.row(madeUpArticle(1, 22).title).waitFor();
    expect((await runCommand<{ ok: boolean; problems: string[] }>(reader.library, 'check')).value).toEqual({ ok: true, problems: [] });
  });

  it('ends a run of keys at the article of the row that it ends at, and loads none that is passed over', async () => {
    await reader.read(second.title);
    const added = await reader.page.evaluateHandle(() => {
      const titles: string[] = [];
      const stage = document.querySelector('.reader-stage');
      const note = (): void => stage?.querySelectorAll('iframe').forEach(({ title }) => titles.includes(title) || titles.push(title));
      if (stage !== null) new MutationObserver(note).observe(stage, { childList: true });
      for (let count = 0; count < 5; count += 1) document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true, cancelable: true }));
      return titles;
    });
    const last = madeUpArticle(1, 14).title;
    await reader.shown(last);
    expect(await reader.page.getByRole('option', { selected: true }).innerText()).toContain(last);
    const titles = await added.jsonValue();
    for (const number of [17, 16, 15]) expect(titles).not.toContain(madeUpArticle(1, number).title);
  });

  it('shows nothing of an article that waited behind the open one and was deleted', async () => {
    const waiting = madeUpArticle(1, 13).title;
    const behind = reader.page.locator('.reader-stage iframe[data-shown="false"]');
    await expect.poll(() => behind.getAttribute('title'), PATIENCE).toBe(waiting);
    const id = Number((await reader.row(waiting).getAttribute('id'))?.replace('row-', ''));
    await reader.page.evaluate(async (gone) => {
      await window.docbao.articles.remove({ ids: [gone] });
      await window.docbao.articles.erase({ ids: [gone] });
    }, id);
    await behind.waitFor({ state: 'detached' });
    await reader.page.keyboard.press('j');
    await reader.page.getByRole('main').getByText('This is no longer in the library').waitFor();
    await reader.page.keyboard.press('j');
    await reader.shown(madeUpArticle(1, 12).title);
  });
});
