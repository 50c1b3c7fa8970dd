import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsServer, type NewsServer } from '../servers/news-server.ts';
import { PATIENCE, openReader, type Reader } from './driver.ts';

const TITLE = 'Nước lên trong đêm';
const PARAGRAPHS = Array.from({ length: 9 }, (_, at) => `Đoạn ${at + 1}: nước sông dâng cao trong đêm, cán bộ xã cùng bà con chuyển thóc và trâu bò lên nhà văn hoá thôn số ${at + 3}, trẻ nhỏ về trường học trên đồi, đội xung kích ở lại canh đê cho tới sáng.`);
const LATEST = 'Cập nhật lúc 18 giờ: nước đã qua đỉnh, bờ đê phía đông vẫn vững, trạm bơm chạy suốt đêm để kéo nước khỏi đồng.';
const FILE = `%PDF-1.4\n${'x'.repeat(50_000)}`;

/** What a paper said before, where else it is printed, what came with it. One library, told in order. */
describe('an article beyond its text', () => {
  let news: NewsServer;
  let reader: Reader;
  beforeAll(async () => {
    news = await startNewsServer({ folder: null });
    news.answer('/tep/ban-tin.pdf', { status: 200, headers: { 'content-type': 'application/pdf' }, body: FILE });
    reader = await openReader();
  });
  afterAll(async () => {
    await reader.close();
    await news.close();
  });

  /** A paper whose feed holds one whole article. */
  function print(paper: string, title: string, paragraphs: readonly string[], more = ''): string {
    const item = `<item><title>${title}</title><guid>${paper}-1</guid><pubDate>${new Date(Date.now() - 3_600_000).toUTCString()}</pubDate>${more}<content:encoded><![CDATA[<p>${paragraphs.join('</p><p>')}</p>]]></content:encoded></item>`;
    const body = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${paper}</title><link>${news.url('/')}</link><description/>${item}</channel></rss>`;
    news.answer(`/${paper}/rss`, { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body });
    return news.url(`/${paper}/rss`);
  }

  const enclosure = (): string => `<enclosure url="${news.url('/tep/ban-tin.pdf')}" length="${FILE.length}" type="application/pdf"/>`;

  it('is listed once for several papers, with the others one click away', async () => {
    await reader.follow(print('song', TITLE, PARAGRAPHS, enclosure()));
    await reader.follow(print('nui', 'Cả xã lên đồi tránh nước', ['Bản tin của toà soạn.', ...PARAGRAPHS.slice(0, 7)]));
    await reader.page.getByRole('navigation').getByRole('button', { name: /^All/ }).first().click();
    await expect.poll(() => reader.row(TITLE).innerText(), PATIENCE).toContain('+1 paper');
    await reader.read(TITLE);
    await expect.poll(() => reader.inArticle((doc) => doc.querySelector('.docbao-story')?.textContent), PATIENCE).toContain('nui');
  });

  it('keeps an attached file when it is asked for', async () => {
    const file = reader.page.frameLocator('iframe[data-shown="true"]').locator('.docbao-files li').first();
    await file.getByRole('button').first().click();
    await expect.poll(() => file.getByRole('button', { name: 'Open' }).count(), PATIENCE).toBe(1);
    expect(news.count('/tep/')).toBe(1);
  });

  it('shows what its paper changed, and keeps what was highlighted', async () => {
    await reader.page.frameLocator('iframe[data-shown="true"]').locator('.docbao-body p').filter({ hasText: 'Đoạn 4:' }).click({ clickCount: 3 });
    await reader.page.locator('.highlight-card [data-mark="blue"]').click();
    const marked = (): Promise<string> => reader.inArticle((doc) => [...(doc.defaultView?.CSS.highlights.get('docbao-mark-blue') ?? [])].map((range) => (range as Range).toString().trim()).join('|'));
    await expect.poll(marked, PATIENCE).toBe(PARAGRAPHS[3]);
    // What stands before it moves it.
    print('song', TITLE, [LATEST, ...PARAGRAPHS.slice(0, 8), 'Kết quả thống kê có vào chiều nay.'], enclosure());
    await reader.update();
    await reader.synced();
    await reader.openFeed('nui');
    await reader.read('Cả xã lên đồi tránh nước');
    await reader.openFeed('song');
    await reader.read(TITLE);
    await expect.poll(() => reader.inArticle((doc) => doc.querySelector('.docbao-updated')?.textContent ?? ''), PATIENCE).toContain('changed by the paper');
    await expect.poll(marked, PATIENCE).toBe(PARAGRAPHS[3]);
    await reader.page.getByRole('button', { name: 'The paper changed this article' }).click();
    await reader.page.getByRole('menuitem').first().click();
    const dialog = reader.page.getByRole('dialog');
    await expect.poll(() => dialog.locator('ins').allInnerTexts(), PATIENCE).toEqual([expect.stringContaining(LATEST), expect.stringContaining('Kết quả thống kê có vào chiều nay.')]);
    expect(await dialog.locator('del').allInnerTexts()).toEqual([expect.stringContaining(PARAGRAPHS[8] ?? '')]);
    await reader.page.keyboard.press('Escape');
  });

  it('shows the page it was taken from with no network, and the article again', async () => {
    await reader.follow(news.siteFeed(1));
    await reader.openFeed('Báo Thử 1');
    await reader.rows.first().click();
    const tools = reader.page.getByRole('button', { name: 'This article before' });
    await tools.waitFor();
    await news.down();
    news.forget();
    const page = reader.page.getByRole('menuitemcheckbox', { name: 'See the stored original page' });
    await tools.click();
    await page.click();
    await expect.poll(() => reader.inArticle((doc) => doc.body.innerText), PATIENCE).toContain('The original page, stored on');
    expect(await reader.inArticle((doc) => doc.querySelectorAll('script, style, iframe, [onclick]').length)).toBe(0);
    await tools.click();
    await page.click();
    await expect.poll(() => reader.inArticle((doc) => doc.querySelectorAll('.docbao-title').length), PATIENCE).toBe(1);
    expect(news.requests).toEqual([]);
  });
});
