import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ArticleView } from '../../../contract/domain/article.ts';
import {
  binArticles,
  changeStatus,
  changeTag,
  checkDatabase,
  countLibrary,
  createFolder,
  createTag,
  listArticleIds,
  listFeeds,
  listFolders,
  listTags,
  markViewRead,
  mergeTags,
  openStore,
  placeFeeds,
  placeFolder,
  removeFolder,
  removeTags,
  renameFolder,
  restoreArticles,
  setArticleTags,
  snoozeArticles,
  unsubscribe,
  wakeArticles,
  type Store,
  type TakeBack,
} from '../../../main/store/index.ts';
import { randomNumbers } from '../search/random.ts';
import { addArticles, addFeed, everythingIn, makeEntry, Naive } from './shelf.ts';

type Random = () => number;

/** A library with feeds that share articles, folders in folders, and tags. */
function fill(store: Store): void {
  const outer = createFolder(store.write, 'Báo', null);
  const inner = createFolder(store.write, 'Kinh tế', outer);
  createFolder(store.write, 'Khác', null);
  const feeds = [addFeed(store, 'một', outer), addFeed(store, 'hai', inner), addFeed(store, 'ba'), addFeed(store, 'bốn', inner)];
  feeds.forEach((feed, at) => addArticles(store, feed, Array.from({ length: 14 }, (_, key) => makeEntry(`${at * 10 + key}`, 1_000 + at * 10 + key, (key * 7) % 5))));
  for (const name of ['đọc kỹ', 'Nấu ăn', 'xem lại']) createTag(store.write, name, 'teal');
}

function pick<T>(random: Random, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)];
}

function some(random: Random, ids: readonly number[]): number[] {
  return ids.filter(() => random() < 0.2);
}

/** One thing that a person may do; null where it did nothing that could be taken back. Each draws from `random` alone. */
type Act = (store: Store, random: Random, at: number) => TakeBack | null;

const articles = (store: Store): number[] => store.read.column<number>('SELECT id FROM articles ORDER BY id');
const tags = (store: Store): number[] => listTags(store.read).map(({ id }) => id);
const folders = (store: Store): number[] => listFolders(store.read).map(({ id }) => id);
const feedIds = (store: Store): number[] => listFeeds(store.read).map(({ id }) => id);

const ACTS: readonly Act[] = [
  (store, random, at) => changeStatus(store.write, some(random, articles(store)), { isRead: random() < 0.6 }, at).takeBack,
  (store, random, at) => changeStatus(store.write, some(random, articles(store)), { isStarred: random() < 0.6 }, at).takeBack,
  (store, random, at) => changeStatus(store.write, some(random, articles(store)), { isArchived: random() < 0.6 }, at).takeBack,
  (store, random, at) => changeStatus(store.write, some(random, articles(store)), { isQueued: random() < 0.6, isStarred: true }, at).takeBack,
  (store, random, at) => snoozeArticles(store.write, some(random, articles(store)), random() < 0.7 ? at + 500 : null).takeBack,
  (store, random, at) => binArticles(store.write, some(random, articles(store)), at).takeBack,
  (store, random) => restoreArticles(store.write, some(random, articles(store))).takeBack,
  (store, random, at) => markViewRead(store.write, pick(random, viewsOf(store)) ?? { kind: 'all' }, { before: at, olderThan: 1_000 + random() * 40 }, at).takeBack,
  (store, random) => setArticleTags(store.write, some(random, articles(store)), some(random, tags(store)), some(random, tags(store))),
  (store, random) => (tags(store).length < 2 ? null : mergeTags(store.write, some(random, tags(store)), tags(store)[0] ?? 0)),
  (store, random) => removeTags(store.write, some(random, tags(store))),
  (store, random) => (tags(store).length === 0 ? null : changeTag(store.write, pick(random, tags(store)) ?? 0, { name: `thẻ ${random()}`, color: 'red' })),
  (store, random) => placeFeeds(store.write, some(random, feedIds(store)), random() < 0.3 ? null : (pick(random, folders(store)) ?? null), pick(random, feedIds(store)) ?? null),
  (store, random) => {
    const folder = pick(random, folders(store));
    const parent = pick(random, [null, ...listFolders(store.read).filter(({ parentId }) => parentId === null).map(({ id }) => id)]) ?? null;
    return folder === undefined || folder === parent || parent !== null ? null : placeFolder(store.write, folder, parent, pick(random, folders(store)) ?? null);
  },
  (store, random) => (folders(store).length === 0 ? null : renameFolder(store.write, pick(random, folders(store)) ?? 0, `thư mục ${random()}`)),
  (store, random) => (folders(store).length === 0 ? null : removeFolder(store.write, pick(random, folders(store)) ?? 0)),
  (store, random, at) => (feedIds(store).length === 0 ? null : unsubscribe(store.write, pick(random, feedIds(store)) ?? 0, random() < 0.3 ? 'all' : 'marked', at).takeBack),
];

function viewsOf(store: Store): ArticleView[] {
  return [
    ...(['all', 'unread', 'starred', 'archived', 'queue', 'snoozed', 'bin'] as const).map((kind) => ({ kind })),
    ...feedIds(store).map((feedId) => ({ kind: 'feed' as const, feedId })),
    ...folders(store).map((folderId) => ({ kind: 'folder' as const, folderId })),
    ...tags(store).map((tagId) => ({ kind: 'tag' as const, tagId })),
  ];
}

function compare(store: Store): void {
  const naive = new Naive(store.read);
  expect(countLibrary(store.read)).toEqual(naive.counts);
  for (const feed of listFeeds(store.read)) {
    const view = { kind: 'feed', feedId: feed.id } as const;
    expect([feed.articleCount, feed.unreadCount]).toEqual([naive.ids(view).length, naive.unread(view)]);
  }
  for (const folder of listFolders(store.read)) expect(folder.unreadCount).toBe(naive.unread({ kind: 'folder', folderId: folder.id }));
  for (const tag of listTags(store.read)) {
    const view = { kind: 'tag', tagId: tag.id } as const;
    expect([tag.articleCount, tag.unreadCount]).toEqual([naive.ids(view).length, naive.unread(view)]);
  }
  for (const view of viewsOf(store)) {
    const newest = [...listArticleIds(store.read, view)];
    expect(newest.toSorted((a, b) => a - b), JSON.stringify(view)).toEqual(naive.ids(view));
    const longest = [...listArticleIds(store.read, view, { sort: 'longest', unreadFirst: true })];
    expect(longest.toSorted((a, b) => a - b)).toEqual(naive.ids(view));
    expect([...listArticleIds(store.read, view, { sort: 'oldest', unreadFirst: false })].reverse()).toEqual(newest);
  }
}

describe.each([1, 2, 3, 4, 5, 6])('random organising, seed %i', (seed) => {
  it('counts and lists as one who looks at every row, and every action can be taken back exactly', () => {
    const folder = mkdtempSync(join(tmpdir(), 'docbao-organising-'));
    const store = openStore(folder);
    const random = randomNumbers(seed);
    fill(store);
    for (let step = 0; step < 60; step += 1) {
      const at = 10_000 + step * 100;
      const act = pick(random, ACTS);
      const draws = Array.from({ length: 200 }, random);
      const again = (): TakeBack | null => act?.(store, drawing(draws), at) ?? null;
      const before = everythingIn(store.read);
      const takeBack = again();
      const after = everythingIn(store.read);
      takeBack?.(store.write);
      expect(everythingIn(store.read), `step ${step}`).toEqual(before);
      again();
      expect(everythingIn(store.read)).toEqual(after);
      if (random() < 0.2) wakeArticles(store.write, at);
      compare(store);
    }
    expect(checkDatabase(store.read)).toEqual([]);
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

/** The same numbers again, for an action that is done twice. */
function drawing(numbers: readonly number[]): Random {
  let at = 0;
  return () => numbers[at++ % numbers.length] ?? 0;
}
