import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsServer, type NewsServer } from '../servers/news-server.ts';
import { PATIENCE, openReader, runCommand, until, type Reader } from './driver.ts';

const MATCHED = 'mark';

/** What a reader does with search, from the first letters to a rule that does the work. One library, one story, told in order. */
describe('searching', () => {
  let news: NewsServer;
  let reader: Reader;
  beforeAll(async () => {
    news = await startNewsServer({ folder: null });
    reader = await openReader();
    await reader.page.evaluate(() => window.docbao.settings.set({ syncInBackground: false }));
    await reader.follow(news.siteFront(1));
    await reader.follow(news.siteFront(2));
  });
  afterAll(async () => {
    await reader.close();
    await news.close();
  });

  const box = (): ReturnType<Reader['page']['locator']> => reader.page.getByRole('combobox', { name: 'Search' });
  const button = (name: string | RegExp): ReturnType<Reader['page']['locator']> => reader.page.getByRole('button', { name });
  const heading = (): Promise<string> => reader.page.locator('.search-results h1').innerText();
  const hits = (): ReturnType<Reader['page']['locator']> => reader.rows.filter({ has: reader.page.locator(MATCHED) });

  it('suggests a place of the library while it is typed without marks, and searches it', async () => {
    await reader.page.keyboard.press('/');
    await reader.page.keyboard.type('lao c');
    await reader.page.getByRole('option', { name: 'Search Lào Cai (name)' }).waitFor();
    await box().press('ArrowDown');
    expect(await box().getAttribute('aria-expanded')).toBe('true');
    const active = reader.page.locator(`#${(await box().getAttribute('aria-activedescendant')) ?? ''}`);
    expect(await active.getAttribute('aria-selected')).toBe('true');
    await hits().first().waitFor();
    await box().press('Enter');
    expect(await box().inputValue()).toBe('Lào Cai ');
    await hits().first().waitFor();
    await expect.poll(heading, PATIENCE).toMatch(/^\d+ articles$/);
  });

  it('narrows the results down by source and month, and back', async () => {
    const all = await heading();
    await button('Narrow down').click();
    await button(/^Báo Thử 1, \d+ articles?$/).click();
    await expect.poll(() => box().inputValue(), PATIENCE).toBe('Lào Cai feed:"Báo Thử 1" ');
    await expect.poll(heading, PATIENCE).not.toBe(all);
    await button(/^Báo Thử 1, \d+ articles?$/).click();
    await expect.poll(heading, PATIENCE).toBe(all);
    await button('Narrow down').click();
  });

  it('says how much was found to who listens, and puts it in another order', async () => {
    const { page } = reader;
    await page.getByRole('status').filter({ hasText: /^\d+ articles$/ }).waitFor({ state: 'attached' });
    await page.getByRole('status').filter({ hasText: /^Updated / }).waitFor();
    const dates = (): Promise<readonly string[]> => hits().locator('time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    const areSorted = async (way: 1 | -1): Promise<boolean> => {
      const all = await dates();
      return all.length > 3 && all.every((date, at) => at === 0 || Math.sign(date.localeCompare(all[at - 1] ?? '')) !== -way);
    };
    const typed = await box().inputValue();
    const order = async (name: string): Promise<void> => {
      await button('Order of results').click();
      await page.getByRole('menuitemcheckbox', { name }).click();
    };
    await order('Oldest first');
    await until('the oldest on top', () => areSorted(1));
    expect((await box().inputValue()).trim()).toBe(`${typed.trim()} sort:old`);
    await order('Newest first');
    await until('the newest on top', () => areSorted(-1));
    await order('Best match first');
    await expect.poll(async () => (await box().inputValue()).trim(), PATIENCE).toBe(typed.trim());
  });

  it('offers the spelling that was meant', async () => {
    await box().fill('hop tac xxa');
    const meant = reader.page.locator('.search-instead');
    await meant.waitFor();
    await box().press('Control+Shift+Enter');
    await expect.poll(() => box().inputValue(), PATIENCE).toBe('hop tac xa');
  });

  it('opens a hit at its match by keyboard, and goes on to the next match and the next hit', async () => {
    await box().fill('ghi chep so');
    await hits().first().waitFor();
    await box().press('Enter');
    await expect.poll(() => reader.inArticle((doc) => doc.defaultView?.CSS.highlights.size ?? 0), PATIENCE).toBeGreaterThan(0);
    const shown = (): Promise<string> => reader.inArticle((doc) => doc.querySelector('.docbao-title')?.textContent ?? '');
    const first = await shown();
    const at = (): Promise<string> => reader.page.locator('.find-count').innerText();
    await expect.poll(at, PATIENCE).toMatch(/^\d+\/\d+$/);
    const place = await at();
    await reader.page.locator('.find-bar').getByRole('button', { name: 'Next' }).click();
    await expect.poll(at, PATIENCE).not.toBe(place);
    await box().press('ArrowDown');
    await reader.page.keyboard.press('ArrowDown');
    await expect.poll(shown, PATIENCE).not.toBe(first);
    await button('Clear search').click();
  });

  it('does with what was found all that can be done in the list: chosen together, by menu and by key, and back', async () => {
    await box().fill('-là:đọc sau');
    await reader.page.locator('#search-hits').getByRole('option').nth(5).click();
    const found = Number(/\d+/.exec(await heading())?.[0]);
    expect(found).toBeGreaterThan(50);
    await reader.page.keyboard.press('Control+a');
    await reader.page.locator('.search-results .selection-bar h1', { hasText: String(found) }).waitFor();
    await reader.page.keyboard.press('Escape');
    await box().fill('hợp tác xã');
    await hits().first().waitFor();
    const all = await heading();
    const [first, second] = [hits().nth(0), hits().nth(1)];
    const id = (await first.getAttribute('id')) ?? '';
    await first.click({ button: 'right' });
    await reader.page.getByRole('menuitem', { name: /^Star/ }).click();
    await first.locator('.row-star').waitFor();
    await first.click();
    await second.click({ modifiers: ['Shift'] });
    await reader.page.getByRole('heading', { name: '2 selected', exact: true }).waitFor();
    await reader.page.keyboard.press('Delete');
    await expect.poll(heading, PATIENCE).not.toBe(all);
    expect(await reader.page.locator(`#${id}`).count()).toBe(0);
    await reader.page.keyboard.press('Control+z');
    await expect.poll(heading, PATIENCE).toBe(all);
    await reader.page.locator(`#${id}`).waitFor();
    await button('Clear search').click();
  });

  it('offers what was searched lately under the empty box, until that is cleared', async () => {
    await box().click();
    await reader.page.getByRole('region', { name: 'Recent searches' }).waitFor();
    await box().press('ArrowDown');
    await reader.page.keyboard.press('Enter');
    await expect.poll(() => box().inputValue(), PATIENCE).toBe('hợp tác xã');
    await button('Clear search').click();
    await box().click();
    await button('Clear all').click();
    await reader.page.getByRole('region', { name: 'Recent searches' }).waitFor({ state: 'detached' });
  });

  it('explains the language by examples that can be tried', async () => {
    await button('How to search').click();
    const dialog = reader.page.getByRole('dialog', { name: 'How to search' });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Try is:unread' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(heading, PATIENCE).toMatch(/\d+ articles/);
  });

  it('keeps a search in the sidebar with what it finds unread, renames and deletes it, and takes that back', async () => {
    await box().fill('hợp tác xã');
    await hits().first().waitFor();
    await box().press('Control+Enter');
    const dialog = reader.page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Hợp tác');
    await dialog.getByLabel('Notify me when new articles match').check();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    const row = reader.page.getByRole('list', { name: 'Saved searches' }).getByRole('button', { name: /^Hợp tác/ });
    await expect.poll(() => row.innerText(), PATIENCE).toMatch(/[1-9]\d* unread/);
    await button('Clear search').click();
    await row.click();
    await expect.poll(heading, PATIENCE).toMatch(/^Hợp tác · \d+ articles$/);
    await button('Actions for Hợp tác').click();
    await reader.page.getByRole('menuitem', { name: 'Delete' }).click();
    await row.waitFor({ state: 'detached' });
    await button('Undo').click();
    await row.waitFor();
  });

  it('has a rule tried, applied to what is there, and run on what a sync brings, with an alert', async () => {
    await reader.page.keyboard.press('Control+k');
    await reader.page.keyboard.type('Rules');
    await reader.page.keyboard.press('Enter');
    const dialog = reader.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add a rule' }).click();
    await dialog.getByLabel('Articles that match').fill('hợp tác xã');
    await dialog.getByText(/^Matches \d+ articles? in the library/).waitFor();
    await dialog.getByRole('textbox', { name: 'Name of the tag' }).fill('Làng nghề');
    await dialog.getByLabel('Star', { exact: true }).check();
    await dialog.getByRole('button', { name: 'Save rule' }).click();
    await dialog.getByText('tag Làng nghề, star').waitFor();
    for (const [query, action] of [['"Ghi chép số 1-25"', 'Skip: move to the bin'], ['"Ghi chép số 1-26"', 'Mark as read']] as const) {
      await dialog.getByRole('button', { name: 'Add a rule' }).click();
      await dialog.getByLabel('Articles that match').fill(query);
      await dialog.getByLabel(action, { exact: true }).check();
      await dialog.getByRole('button', { name: 'Save rule' }).click();
    }
    await dialog.getByRole('button', { name: 'Apply hợp tác xã to the articles you have' }).click();
    await dialog.getByText(/^Matched \d+ articles/).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    const tagged = async (): Promise<number> => (await runCommand<{ total: number }>(reader.library, 'search', 'tag:"lang nghe"', 'is:starred')).value.total;
    const before = await tagged();
    expect(before).toBeGreaterThan(0);
    news.setNewest(1, 28);
    await reader.update();
    await reader.page.getByText(/^Hợp tác: \d+ new articles?\./).waitFor();
    await until('the rule to have run', async () => (await tagged()) > before);
    const skipped = async (): Promise<readonly string[]> => reader.page.evaluate(async () => {
      const bin = await window.docbao.articles.listIds({ view: { kind: 'bin' } });
      const rows = await window.docbao.articles.getSummaries({ ids: bin.ok ? [...bin.value.ids] : [] });
      return rows.ok ? rows.value.map(({ title }) => title) : [];
    });
    await expect.poll(skipped, PATIENCE).toEqual([expect.stringMatching(/bản tin số 25$/)]);
    expect((await runCommand<{ total: number }>(reader.library, 'search', '"Ghi chép số 1-26"', 'is:read')).value.total).toBe(1);
  });
});
