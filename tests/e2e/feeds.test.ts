import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeedHealth } from '../../contract/domain/feed.ts';
import { openStore } from '../../main/store/index.ts';
import { madeUpArticle } from '../servers/made-up-site.ts';
import { startNewsServer, type NewsServer } from '../servers/news-server.ts';
import { PATIENCE, openReader, temporaryFolder, until, type Reader } from './driver.ts';
import { dropFile } from './drop.ts';

const DAY_MS = 86_400_000;
const newest = madeUpArticle(1, 20);
/** Its page fails at first. */
const poor = madeUpArticle(1, 19);

function listOf(news: NewsServer): string {
  const feed = (site: number): string => `<outline type="rss" text="Báo Thử ${site}" xmlUrl="${news.siteFeed(site)}"/>`;
  const inner = `<outline text="Kinh tế">${feed(2)}</outline>`;
  const broken = '<outline type="rss" text="trống"/><outline type="rss" text="tệp" xmlUrl="file:///etc/passwd"/>';
  return `<opml version="2.0"><body><outline text="Báo hằng ngày">${feed(1)}${inner}</outline>${feed(3)}${feed(3)}${broken}</body></opml>`;
}

/** Subscriptions as a person keeps them: taken in from a list, in folders, some of them failing. One story, told in order. */
describe('subscriptions', () => {
  let news: NewsServer;
  let reader: Reader;
  beforeAll(async () => {
    news = await startNewsServer({ folder: null });
    news.answer('/site/3/feed.rss', '410');
    news.answer(new URL(news.sitePage(1, 19)).pathname, '404');
    reader = await openReader();
    await reader.page.evaluate(() => window.docbao.settings.set({ syncInBackground: false }));
  });
  afterAll(async () => {
    await reader.close();
    await news.close();
  });

  const item = (title: string): ReturnType<Reader['page']['locator']> => reader.page.locator('.side-item', { hasText: title });
  const health = async (feedId: number): Promise<FeedHealth> => {
    const answer = await reader.page.evaluate((id) => window.docbao.feeds.getHealth({ feedId: id }), feedId);
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  };
  it('are taken in from a list that is dropped on the window, with a word on each entry that is left out', async () => {
    await dropFile(reader, 'nguồn.opml', listOf(news));
    const dialog = reader.page.getByRole('dialog', { name: 'Import a subscription list' });
    await dialog.getByText('Added 3 sources.').waitFor();
    expect(await dialog.innerText()).toMatch(/3 entries could not be used/);
    expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual([
      `${news.siteFeed(3)}\nThis address is in the list already.`,
      'This entry has no address.',
      'file:///etc/passwd\nThis is not an address on the web.',
    ]);
    await reader.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await reader.synced();
  });

  it('are known when the list comes again, and a file that is no list is refused in words', async () => {
    await reader.page.keyboard.press('Control+k');
    await reader.page.locator('dialog').getByRole('combobox').fill('import');
    await reader.page.keyboard.press('Enter');
    const file = reader.page.locator('dialog input[type=file]');
    await file.setInputFiles({ name: 'again.opml', mimeType: 'text/xml', buffer: Buffer.from(listOf(news)) });
    await reader.page.getByText('You already follow 3 sources from the list.').waitFor();
    await file.setInputFiles({ name: 'page.xml', mimeType: 'text/xml', buffer: Buffer.from('<p>Không phải danh sách</p>') });
    await reader.page.getByText('page.xml is not a subscription list (OPML). Nothing was added.').waitFor();
    await reader.page.keyboard.press('Escape');
  });

  it('stand in their folders, which count what is unread in them and show it', async () => {
    const folder = reader.page.locator('.side-folder', { hasText: 'Báo hằng ngày' });
    await until('the count', async () => (await folder.innerText()).includes('40'));
    await folder.locator('.side-row').press('Enter');
    await reader.page.getByRole('heading', { level: 1, name: 'Báo hằng ngày' }).waitFor();
    await until('the articles', async () => (await reader.rows.first().getAttribute('aria-setsize')) === '40');
  });

  it('are put away and brought back with their folder, by key', async () => {
    const toggle = reader.page.locator('.side-folder', { hasText: 'Báo hằng ngày' }).getByRole('button').first();
    await toggle.press('Enter');
    await item('Báo Thử 2').waitFor({ state: 'detached' });
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');
    await toggle.press('Enter');
    await item('Báo Thử 2').waitFor();
  });

  it('say that they have ended where the server says so', async () => {
    await until('the mark', () => item('Báo Thử 3').getByText('Ended for good').isVisible());
    await item('Báo Thử 3').locator('.side-failed').press('Enter');
    const dialog = reader.page.getByRole('dialog');
    await dialog.getByText('This source has ended for good.').waitFor();
    expect(await dialog.locator('.health-facts').innerText()).toMatch(/Next try\s+when you ask/);
    await reader.page.keyboard.press('Escape');
  });

  it('show how they are, and keep what is chosen for them', async () => {
    await item('Báo Thử 1').click({ button: 'right' });
    await reader.page.getByRole('menuitem', { name: 'Health and storage' }).click();
    const dialog = reader.page.getByRole('dialog');
    await dialog.getByText('This source works well.').waitFor();
    await expect.poll(() => dialog.locator('.health-readiness').innerText(), PATIENCE).toMatch(/^\s*19 complete\s+1 with a summary only\s*$/);
    await dialog.getByRole('radio', { name: '500', exact: true }).click();
    await dialog.getByRole('radio', { name: '90 days' }).click();
    await dialog.getByRole('radio', { name: 'Always' }).click();
    await expect.poll(() => health(1), PATIENCE).toMatchObject({ keepCount: 500, keepDays: 90, fullText: 'always' });
    await reader.page.keyboard.press('Escape');
  });

  it('lack what their servers do not give, say so above the article, and get it with another try', async () => {
    await item('Báo Thử 1').locator('.side-row').click();
    await reader.read(newest.title);
    expect(await reader.inArticle((doc) => doc.querySelector('.docbao-note') === null)).toBe(true);
    await reader.read(poor.title);
    const note = (): Promise<string> => reader.inArticle((doc) => doc.querySelector<HTMLElement>('.docbao-note')?.innerText ?? '');
    expect(await note()).toMatch(/^Only the summary from the source so far\. .*no such page/s);
    news.answer(new URL(news.sitePage(1, 19)).pathname, null);
    await reader.inArticle((doc) => doc.querySelector<HTMLElement>('.docbao-note button')?.click());
    await expect.poll(() => reader.inArticle((doc) => doc.body.innerText), PATIENCE).toContain(poor.paragraphs.at(-1));
    await expect.poll(note, PATIENCE).toBe('');
  });

  it('are written to a file where the user says', async () => {
    const file = join(temporaryFolder('export'), 'my list.opml');
    await reader.app.evaluate(({ dialog, BrowserWindow }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      BrowserWindow.getAllWindows()[0]?.webContents.send('app:command', { command: 'export-opml' });
    }, file);
    await reader.page.getByText('Saved the subscription list to my list.opml.').waitFor();
    const written = readFileSync(file, 'utf8');
    expect(written).toMatch(/<outline text="Báo hằng ngày"[^]*<outline text="Kinh tế"[^]*<\/outline>/);
    for (const site of [1, 2, 3]) expect(written).toContain(news.siteFeed(site));
  });

  it('say so under their name when they have failed for a week', async () => {
    news.answer('/site/2/feed.rss', '500');
    await reader.page.evaluate(() => window.docbao.sync.start({ feedId: 2 }));
    await reader.close();
    const store = openStore(reader.library);
    store.write.run('UPDATE feeds SET first_failure_at = ? WHERE id = 2', Date.now() - 9 * DAY_MS);
    store.close();
    reader = await openReader({ library: reader.library });
    await item('Báo Thử 2').getByText('Failing 9 days').waitFor();
    news.answer('/site/2/feed.rss', null);
    await item('Báo Thử 2').locator('.side-failed').click();
    await reader.page.getByRole('dialog').getByRole('button', { name: 'Update now' }).click();
    await reader.page.getByRole('dialog').getByText('This source works well.').waitFor();
    await reader.page.keyboard.press('Escape');
    await item('Báo Thử 2').locator('.side-failed').waitFor({ state: 'detached' });
  });
});
