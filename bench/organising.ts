import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleView } from '../contract/domain/article.ts';
import {
  binArticles,
  changeStatus,
  countLibrary,
  createFolder,
  createTag,
  eraseArticles,
  getArticleSummaries,
  insertFeed,
  listArticleIds,
  listFeeds,
  listFolders,
  listTags,
  listWithDays,
  markViewRead,
  mergeEntries,
  openStore,
  setArticleTags,
  unsubscribe,
  type IncomingEntry,
  type Store,
} from '../main/store/index.ts';

const FEEDS = 40;
const A_TRANSACTION = 1000;
const FIRST_DATE = Date.UTC(2022, 0, 1);
const BODY = 'Hội đồng nhân dân tỉnh họp bàn về ngân sách năm tới và các công trình giao thông trọng điểm. '.repeat(20);
const RUNS = 5;

function makeEntry(key: number, feedId: number): IncomingEntry {
  const at = FIRST_DATE + key * 20 * 60_000;
  const content = { title: `Bài số ${key}: ngân sách và giao thông`, lede: BODY.slice(0, 90), byline: null, sourceName: null, lang: 'vi', dir: 'ltr' as const };
  const text = { html: `<p>${BODY}</p>`, text: BODY, wordCount: (key * 7919) % 1500, contentHash: `hash of ${key}`, images: [], offline: 'complete' as const, offlineReason: null };
  const origin = { feedId, origin: 'feed' as const, url: `https://bao.vn/${key}`, urlKey: `bao.vn/${key}`, publishedAt: at, arrivedAt: at, enclosures: [] };
  return { entryKey: `id:${key}`, entryHash: 'first', needsPage: false, article: { ...content, ...text, ...origin } };
}

function fill(store: Store, count: number): void {
  const outer = createFolder(store.write, 'Báo', null);
  const inner = createFolder(store.write, 'Kinh tế', outer);
  const feeds = Array.from({ length: FEEDS }, (_, at) =>
    insertFeed(store.write, { feedUrl: `https://bao${at}.vn/rss`, siteUrl: null, title: `Báo ${at}`, addedAt: 1, kind: 'feed', folderId: at % 2 === 0 ? outer : inner }),
  );
  for (let from = 0; from < count; from += A_TRANSACTION) {
    store.write.transaction(() => {
      for (let key = from; key < Math.min(count, from + A_TRANSACTION); key += 1) {
        const feed = feeds[key % FEEDS] ?? 0;
        mergeEntries(store.write, feed, [makeEntry(key, feed)], 1);
      }
    });
  }
}

function measure(what: string, runs: number, work: () => void): void {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  console.log(`${what.padEnd(44)} ${(times[Math.floor(runs / 2)] ?? 0).toFixed(1)} ms (median), ${(times.at(-1) ?? 0).toFixed(1)} ms (worst of ${runs})`);
}

function measureViews(store: Store, tagId: number): void {
  const folderId = listFolders(store.read)[0]?.id ?? 0;
  const views: readonly ArticleView[] = [{ kind: 'all' }, { kind: 'unread' }, { kind: 'archived' }, { kind: 'feed', feedId: 1 }, { kind: 'folder', folderId }, { kind: 'tag', tagId }];
  for (const view of views) {
    for (const order of [{ sort: 'newest', unreadFirst: false }, { sort: 'longest', unreadFirst: true }] as const) {
      let shown = 0;
      measure(`open ${view.kind}, ${order.sort}${order.unreadFirst ? ', unread on top' : ''}`, RUNS, () => {
        const { ids } = listWithDays(store.read, view, order);
        getArticleSummaries(store.read, [...ids.subarray(0, 100)]);
        shown = ids.length;
      });
      console.log(`    ${shown} articles`);
    }
  }
}

/** What keeping a library of 100,000 articles in order costs the library's thread. `npm run bench -- organising [count]` */
export function run(args: readonly string[]): void {
  const count = Number(args[0] ?? 100_000);
  const folder = mkdtempSync(join(tmpdir(), 'docbao-bench-organising-'));
  const store = openStore(folder);
  const { read, write } = store;
  fill(store, count);
  const all = [...listArticleIds(read, { kind: 'all' })];
  const half = all.filter((_, at) => at % 2 === 0);
  const tag = createTag(write, 'Đọc kỹ', 'teal');
  const now = Date.now();
  measure(`tag ${count / 10}`, 1, () => void setArticleTags(write, all.slice(0, count / 10), [tag.id], []));
  measure(`archive ${count / 10}`, 1, () => void changeStatus(write, all.slice(0, count / 10), { isArchived: true }, now));
  measureViews(store, tag.id);
  measure('numbers of the library', RUNS, () => void countLibrary(read));
  measure('numbers of feeds', RUNS, () => void listFeeds(read));
  measure('numbers of folders', RUNS, () => void listFolders(read));
  measure('numbers of tags', RUNS, () => void listTags(read));
  const marked = { takeBack: null as ReturnType<typeof markViewRead>['takeBack'] };
  measure(`mark ${half.length} read`, 1, () => Object.assign(marked, changeStatus(write, half, { isRead: true }, now)));
  measure('take that back', 1, () => marked.takeBack?.(write));
  measure('mark all of it read', 1, () => void markViewRead(write, { kind: 'all' }, { before: now }, now));
  measure('put 1000 in the bin', 1, () => void binArticles(write, all.slice(0, 1000), now));
  measure('erase 200 of them (one transaction)', 1, () => void eraseArticles(write, all.slice(0, 200)));
  measure('erase the other 800', 1, () => void eraseArticles(write, all.slice(200, 1000)));
  const left = { takeBack: null as ReturnType<typeof unsubscribe>['takeBack'] | null };
  measure(`unfollow a feed of ${count / FEEDS}`, 1, () => Object.assign(left, unsubscribe(write, 1, 'marked', now)));
  measure('take that back', 1, () => left.takeBack?.(write));
  store.close();
  rmSync(folder, { recursive: true, force: true });
}
