import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addWork,
  checkDatabase,
  countLibrary,
  ensureFolder,
  getArticle,
  getContentHash,
  insertArticle,
  insertAsset,
  insertFeed,
  libraryPaths,
  listArticleIds,
  listArticles,
  listChangesSince,
  listDueWork,
  listFeeds,
  listFolders,
  markArticles,
  markViewRead,
  mergeEntries,
  openStore,
  postponeWork,
  removeFeed,
  removeUnreferencedAssets,
  setPublishedAt,
  updateArticleContent,
  type IncomingEntry,
  type NewArticle,
  type Store,
} from '../../../main/store/index.ts';
import { newArticle } from './new-article.ts';

let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docbao-store-'));
  store = openStore(folder);
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

function article(name: string, change: Partial<NewArticle> = {}): NewArticle {
  return newArticle(name, { html: `<p>${name}</p>`, text: name, wordCount: 1, contentHash: `hash of ${name}`, publishedAt: 1_000, arrivedAt: 2_000, ...change });
}

function entry(name: string, change: Partial<IncomingEntry> = {}): IncomingEntry {
  return { entryKey: `id:${name}`, entryHash: 'first', needsPage: false, article: article(name), ...change };
}

function addFeed(name: string, folderId: number | null = null): number {
  return insertFeed(store.write, { feedUrl: `https://${name}/rss`, siteUrl: null, title: name, addedAt: 1, kind: 'feed', folderId });
}

function merge(feedId: number, ...entries: IncomingEntry[]): ReturnType<typeof mergeEntries> {
  return store.write.transaction(() => mergeEntries(store.write, feedId, entries, 5_000));
}

describe('entries', () => {
  it('become articles once, however often the feed is read', () => {
    const feed = addFeed('bao.vn');
    expect(merge(feed, entry('a'), entry('b')).inserted).toHaveLength(2);
    expect(merge(feed, entry('a'), entry('b'))).toEqual({ inserted: [], updated: [] });
    expect(countLibrary(store.read)).toMatchObject({ all: 2, unread: 2, starred: 0, bin: 0 });
  });

  it('of two feeds with one address are one article in both', () => {
    const [one, two] = [addFeed('one'), addFeed('two')];
    merge(one, entry('a'));
    expect(merge(two, entry('a', { entryKey: 'id:other' })).inserted).toEqual([]);
    expect(listArticles(store.read, { kind: 'feed', feedId: one }, 9, 0).total).toBe(1);
    expect(listArticles(store.read, { kind: 'feed', feedId: two }, 9, 0).total).toBe(1);
    expect(listFeeds(store.read).map((feed) => feed.unreadCount)).toEqual([1, 1]);
  });

  it('that say something new update the article and leave its status alone', () => {
    const feed = addFeed('bao.vn');
    const [id = 0] = merge(feed, entry('a')).inserted;
    markArticles(store.write, [id], { isRead: true, isStarred: true }, 1);
    const edited = entry('a', { entryHash: 'second', article: article('a', { title: 'Sửa', contentHash: 'other' }) });
    expect(merge(feed, edited)).toEqual({ inserted: [], updated: [id] });
    expect(getArticle(store.read, id)).toMatchObject({ title: 'Sửa', isRead: true, isStarred: true, updatedAt: 5_000 });
  });

  it('that need their page leave work to be done, again when they change', () => {
    const feed = addFeed('bao.vn');
    merge(feed, entry('a', { needsPage: true }));
    const [work] = listDueWork(store.read, feed, 5_000);
    expect(work).toMatchObject({ kind: 'page', attempts: 0, url: 'https://bao.vn/a' });
    postponeWork(store.write, work?.articleId ?? 0, 'page', 9_000);
    expect(listDueWork(store.read, feed, 8_999)).toEqual([]);
    expect(listDueWork(store.read, feed, 9_000)).toMatchObject([{ attempts: 1 }]);
    merge(feed, entry('a', { needsPage: true, entryHash: 'second' }));
    expect(listDueWork(store.read, feed, 5_000)).toMatchObject([{ attempts: 0 }]);
  });
});

describe('a transaction', () => {
  it('that fails half-way leaves nothing', () => {
    const feed = addFeed('bao.vn');
    const broken = entry('b', { article: article('b', { title: null as unknown as string }) });
    expect(() => merge(feed, entry('a'), broken)).toThrow();
    expect(countLibrary(store.read).all).toBe(0);
    expect(listChangesSince(store.read, 0, 9)).toEqual([]);
  });
});

describe('views', () => {
  it('list newest first, by any of their indexes', () => {
    const feed = addFeed('bao.vn');
    const ids = merge(feed, ...['a', 'b', 'c'].map((name, at) => entry(name, { article: article(name, { publishedAt: 1_000 + at }) }))).inserted;
    const [a = 0, b = 0, c = 0] = ids;
    expect([...listArticleIds(store.read, { kind: 'all' })]).toEqual([c, b, a]);
    setPublishedAt(store.write, a, 9_000);
    markArticles(store.write, [b], { isRead: true }, 1);
    markArticles(store.write, [a, b], { isStarred: true }, 1);
    expect([...listArticleIds(store.read, { kind: 'unread' })]).toEqual([a, c]);
    expect([...listArticleIds(store.read, { kind: 'starred' })]).toEqual([a, b]);
    expect([...listArticleIds(store.read, { kind: 'feed', feedId: feed })]).toEqual([a, c, b]);
  });

  it('of a folder hold the articles of its feeds and of the folders inside it, each once', () => {
    const outer = ensureFolder(store.write, ['Báo']);
    const inner = ensureFolder(store.write, ['Báo', 'Kinh tế']);
    const empty = ensureFolder(store.write, ['Khác']);
    const [one, two, other] = [addFeed('one', outer), addFeed('two', inner), addFeed('other')];
    const [shared = 0, a = 0] = merge(one, entry('shared', { article: article('shared', { publishedAt: 3 }) }), entry('a', { article: article('a', { publishedAt: 2 }) })).inserted;
    const [b = 0] = merge(two, entry('b', { article: article('b', { publishedAt: 1 }) })).inserted;
    merge(two, entry('shared', { entryKey: 'id:again', article: article('shared', { publishedAt: 3 }) }));
    merge(other, entry('elsewhere'));
    expect([...listArticleIds(store.read, { kind: 'folder', folderId: outer ?? 0 })]).toEqual([shared, a, b]);
    expect(listArticles(store.read, { kind: 'folder', folderId: inner ?? 0 }, 9, 0)).toMatchObject({ total: 2 });
    expect(listArticles(store.read, { kind: 'folder', folderId: empty ?? 0 }, 9, 0).total).toBe(0);
    markArticles(store.write, [a], { isRead: true }, 1);
    expect(listFolders(store.read)).toMatchObject([
      { id: outer, parentId: null, title: 'Báo', unreadCount: 2 },
      { id: inner, parentId: outer, title: 'Kinh tế', unreadCount: 2 },
      { id: empty, parentId: null, title: 'Khác', unreadCount: 0 },
    ]);
    expect(markViewRead(store.write, { kind: 'folder', folderId: outer ?? 0 }, { before: 9_000 }, 1).ids).toHaveLength(2);
  });

  it('are marked read up to a moment, and say what changed', () => {
    const feed = addFeed('bao.vn');
    const late = entry('late', { article: article('late', { arrivedAt: 3_000 }) });
    const [a = 0, b = 0] = merge(feed, entry('a'), late).inserted;
    expect(markViewRead(store.write, { kind: 'all' }, { before: 2_500 }, 1).ids).toEqual([a]);
    expect(getArticle(store.read, b).isRead).toBe(false);
  });
});

describe('revisions', () => {
  it('tell what the index has to do, and nothing where only images came', () => {
    const [id = 0] = merge(addFeed('bao.vn'), entry('a')).inserted;
    const seen = listChangesSince(store.read, 0, 9).at(-1)?.revision ?? 0;
    updateArticleContent(store.write, id, { ...article('a'), contentHash: getContentHash(store.read, id) ?? '', offline: 'partial' }, null);
    expect(listChangesSince(store.read, seen, 9)).toEqual([]);
    updateArticleContent(store.write, id, article('a', { text: 'khác', contentHash: 'khác' }), null);
    expect(listChangesSince(store.read, seen, 9)).toMatchObject([{ id, removed: false, text: 'khác' }]);
  });
});

describe('unsubscribing', () => {
  it('keeps what is starred or in another feed, and removes the rest with its unused images', () => {
    const [one, two] = [addFeed('one'), addFeed('two')];
    insertAsset(store.write, { name: 'x.jpg', mimeType: 'image/jpeg', bytes: 1, width: 1, height: 1 }, 1);
    const image = { position: 0, src: 'https://bao.vn/x.jpg', alt: null, caption: null, width: null, height: null, asset: 'x.jpg', error: null };
    const [gone = 0, starred = 0, shared = 0] = merge(one, entry('gone', { article: article('gone', { images: [image] }) }), entry('starred'), entry('shared')).inserted;
    merge(two, entry('shared'));
    markArticles(store.write, [starred], { isStarred: true }, 1);
    removeFeed(store.write, one);
    expect(new Set(listArticleIds(store.read, { kind: 'all' }))).toEqual(new Set([starred, shared]));
    expect(getArticle(store.read, shared).feedId).toBe(two);
    expect(listChangesSince(store.read, 0, 99)).toContainEqual(expect.objectContaining({ id: gone, removed: true }));
    expect(removeUnreferencedAssets(store.write)).toEqual(['x.jpg']);
    expect(checkDatabase(store.read)).toEqual([]);
  });
});

describe('opening', () => {
  it('finds everything again', () => {
    merge(addFeed('bao.vn'), entry('a'));
    store.close();
    store = openStore(folder);
    expect(listArticles(store.read, { kind: 'all' }, 9, 0).articles).toMatchObject([{ title: 'Bài a', url: 'https://bao.vn/a' }]);
  });

  it('refuses a library of a newer Docbao, and touches nothing', () => {
    store.write.script('PRAGMA user_version = 999');
    store.close();
    expect(() => openStore(folder)).toThrow(expect.objectContaining({ kind: 'library', message: expect.stringContaining('newer') }));
  });

  it('says so where the file is no library', () => {
    store.close();
    writeFileSync(libraryPaths(folder).database, 'not a database, only some text that is long enough to be looked at');
    expect(() => openStore(folder)).toThrow(expect.objectContaining({ kind: 'library' }));
  });

  it('cannot write through the read side', () => {
    expect(() => addWork(store.read as never, 1, null, 'page', 1)).toThrow();
  });

  it('lets two processes write in turns', () => {
    const other = openStore(folder);
    const before = store.dataVersion();
    other.write.transaction(() => insertArticle(other.write, article('a')));
    expect(store.dataVersion()).not.toBe(before);
    store.write.transaction(() => insertArticle(store.write, article('b')));
    expect(countLibrary(other.read).all).toBe(2);
    other.close();
  });
});
