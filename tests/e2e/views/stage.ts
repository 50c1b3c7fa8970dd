import type { Locator } from 'playwright-core';
import { startNewsServer, type NewsServer } from '../../servers/news-server.ts';
import { openReader, until, type Reader } from '../driver.ts';

/** A window on a library that has something of everything, and the papers that it follows. */
export interface Stage {
  readonly reader: Reader;
  readonly news: NewsServer;
}

/** Something that the window can show, and the way there; labels are of no language. */
export interface View {
  /** In words of a file's name. */
  readonly name: string;
  /** It shows colours that no other view has: of marks, tags, faults or changes. */
  readonly hasOwnColours?: true;
  readonly open: (stage: Stage) => Promise<void>;
  /** The pane that it changes, where the others are as ever: their colours are looked at in another view. */
  readonly pane?: '.list-pane' | '.reader-pane';
  /** What goes back neither with Esc nor with another view. */
  readonly leave?: (stage: Stage) => Promise<void>;
}

/** The article that has everything an article can have; it stands first, for itself and for the paper that prints the same later. */
const SONG = { paper: 'Báo Sông', title: 'Nước lên trong đêm, cả xã thức cùng con đê', minutes: 90 } as const;
const PARAGRAPHS = Array.from({ length: 9 }, (_, at) => `Đoạn ${at + 1}: nước sông dâng cao trong đêm, cán bộ xã cùng bà con chuyển thóc và trâu bò lên nhà văn hoá thôn số ${at + 3}, trẻ nhỏ về trường học trên đồi, đội xung kích ở lại canh đê cho tới sáng.`);

/** The text of the article that has everything an article can have. */
function richText(news: NewsServer, ending: string): string {
  const p = (from: number, to: number): string => PARAGRAPHS.slice(from, to).map((text) => `<p>${text}</p>`).join('');
  const figure = `<figure><img src="${news.url('/song/anh-de_1280x800.png')}" alt="Con đê lúc rạng sáng"><figcaption>Con đê lúc rạng sáng. Ảnh: Báo Sông</figcaption></figure>`;
  const table = '<table><caption>Mực nước</caption><thead><tr><th>Giờ</th><th>Mực nước</th></tr></thead><tbody><tr><td>22</td><td>3,1 m</td></tr><tr><td>4</td><td>3,8 m</td></tr></tbody></table>';
  const code = '<pre><code class="language-js">// Mực nước mỗi giờ, tính bằng mét\nconst muc = [3.1, 3.4, 3.8];\nfor (const gio of muc.keys()) console.log(`${gio} giờ: ${muc[gio]} m`);</code></pre>';
  return `${p(0, 2)}${figure}<h2>Nửa đêm</h2>${p(2, 4)}<blockquote><p>Nhà nào cũng có người ra đê.</p></blockquote><h2>Gần sáng</h2>${p(4, 6)}${table}<h2>Sáng hôm sau</h2>${p(6, 8)}${code}<p>${ending}</p><p><a href="${news.url('/song/')}">Báo Sông</a></p>`;
}

/** A paper whose feed holds one whole article, some minutes old. */
function print(news: NewsServer, { paper, title, minutes }: { readonly paper: string; readonly title: string; readonly minutes: number }, html: string): string {
  const item = `<item><title>${title}</title><guid>${paper}-1</guid><pubDate>${new Date(Date.now() - minutes * 60_000).toUTCString()}</pubDate>
<enclosure url="${news.url('/song/ban-tin.mp3')}" length="50000" type="audio/mpeg"/><content:encoded><![CDATA[${html}]]></content:encoded></item>`;
  const body = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${paper}</title><link>${news.url('/')}</link><description/>${item}</channel></rss>`;
  const path = `/${encodeURIComponent(paper)}/rss`;
  news.answer(path, { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body });
  return news.url(path);
}

async function follow({ reader }: Stage, feedUrls: readonly string[]): Promise<void> {
  await reader.page.evaluate(async (urls) => {
    for (const feedUrl of urls) await window.docbao.feeds.add({ feedUrl });
    await window.docbao.sync.start({ feedId: null });
  }, feedUrls);
  await reader.synced();
}

/** Tags, a folder, searches, a rule, something in the bin and something put off. */
async function organise({ reader }: Stage): Promise<void> {
  await reader.page.evaluate(async () => {
    const { articles, feeds, folders, rules, searches, tags } = window.docbao;
    const [ids, list] = await Promise.all([articles.listIds({ view: { kind: 'all' } }), feeds.list()]);
    if (!ids.ok || !list.ok) throw new Error('the library does not answer');
    const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = ids.value.ids;
    for (const [name, color] of [['Đọc kỹ', 'blue'], ['Miền núi', 'green']] as const) {
      const tag = await tags.create({ name, color });
      if (tag.ok) await articles.setTags({ ids: [first, second], add: [tag.value.id], remove: [] });
    }
    const folder = await folders.create({ title: 'Báo ngày', parentId: null });
    const feedIds = list.value.feeds.filter(({ title }) => /^Báo Thử [12]/.test(title)).map(({ id }) => id);
    if (folder.ok) await feeds.place({ feedIds, folderId: folder.value.folderId, before: null });
    await searches.add({ name: 'Bầu cử', query: '"bầu cử"' });
    await searches.remember({ query: 'mực nước sông' });
    await rules.add({ rule: { name: 'Chuyện sông nước', query: 'sông', actions: [{ kind: 'tag', tag: 'Đọc kỹ' }], isEnabled: true } });
    await articles.mark({ ids: [second], change: { isStarred: true } });
    await articles.remove({ ids: [third, fourth] });
    await articles.snooze({ ids: [fifth], until: Date.now() + 86_400_000 });
  });
}

/**
 * Opens the application on a library of its own with made-up papers: one that fails, one that changed its article, two that
 * print the same story; tags, a folder, a saved search, a rule, a highlight.
 */
export async function openStage(language: 'vi' | 'en'): Promise<Stage> {
  const news = await startNewsServer({ folder: null });
  const reader = await openReader({ language });
  const stage = { reader, news };
  await reader.page.evaluate(() => window.docbao.settings.set({ syncInBackground: false }));
  const song = print(news, SONG, richText(news, PARAGRAPHS[8] ?? ''));
  await follow(stage, [news.siteFeed(1), news.siteFeed(2), news.siteFeed(3), song, print(news, { paper: 'Báo Núi', title: 'Cả xã lên đồi tránh nước', minutes: 5 }, richText(news, PARAGRAPHS[8] ?? ''))]);
  print(news, SONG, richText(news, 'Kết quả thống kê có vào chiều nay.'));
  news.answer('/site/3/feed.rss', '500');
  await reader.page.evaluate(() => window.docbao.sync.start({ feedId: null }));
  await reader.synced();
  await organise(stage);
  await goHome(stage);
  await readRich(stage);
  await article(stage).locator('.docbao-body p').first().click({ clickCount: 3 });
  await reader.page.locator('.highlight-card [data-mark="green"]').click();
  await reader.page.keyboard.press('Escape');
  return stage;
}

/** Chooses a command in the application's menu. */
export async function choose({ reader }: Stage, command: string): Promise<void> {
  await reader.app.evaluate(({ Menu }, id) => {
    const menu = Menu.getApplicationMenu();
    if (menu?.getMenuItemById(id) == null) throw new Error(`the menu has no ${id}`);
    menu.getMenuItemById(id)?.click();
  }, command);
}

/** Goes back to the list of all articles, whatever was shown. */
export async function goHome(stage: Stage): Promise<void> {
  const { page } = stage.reader;
  const isOver = (): Promise<boolean> => page.evaluate(() => document.querySelector('dialog[open], [popover]:popover-open') !== null);
  await until('nothing over the window', async () => {
    if (!(await isOver())) return true;
    await page.keyboard.press('Escape');
    return false;
  });
  const box = page.locator('.search-box input');
  if ((await box.inputValue()) !== '') {
    await box.fill('');
    await box.press('Escape');
  }
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Escape');
  await choose(stage, 'view-all');
  await page.locator('#article-list .row-title').first().waitFor();
  await page.locator('#article-list').evaluate((list) => list.scrollTo({ top: 0 }));
}

/** Brings the sidebar into a window that is too narrow to show it always. */
export async function showSidebar({ reader }: Stage): Promise<void> {
  const isAway = (): Promise<boolean> => reader.page.locator('.sidebar').evaluate((sidebar: HTMLElement) => sidebar.inert);
  if (!(await isAway())) return;
  await reader.page.locator('.list-menu').click();
  await until('the sidebar', async () => !(await isAway()));
}

/** The shown article's document. */
export function article({ reader }: Stage): ReturnType<Reader['page']['frameLocator']> {
  return reader.page.frameLocator('iframe[data-shown="true"]');
}

/** Reads the article that has everything: it was printed last. */
export async function readRich(stage: Stage): Promise<void> {
  await stage.reader.read(SONG.title);
  // Its tools leave while one reads on.
  await stage.reader.inArticle((doc) => doc.documentElement.scrollTo({ top: 0 }));
}

export async function openDialog(stage: Stage, command: string): Promise<Locator> {
  await choose(stage, command);
  const dialog = stage.reader.page.locator('dialog[open]');
  await dialog.waitFor();
  return dialog;
}

export async function resize({ reader }: Stage, width: number, height: number): Promise<void> {
  await reader.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [width, height] as const);
  await until(`a window of ${width} pixels`, () => reader.page.evaluate((wanted) => window.innerWidth === wanted, width));
  // The panes follow with the next frame.
  await reader.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

type Handlers = Map<string, (...args: readonly unknown[]) => unknown>;

/** From now on the main process answers a channel with a failure, or not at all; null makes it work again. */
export async function answerWith({ reader }: Pick<Stage, 'reader'>, channel: string, answer: 'failure' | 'silence' | null): Promise<void> {
  await reader.app.evaluate(({ ipcMain }, [name, wanted]) => {
    const { _invokeHandlers: handlers } = ipcMain as unknown as { readonly _invokeHandlers: Handlers };
    const kept = ((globalThis as { keptHandlers?: Handlers }).keptHandlers ??= new Map());
    const own = kept.get(name) ?? handlers.get(name);
    if (own === undefined) throw new Error(`there is no channel ${name}`);
    kept.set(name, own);
    const failing = { ok: false, error: { kind: 'library', message: 'The library does not answer' } };
    handlers.set(name, wanted === null ? own : wanted === 'failure' ? () => Promise.resolve(failing) : () => new Promise(() => undefined));
  }, [channel, answer] as const);
}
