import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../contract/domain/article.ts';
import { countLibrary, ensureFolder, getArticleSummaries, listArticleIds, listFeeds, listStory, markArticles, removeArticles, removeFeed } from '../../../main/store/index.ts';
import { openLibrary, type Library } from '../../../main/sync/open-library.ts';
import { madeUpArticle } from '../../servers/made-up-site.ts';
import { startNewsServer, type NewsServer } from '../../servers/news-server.ts';

let news: NewsServer;
let folder: string;
let library: Library;

beforeEach(async () => {
  news = await startNewsServer({ folder: null });
  folder = mkdtempSync(join(tmpdir(), 'docbao-stories-'));
  library = await openLibrary({ folder });
});

afterEach(async () => {
  await library.close();
  await news.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Item {
  readonly title: string;
  readonly text: string;
  readonly at: string;
}

/** A paper whose feed holds its articles whole. */
function print(paper: string, items: readonly Item[]): string {
  const entries = items.map(
    ({ title, text, at }, index) =>
      `<item><title>${title}</title><link>${news.url(`/${paper}/${index}.html`)}</link><pubDate>${new Date(at).toUTCString()}</pubDate><content:encoded><![CDATA[<p>${text.replaceAll('\n', '</p><p>')}</p>]]></content:encoded></item>`,
  );
  const body = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${paper}</title><link>${news.url(`/${paper}/`)}</link><description/>${entries.join('')}</channel></rss>`;
  news.answer(`/${paper}/rss`, { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body });
  return news.url(`/${paper}/rss`);
}

async function follow(...addresses: string[]): Promise<void> {
  for (const address of addresses) await library.subscribe(address);
  await library.sync.start({ feedId: null });
}

const paragraphs = madeUpArticle(9, 9).paragraphs;
const whole = paragraphs.join('\n');
const cut = ['Bản tin của toà soạn khác.', ...paragraphs.slice(0, 6)].join('\n');
const [MORNING, NOON, NEXT_WEEK] = ['2026-03-16T06:00:00+07:00', '2026-03-16T12:00:00+07:00', '2026-03-24T06:00:00+07:00'];
const other = (number: number): Item => ({ title: `Việc khác ${number}`, text: madeUpArticle(3, number).paragraphs.join('\n'), at: MORNING });

function listed(): string[] {
  return titles([...listArticleIds(library.store.read, { kind: 'all' })]);
}

function titles(ids: readonly ArticleId[]): string[] {
  return getArticleSummaries(library.store.read, ids).map(({ title }) => title);
}

function idOf(title: string): ArticleId {
  const all = listFeeds(library.store.read).flatMap(({ id }) => [...listArticleIds(library.store.read, { kind: 'feed', feedId: id })]);
  const found = getArticleSummaries(library.store.read, all).find((summary) => summary.title === title);
  if (found === undefined) throw new Error(`there is no “${title}”`);
  return found.id;
}

describe('the same story in several papers', () => {
  it('is listed once, by the first, with the others one step away; feeds show all', async () => {
    // In one sync they come in any order, and who stands for others already stays: the morning's paper comes first here.
    const noon = print('mot', [{ title: 'Trưa', text: cut, at: NOON }, other(1)]);
    await follow(print('hai', [{ title: 'Sáng', text: whole, at: MORNING }, other(2)]));
    await follow(noon, print('ba', [{ title: 'Bản ba', text: whole, at: NOON }]));
    expect(listed().sort()).toEqual(['Sáng', 'Việc khác 1', 'Việc khác 2']);
    expect(getArticleSummaries(library.store.read, [idOf('Sáng')])).toMatchObject([{ storySize: 3 }]);
    expect(listStory(library.store.read, idOf('Sáng')).map(({ title }) => title).sort()).toEqual(['Bản ba', 'Trưa']);
    expect(listStory(library.store.read, idOf('Trưa')).map(({ title }) => title)).toEqual(['Sáng', 'Bản ba']);
    expect(titles([...listArticleIds(library.store.read, { kind: 'feed', feedId: 2 })]).sort()).toEqual(['Trưa', 'Việc khác 1']);
    expect(countLibrary(library.store.read)).toMatchObject({ all: 3, unread: 3 });
    expect(await library.check()).toEqual({ ok: true, problems: [] });
  });

  it('that comes with a later sync joins it, and a lead that was read keeps its place', async () => {
    await follow(print('mot', [{ title: 'Trưa', text: cut, at: NOON }]));
    markArticles(library.store.write, [idOf('Trưa')], { isRead: true }, 1);
    await follow(print('hai', [{ title: 'Sáng', text: whole, at: MORNING }]));
    expect(listed()).toEqual(['Trưa']);
    expect(getArticleSummaries(library.store.read, [idOf('Trưa')])).toMatchObject([{ storySize: 2 }]);
  });

  it('is not made of what days lie between, of one paper’s texts after one pattern, or of saved pages', async () => {
    await follow(print('mot', [{ title: 'Trước', text: whole, at: MORNING }, { title: 'Mẫu', text: cut.replaceAll('còn', 'và'), at: NOON }]), print('hai', [{ title: 'Tuần sau', text: whole, at: NEXT_WEEK }]));
    await library.saveFile('ghi-chep.txt', new TextEncoder().encode(`Ghi chép\n\n${paragraphs.join('\n\n')}`));
    await library.sync.start({ feedId: null });
    expect(listed()).toHaveLength(4);
  });

  it('is read as a whole, and unread again as a whole', async () => {
    await follow(print('mot', [{ title: 'Sáng', text: whole, at: MORNING }]), print('hai', [{ title: 'Trưa', text: cut, at: NOON }]));
    markArticles(library.store.write, [idOf('Sáng')], { isRead: true }, 7);
    expect(getArticleSummaries(library.store.read, [idOf('Trưa')])).toMatchObject([{ isRead: true }]);
    markArticles(library.store.write, [idOf('Sáng')], { isRead: false }, 8);
    expect(getArticleSummaries(library.store.read, [idOf('Trưa')])).toMatchObject([{ isRead: false }]);
    markArticles(library.store.write, [idOf('Trưa')], { isRead: true }, 9);
    expect(getArticleSummaries(library.store.read, [idOf('Sáng')])).toMatchObject([{ isRead: false }]);
  });

  it('goes to the next one when its lead goes, into the bin or for good', async () => {
    await follow(...['mot', 'hai', 'ba'].map((paper, at) => print(paper, [{ title: paper, text: whole, at: `2026-03-16T0${at + 1}:00:00Z` }])));
    expect(listed()).toEqual(['mot']);
    library.store.write.run('UPDATE article_status SET deleted_at = 1 WHERE article_id = ?', idOf('mot'));
    expect(listed()).toEqual(['hai']);
    expect(listStory(library.store.read, idOf('hai')).map(({ title }) => title)).toEqual(['ba']);
    removeArticles(library.store.write, [idOf('hai')]);
    expect(listed()).toEqual(['ba']);
    expect(getArticleSummaries(library.store.read, [idOf('ba')])).toMatchObject([{ storySize: 1 }]);
    removeFeed(library.store.write, 3);
    expect(listed()).toEqual([]);
  });

  it('whose lead is in another folder is shown in this one by who tells it here', async () => {
    await follow(print('mot', [{ title: 'Sáng', text: whole, at: MORNING }]), print('hai', [{ title: 'Trưa', text: cut, at: NOON }]));
    const [one, two] = [ensureFolder(library.store.write, ['Một']), ensureFolder(library.store.write, ['Hai'])];
    const view = (folderId: number | null) => titles([...listArticleIds(library.store.read, { kind: 'folder', folderId: folderId ?? 0 })]);
    const put = (feedId: number, folderId: number | null) => library.store.write.run('UPDATE feeds SET folder_id = ? WHERE id = ?', folderId, feedId);
    put(1, one);
    put(2, two);
    expect([view(one), view(two)]).toEqual([['Sáng'], ['Trưa']]);
    put(2, one);
    expect(view(one)).toEqual(['Sáng']);
  });
});
