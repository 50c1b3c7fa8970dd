import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROW_HEIGHTS } from '../../renderer/features/articles/row-heights.ts';
import { madeUpArticle } from '../servers/made-up-site.ts';
import { startNewsServer, type NewsServer } from '../servers/news-server.ts';
import { PATIENCE, openReader, until, type Reader } from './driver.ts';

const titleOf = (site: number, article: number): string => madeUpArticle(site, article).title;

/** A library kept in order, by key and by mouse: one story, told in order. Each step leaves the library as the next expects it. */
describe('keeping a library in order', () => {
  let news: NewsServer;
  let reader: Reader;
  beforeAll(async () => {
    news = await startNewsServer({ folder: null });
    reader = await openReader();
    await reader.page.evaluate(() => window.docbao.settings.set({ syncInBackground: false }));
    for (const site of [1, 2, 3]) await reader.page.evaluate((feedUrl) => window.docbao.feeds.add({ feedUrl }), news.siteFeed(site));
    await reader.page.evaluate(() => window.docbao.sync.start({ feedId: null }));
    await reader.openFeed('Báo Thử 1');
    await reader.row(titleOf(1, 20)).waitFor();
  });
  afterAll(async () => {
    await reader.close();
    await news.close();
  });

  const press = (key: string): Promise<void> => reader.page.keyboard.press(key);
  const view = (name: string): Locator => reader.page.getByRole('navigation').locator('.side-row', { hasText: name }).first();
  const item = (title: string): Locator => reader.page.locator('.side-item', { hasText: title }).first();
  const size = async (): Promise<number> => ((await reader.rows.count()) === 0 ? 0 : Number(await reader.rows.first().getAttribute('aria-setsize')));
  const numbered = (name: string, count: string): Promise<void> =>
    until(`${count === '' ? 'no number' : count} at ${name}`, async () => (await view(name).locator('.side-count > [aria-hidden]').allInnerTexts()).join('') === count);
  const notice = (text: string | RegExp): Promise<void> => reader.page.locator('.notice', { hasText: text }).first().waitFor();
  const undo = async (): Promise<void> => {
    await press('Control+z');
    await notice('Undone.');
  };

  it('stars, queues and archives by key, and takes each back', async () => {
    await reader.read(titleOf(1, 20));
    await press('b');
    await numbered('Read later', '1');
    await press('e');
    await numbered('Archive', '1');
    await numbered('Read later', '');
    await undo();
    await numbered('Read later', '1');
    await press('4');
    await reader.page.getByRole('heading', { level: 1, name: 'Read later' }).waitFor();
    await until('the queue', async () => (await size()) === 1);
    await press('e');
    await reader.page.getByText('Nothing to read later yet.').waitFor();
    await press('5');
    await reader.row(titleOf(1, 20)).waitFor();
  });

  it('deletes to the bin and goes on to the next; the bin gives back, and asks before it is emptied', async () => {
    await reader.openFeed('Báo Thử 1');
    await reader.read(titleOf(1, 19));
    await press('#');
    await notice('Moved 1 article to the bin.');
    await reader.shown(titleOf(1, 18));
    expect(await reader.row(titleOf(1, 19)).count()).toBe(0);
    await undo();
    await reader.row(titleOf(1, 19)).waitFor();
    await press('Delete');
    await view('Bin').click();
    await reader.row(titleOf(1, 19)).click({ button: 'right' });
    await reader.page.getByRole('menuitem', { name: 'Restore' }).click();
    await reader.page.getByText('The bin is empty.').waitFor();
    await reader.openFeed('Báo Thử 1');
    await reader.read(titleOf(1, 19));
    await press('#');
    await view('Bin').click();
    await reader.page.getByRole('button', { name: 'Sort and mark' }).click();
    await reader.page.getByRole('menuitem', { name: 'Empty the bin…' }).click();
    await reader.page.getByRole('dialog').getByText('This can’t be undone.').waitFor();
    await reader.page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
    await notice('Deleted 1 article for good.');
  });

  it('hides an article until another day', async () => {
    await reader.openFeed('Báo Thử 1');
    await reader.read(titleOf(1, 18));
    await press('z');
    const dialog = reader.page.getByRole('dialog', { name: 'Snooze this article' });
    await dialog.getByRole('button', { name: /^Tomorrow/ }).click();
    await numbered('Snoozed', '1');
    expect(await reader.row(titleOf(1, 18)).count()).toBe(0);
    await undo();
    await view('Snoozed').waitFor({ state: 'detached' });
  });

  it('tags by key, and what is dragged onto a tag', async () => {
    await reader.read(titleOf(1, 18));
    await press('l');
    await reader.page.keyboard.type('Đọc kỹ');
    await press('Enter');
    await numbered('Đọc kỹ', '1');
    await press('Escape');
    await reader.row(titleOf(1, 17)).dragTo(item('Đọc kỹ'));
    await notice('Tagged 1 article “Đọc kỹ”.');
    await numbered('Đọc kỹ', '2');
    await view('Đọc kỹ').click();
    await until('the tagged', async () => (await size()) === 2);
  });

  it('renames, recolours, merges and deletes tags', async () => {
    await reader.page.evaluate(() => window.docbao.tags.create({ name: 'Kinh tế', color: 'blue' }));
    await reader.page.getByRole('button', { name: 'Manage tags' }).click();
    const dialog = reader.page.getByRole('dialog', { name: 'Manage tags' });
    await dialog.getByRole('button', { name: 'Rename: Kinh tế' }).click();
    await dialog.getByRole('textbox').fill('Tiền bạc');
    await dialog.getByRole('radio', { name: 'Green' }).check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    for (const name of ['Đọc kỹ', 'Tiền bạc']) await dialog.getByRole('checkbox', { name: `Choose the tag ${name}` }).check();
    await dialog.getByRole('button', { name: 'Merge into' }).click();
    await reader.page.getByRole('menuitem', { name: 'Merge the chosen tags into “Tiền bạc”' }).click();
    await press('Escape');
    await numbered('Tiền bạc', '2');
    await item('Đọc kỹ').waitFor({ state: 'detached' });
    await undo();
    await numbered('Đọc kỹ', '2');
  });

  it('does the same with several articles at once', async () => {
    await reader.openFeed('Báo Thử 2');
    await reader.row(titleOf(2, 20)).click();
    await press('Shift+j');
    await press('Shift+j');
    await reader.page.getByRole('toolbar', { name: 'Actions for the selected articles' }).getByRole('heading', { name: '3 selected' }).waitFor();
    await reader.row(titleOf(2, 17)).click({ modifiers: ['Control'] });
    await reader.page.getByRole('button', { name: 'Move to the bin' }).click();
    await notice('Moved 4 articles to the bin.');
    await until('the rest', async () => (await size()) === 16);
    await undo();
    await until('all', async () => (await size()) === 20);
    await press('Control+a');
    await reader.page.getByRole('heading', { level: 1, name: '20 selected' }).waitFor();
    await press('m');
    await numbered('Báo Thử 2', '');
    await undo();
    await reader.page.locator('#article-list').evaluate((list) => list.scrollTo({ top: 0 }));
    await reader.row(titleOf(2, 19)).dragTo(item('Đọc kỹ'));
    await notice('Tagged 20 articles “Đọc kỹ”.');
    await numbered('Đọc kỹ', '22');
    await undo();
    await numbered('Đọc kỹ', '2');
    await press('Escape');
    await reader.page.getByRole('heading', { level: 1, name: 'Báo Thử 2' }).waitFor();
  });

  it('orders the list as is wanted, and divides it by day', async () => {
    expect(await reader.page.locator('.list-day').count()).toBeGreaterThan(0);
    await reader.page.getByRole('button', { name: 'Sort and mark' }).click();
    await reader.page.getByRole('menuitemcheckbox', { name: 'Oldest first' }).click();
    await until('the oldest on top', async () => (await reader.rows.first().innerText()).includes(titleOf(2, 1)));
    await item('Báo Thử 1').click();
    await until('the newest on top of another list', async () => (await reader.rows.first().innerText()).includes(titleOf(1, 20)));
    await item('Báo Thử 2').click();
    await reader.page.getByRole('heading', { level: 1, name: 'Báo Thử 2' }).waitFor();
    await reader.page.getByRole('button', { name: 'Sort and mark' }).click();
    await reader.page.getByRole('menuitemcheckbox', { name: 'Oldest first', checked: true }).waitFor();
    await reader.page.getByRole('menuitemcheckbox', { name: 'Newest first' }).click();
    await until('the newest on top', async () => (await reader.rows.first().innerText()).includes(titleOf(2, 20)));
    await press('Shift+A');
    await notice(/Marked \d+ articles read\./);
    await undo();
  });

  const order = async (name: string): Promise<void> => {
    await reader.page.getByRole('button', { name: 'Sort and mark' }).click();
    await reader.page.getByRole('menuitemcheckbox', { name }).or(reader.page.getByRole('menuitem', { name })).click();
  };
  /** Words of the articles, in the order of their rows. */
  const lengths = (): Promise<readonly number[]> => reader.rows.evaluateAll(async (rows) => {
    const found = await Promise.all(rows.map((row) => window.docbao.articles.get({ id: Number(row.id.replace('row-', '')) })));
    return found.map((answer) => (answer.ok ? answer.value.wordCount : -1));
  });
  const areRead = (): Promise<readonly boolean[]> => reader.rows.evaluateAll((rows) => rows.map((row) => row.classList.contains('row-read')));

  it('puts the longest first, or the unread, and without days; marks what is older read, and takes that back', async () => {
    await order('Longest first');
    await until('the longest on top', async () => {
      const words = await lengths();
      return words.length > 3 && words.every((count, at) => at === 0 || count <= (words[at - 1] ?? 0));
    });
    expect(await reader.page.locator('.list-day').count()).toBe(0);
    await order('Newest first');
    await until('days again', async () => (await reader.page.locator('.list-day').count()) > 0);
    await order('Group by day');
    await until('no days', async () => (await reader.page.locator('.list-day').count()) === 0);
    await order('Group by day');
    await reader.row(titleOf(2, 18)).click({ button: 'right' });
    await reader.page.getByRole('menuitem', { name: 'Mark older articles as read' }).click();
    await notice(/^Marked \d+ articles read\./);
    await until('the older ones to be read', async () => (await areRead())[4] === true);
    await order('Unread first');
    await until('the unread on top', async () => {
      const read = await areRead();
      return read.includes(true) && read.every((isRead, at) => isRead || read[at - 1] !== true);
    });
    await order('Unread first');
    await undo();
    await order('Mark older than a week as read');
    await numbered('Báo Thử 2', '');
    await undo();
    await until('the unread ones back', async () => (await view('Báo Thử 2').locator('.side-count > [aria-hidden]').allInnerTexts()).join('') !== '');
  });

  it('draws the list as dense as is wanted, while that is being chosen', async () => {
    await press('Control+,');
    const dialog = reader.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'List', exact: true }).click();
    const picture = async (): Promise<string> => reader.rows.locator('.row-picture').first().evaluate((image: HTMLElement) => `${image.offsetWidth}`).catch(() => 'none');
    for (const [name, density, shows] of [['Cards with images', 'cards', /^[23]\d\d$/], ['Magazine', 'magazine', /^132$/], ['One line', 'compact', /^0$/], ['Comfortable', 'comfortable', /^72$/]] as const) {
      await dialog.getByRole('radio', { name, exact: true }).check({ force: true });
      await until(name, async () => (await reader.page.locator('#article-list [role="option"]').first().evaluate((row: HTMLElement) => row.offsetHeight)) === ROW_HEIGHTS[density]);
      expect(await picture()).toMatch(shows);
    }
    await press('Escape');
  });

  it('puts sources in folders by menu and by dragging, and takes them out again', async () => {
    await reader.page.getByRole('button', { name: 'New folder' }).click();
    await reader.page.getByRole('dialog').getByRole('textbox').fill('Báo hằng ngày');
    await press('Enter');
    await item('Báo hằng ngày').waitFor();
    await item('Báo Thử 1').click({ button: 'right' });
    await reader.page.getByRole('menuitem', { name: 'Move to…' }).click();
    await reader.page.getByRole('dialog').getByRole('button', { name: 'Báo hằng ngày' }).click();
    await reader.page.locator('.side-branch .side-item', { hasText: 'Báo Thử 1' }).waitFor();
    await item('Báo Thử 2').dragTo(item('Báo hằng ngày'));
    await reader.page.locator('.side-branch .side-item', { hasText: 'Báo Thử 2' }).waitFor();
    await item('Báo Thử 2').dragTo(item('Báo Thử 1'), { targetPosition: { x: 40, y: 4 } });
    await until('the order', async () => (await reader.page.locator('.side-branch').innerText()).replace(/\s+/g, ' ').indexOf('Báo Thử 2') < (await reader.page.locator('.side-branch').innerText()).replace(/\s+/g, ' ').indexOf('Báo Thử 1'));
    await item('Báo hằng ngày').click({ button: 'right' });
    await reader.page.getByRole('menuitem', { name: 'Rename', exact: true }).click();
    await reader.page.getByRole('dialog').getByRole('textbox').fill('Báo mỗi sáng');
    await press('Enter');
    await item('Báo mỗi sáng').waitFor();
    await item('Báo Thử 1').click({ button: 'right' });
    await reader.page.getByRole('menuitem', { name: 'Rename', exact: true }).click();
    await reader.page.getByRole('dialog').getByRole('textbox').fill('Báo Thử 1 buổi sáng');
    await press('Enter');
    await reader.page.locator('.side-branch .side-item', { hasText: 'Báo Thử 1 buổi sáng' }).waitFor();
    await item('Báo mỗi sáng').click({ button: 'right' });
    await reader.page.getByRole('menuitem', { name: 'Delete folder' }).click();
    await reader.page.locator('.side-branch').waitFor({ state: 'detached' });
    await undo();
    await reader.page.locator('.side-branch .side-item', { hasText: 'Báo Thử 2' }).waitFor();
  });

  it('unfollows with a question, and brings back all of it', async () => {
    await item('Báo Thử 3').locator('.side-row').click({ modifiers: ['Control'] });
    await item('Báo Thử 2').locator('.side-row').click({ modifiers: ['Control'] });
    const chosen = reader.page.getByRole('toolbar', { name: '2 sources selected' });
    await chosen.getByRole('button', { name: 'Unfollow' }).click();
    const dialog = reader.page.getByRole('dialog', { name: 'Unfollow 2 sources?' });
    await dialog.getByRole('button', { name: 'Unfollow' }).click();
    await item('Báo Thử 3').waitFor({ state: 'detached' });
    await numbered('Bin', '40');
    await undo();
    await numbered('Báo Thử 3', '20');
    await numbered('Bin', '');
  });

  it('remembers closed folders', async () => {
    await reader.page.getByRole('button', { name: 'Close Báo mỗi sáng' }).click();
    await item('Báo Thử 2').waitFor({ state: 'detached' });
    const isKept = await reader.page.evaluate(async () => {
      const answer = await window.docbao.folders.list();
      return answer.ok && answer.value[0]?.isCollapsed === true;
    });
    expect(isKept).toBe(true);
    await expect.poll(() => reader.page.getByRole('button', { name: 'Open Báo mỗi sáng' }).count(), PATIENCE).toBe(1);
  });
});
