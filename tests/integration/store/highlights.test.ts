import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchorTextOf } from '../../../contract/domain/anchor-text.ts';
import { anchorOf } from '../../../contract/domain/anchor.ts';
import type { ArticleId } from '../../../contract/domain/article.ts';
import type { Highlight } from '../../../contract/domain/highlight.ts';
import { createLibraryHandlers } from '../../../main/ipc/handlers/index.ts';
import { connect } from '../../../main/store/connection.ts';
import { getArticle, getContentHash, listAllHighlights, listHighlights, updateArticleContent } from '../../../main/store/index.ts';
import { migrateLibrary } from '../../../main/store/migrations/index.ts';
import { openLibrary, type Library } from '../../../main/sync/open-library.ts';
import { startNewsServer, type NewsServer } from '../../servers/news-server.ts';
import { madeUpArticle } from '../../servers/made-up-site.ts';
import { docbao, docbaoJson } from '../cli/docbao.ts';

const article = madeUpArticle(1, 7);
const [, second = ''] = article.paragraphs;

const quoted = second.slice(0, 50).trim();

let news: NewsServer;
let folder: string;
let library: Library;
let handlers: ReturnType<typeof createLibraryHandlers>;
let id: ArticleId;

beforeEach(async () => {
  news = await startNewsServer({ folder: null });
  folder = mkdtempSync(join(tmpdir(), 'docbao-highlights-'));
  library = await openLibrary({ folder });
  handlers = createLibraryHandlers(library, { resourcesFolder: '', buildDocument: () => '', buildFile: async () => '', buildPageDocument: () => '' });
  id = await library.savePage(news.url(article.path));
});

afterEach(async () => {
  await library.close();
  await news.close();
  rmSync(folder, { recursive: true, force: true });
});

function text(): string {
  return anchorTextOf(getArticle(library.store.read, id));
}

async function add(quote: string, note: string | null = null): Promise<Highlight> {
  const start = text().indexOf(quote);
  return handlers['highlights:add']({ articleId: id, color: 'green', note, ...anchorOf(text(), { start, end: start + quote.length }) });
}

/** As if an earlier extraction had understood the page otherwise. */
function rewrite(change: (html: string) => string): void {
  const before = getArticle(library.store.read, id);
  const hash = getContentHash(library.store.read, id) ?? '';
  updateArticleContent(library.store.write, id, { ...before, html: change(before.html), contentHash: `${hash}'` }, null);
}

const standing = (): string[] => listHighlights(library.store.read, id).map(({ start, end, isOrphan }) => (isOrphan ? 'gone' : text().slice(start, end)));

describe('highlights', () => {
  it('stand in title, lede and body, and are listed in the order of the text', async () => {
    await add(second.slice(0, 60).trim(), 'Hỏi lại chỗ này');
    await add(article.lede.slice(-30).trim());
    await add(article.title);
    expect(standing()).toEqual([article.title, article.lede.slice(-30).trim(), second.slice(0, 60).trim()]);
    const [newest] = listAllHighlights(library.store.read, null);
    expect(newest).toMatchObject({ articleId: id, title: article.title, quote: article.title, color: 'green', note: null });
    expect(handlers['highlights:count']()).toEqual({ count: 3 });
  });

  it('survive another extraction of the page', async () => {
    const quote = second.slice(10, 90).trim();
    rewrite((html) => `<p>Chia sẻ bài này cho bạn bè cùng đọc nhé.</p>${html}`);
    await add(quote);
    const before = standing();
    const old = listHighlights(library.store.read, id)[0]?.start;
    const outcome = await library.reextract(() => undefined);
    expect(outcome.changed).toBe(1);
    expect(text()).not.toContain('Chia sẻ bài này');
    expect(standing()).toEqual(before);
    expect(listHighlights(library.store.read, id)[0]?.start).toBeLessThan(old ?? 0);
  });

  it('follow words that were edited, become orphans where they are gone, and come back with them', async () => {
    const original = getArticle(library.store.read, id).html;
    const quote = second.slice(-60).trim();
    await add(quote);
    rewrite((html) => html.replace(quote, `${quote.slice(0, 20)}@${quote.slice(21)}`));
    expect(standing()[0]).toContain('@');
    rewrite((html) => html.replace(/<p>[^<]*@[^<]*<\/p>/, ''));
    expect(standing()).toEqual(['gone']);
    expect(listAllHighlights(library.store.read, id)[0]).toMatchObject({ quote, isOrphan: true });
    rewrite(() => original);
    expect(standing()).toEqual([quote]);
  });

  it('are made of pictures, too, which stand where the text has come to, and are known by their file where their address is another', async () => {
    const [image] = getArticle(library.store.read, id).images;
    const { src = '', asset = null, caption } = image ?? {};
    expect(asset).not.toBeNull();
    const added = await handlers['highlights:add']({ articleId: id, color: 'blue', note: null, picture: src, quote: caption ?? '', prefix: '', suffix: '', start: 0, end: 0 });
    expect(added).toMatchObject({ picture: src, isOrphan: false });
    expect(text().slice(added.start).trimStart().startsWith(caption ?? '?')).toBe(true);
    expect(listAllHighlights(library.store.read, id)).toMatchObject([{ picture: src, asset, quote: caption }]);
    const before = getArticle(library.store.read, id);
    const moved = `${src}?w=1200`;
    const images = before.images.map((one) => (one.src === src ? { ...one, src: moved } : one));
    updateArticleContent(library.store.write, id, { ...before, html: `<p>Thêm một đoạn.</p>${before.html.replace(src, moved)}`, images, contentHash: 'moved' }, null);
    expect(listHighlights(library.store.read, id)).toMatchObject([{ picture: moved, isOrphan: false }]);
    expect(listHighlights(library.store.read, id)[0]?.start).toBeGreaterThan(added.start);
    updateArticleContent(library.store.write, id, { ...before, html: '<p>Chỉ còn chữ.</p>', images: [], contentHash: 'bare' }, null);
    expect(listAllHighlights(library.store.read, id)).toMatchObject([{ isOrphan: true, quote: caption, asset: null }]);
    updateArticleContent(library.store.write, id, { ...before, contentHash: 'again' }, null);
    expect(listAllHighlights(library.store.read, id)).toMatchObject([{ picture: src, isOrphan: false, asset, start: added.start }]);
  });

  it('change, go and come back', async () => {
    const added = await add(quoted);
    const changed = await handlers['highlights:change']({ id: added.id, change: { color: 'pink', note: 'Ghi chú' } });
    expect(changed).toMatchObject({ color: 'pink', note: 'Ghi chú', quote: added.quote });
    expect(await handlers['highlights:change']({ id: added.id, change: { note: null } })).toMatchObject({ color: 'pink', note: null });
    const [removed] = await handlers['highlights:remove']({ ids: [added.id] });
    expect(listHighlights(library.store.read, id)).toEqual([]);
    const { id: _id, isOrphan: _isOrphan, changedAt: _changedAt, ...again } = removed ?? added;
    expect(await handlers['highlights:add'](again)).toMatchObject({ quote: added.quote, createdAt: added.createdAt, color: 'pink' });
  });

  it('of a library that was made before pictures could be marked stay, and are of words', () => {
    const { db, close } = connect(join(folder, 'older.sqlite'), { readonly: false });
    migrateLibrary(db, 6);
    db.run("INSERT INTO articles (id, origin, title, published_at, arrived_at, offline, content_hash, revision) VALUES (1, 'page', 'Tựa', 1, 1, 'complete', 'x', 1)");
    db.run("INSERT INTO highlights (article_id, color, quote, prefix, suffix, start_at, end_at, created_at, changed_at) VALUES (1, 'pink', 'Tựa', '', '', 0, 3, 1, 1)");
    migrateLibrary(db, 7);
    expect(listHighlights(db, 1)).toMatchObject([{ quote: 'Tựa', color: 'pink', picture: null }]);
    close();
  });

  it('can be read and exported by command', async () => {
    await add(quoted, 'Một ghi chú');
    await library.close();
    expect(await docbaoJson(folder, 'highlights', '--article', String(id))).toEqual([expect.objectContaining({ articleId: id, quote: quoted, note: 'Một ghi chú', isOrphan: false })]);
    const { stdout } = await docbao(folder, 'highlights', '--markdown');
    expect(stdout).toContain(`## ${article.title}`);
    expect(stdout).toContain(`> ${quoted}`);
    expect((await docbao(folder, 'highlights', '--article', '999')).code).toBe(1);
    library = await openLibrary({ folder });
  });
});
