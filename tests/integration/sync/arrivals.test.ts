import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Alert } from '../../../contract/domain/saved-search.ts';
import type { RuleAction } from '../../../contract/domain/rule.ts';
import type { SyncEnd } from '../../../contract/domain/sync.ts';
import { Searcher } from '../../../main/search/searcher.ts';
import { addRule, addSavedSearch, changeRule, changeSavedSearch, getRuledUpTo, listArticleTags, listBinned, listRules, markArticles, openStore, type Store } from '../../../main/store/index.ts';
import type { LibraryListener } from '../../../main/sync/context.ts';
import { openLibrary, type Library } from '../../../main/sync/open-library.ts';
import { startNewsServer, type NewsServer } from '../../servers/news-server.ts';
import { add, catchUp, makeFolder, type TestArticle } from '../search/library.ts';

let folder: string;
let library: Library | null = null;
let alerts: Alert[] = [];
let ended: SyncEnd[] = [];

beforeEach(() => {
  folder = makeFolder();
  alerts = [];
  ended = [];
});

afterEach(async () => {
  await library?.close();
  library = null;
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<Library> {
  const onEvent: LibraryListener = (name, event) => {
    if (name === 'alerts:matched' && 'searchId' in event) alerts.push(event);
    if (name === 'sync:ended' && 'arrivals' in event) ended.push(event);
  };
  library = await openLibrary({ folder, onEvent });
  return library;
}

async function openAndClose(): Promise<void> {
  const opened = await open();
  library = null;
  await opened.close();
}

/** Articles as a sync commits them. */
function arrive(store: Store, ...articles: readonly TestArticle[]): number[] {
  const ids = add(store, ...articles);
  store.write.run("UPDATE articles SET origin = 'feed' WHERE id IN (SELECT value FROM json_each(?))", JSON.stringify(ids));
  return ids;
}

function rule(store: Store, query: string, ...actions: readonly RuleAction[]): number {
  return addRule(store.write, { name: query, query, actions, isEnabled: true }).id;
}

function statusOf(store: Store, id: number): unknown {
  return store.read.get('SELECT is_read, is_starred, is_archived, queued_at IS NOT NULL AS is_queued, deleted_at IS NOT NULL AS is_deleted FROM article_status WHERE article_id = ?', id);
}

const AS_IT_CAME = { is_read: 0, is_starred: 0, is_archived: 0, is_queued: 0, is_deleted: 0 };

describe('rules', () => {
  it('run on what a sync brings, once for each article, and count what they met', async () => {
    const { store, sync } = await open();
    const [old = 0] = arrive(store, { title: 'Bão cũ' });
    await sync.start({ feedId: null });
    const tagging = rule(store, 'bão -giá', { kind: 'tag', tag: 'Thời tiết' }, { kind: 'star' });
    const reading = rule(store, 'title:giá', { kind: 'read' });
    const [storm = 0, price = 0] = arrive(store, { title: 'Bao mới', text: 'bão' }, { title: 'Bão giá' });
    const [own = 0] = add(store, { title: 'Bão, tự lưu' });
    await sync.start({ feedId: null });
    expect(statusOf(store, storm)).toEqual({ ...AS_IT_CAME, is_starred: 1 });
    expect(listArticleTags(store.read, storm)).toEqual(['Thời tiết']);
    expect(statusOf(store, price)).toEqual({ ...AS_IT_CAME, is_read: 1 });
    expect(statusOf(store, old)).toEqual(AS_IT_CAME);
    expect(statusOf(store, own)).toEqual(AS_IT_CAME);
    expect(listRules(store.read).map(({ id, appliedCount }) => [id, appliedCount])).toEqual([[tagging, 1], [reading, 1]]);
    markArticles(store.write, [storm], { isStarred: false }, 0);
    await sync.start({ feedId: null });
    expect(statusOf(store, storm)).toEqual(AS_IT_CAME);
  });

  it('run in order, and what one skips no later one sees', async () => {
    const { store, sync, search } = await open();
    const skipping = rule(store, 'quảng cáo', { kind: 'skip' });
    const queueing = rule(store, 'bão', { kind: 'queue' });
    const off = rule(store, 'bão', { kind: 'star' });
    changeRule(store.write, off, { isEnabled: false });
    const [advert = 0, storm = 0] = arrive(store, { title: 'Bão quảng cáo' }, { title: 'Bão' });
    await sync.start({ feedId: null });
    expect(statusOf(store, advert)).toEqual({ ...AS_IT_CAME, is_deleted: 1 });
    expect(statusOf(store, storm)).toEqual({ ...AS_IT_CAME, is_queued: 1 });
    expect(listRules(store.read).map(({ id, appliedCount }) => [id, appliedCount])).toEqual([[skipping, 1], [queueing, 1], [off, 0]]);
    expect([...(await search.matchingIds('bão'))]).toEqual([storm]);
  });

  it('run after a crash that came between the index and the rules, and not again after that', async () => {
    const before = openStore(folder);
    rule(before, 'bão', { kind: 'star' });
    const [storm = 0] = arrive(before, { title: 'Bão' });
    const searcher = new Searcher(folder);
    catchUp(searcher);
    searcher.save();
    searcher.close();
    before.close();
    await openAndClose();
    const after = openStore(folder);
    expect(statusOf(after, storm)).toEqual({ ...AS_IT_CAME, is_starred: 1 });
    expect(getRuledUpTo(after.read)).toBe(storm);
    markArticles(after.write, [storm], { isStarred: false }, 0);
    after.close();
    await openAndClose();
    const last = openStore(folder);
    expect(statusOf(last, storm)).toEqual(AS_IT_CAME);
    last.close();
  });
});

describe('rules, while a sync runs', () => {
  let news: NewsServer;
  beforeEach(async () => {
    news = await startNewsServer({ folder: null });
  });
  afterEach(() => news.close());

  it('meet articles as they come, and once more when they are complete; what they skip or mark read is told as new by nobody', async () => {
    const { store, sync, subscribe } = await open();
    rule(store, 'title:"bản tin số 20"', { kind: 'skip' });
    rule(store, 'title:"bản tin số 18"', { kind: 'read' });
    rule(store, '"đoạn 7"', { kind: 'star' });
    rule(store, 'bản tin -"đoạn 7"', { kind: 'archive' });
    changeSavedSearch(store.write, addSavedSearch(store.write, 'Bản tin', 'bản tin').id, { notifies: true });
    await subscribe(news.siteFeed(1));
    news.answer('/site/1/bai-19.html', 'hang');
    const syncing = sync.start({ feedId: null });
    await expect.poll(() => listBinned(store.read).length, { timeout: 30_000 }).toBe(1);
    await expect.poll(() => store.read.value('SELECT count(*) FROM articles WHERE word_count > 150'), { timeout: 30_000 }).toBeGreaterThan(17);
    expect(sync.progress()).not.toBeNull();
    expect(store.read.value('SELECT count(*) FROM article_status WHERE is_archived')).toBe(0);
    sync.cancel();
    await syncing;
    expect(store.read.value('SELECT count(*) FROM article_status WHERE is_starred')).toBe(18);
    expect(store.read.column<string>("SELECT substr(title, -2) FROM articles JOIN article_status ON article_id = id WHERE is_archived")).toEqual(['19']);
    expect(ended).toMatchObject([{ arrivals: [{ title: 'Báo Thử 1', count: 17 }] }]);
    expect(alerts.map(({ count }) => count)).toEqual([17]);
    expect(listRules(store.read).map(({ appliedCount }) => appliedCount)).toEqual([1, 1, 18, 1]);
  });
});

describe('alerts', () => {
  it('tell what a saved search finds in what a sync brought, but for what a rule skipped', async () => {
    const { store, sync } = await open();
    const { id } = addSavedSearch(store.write, 'Bão lũ', 'bão OR lũ');
    addSavedSearch(store.write, 'Không báo', 'bão');
    arrive(store, { title: 'Bão' });
    await sync.start({ feedId: null });
    expect(alerts).toEqual([]);
    changeSavedSearch(store.write, id, { notifies: true });
    rule(store, 'giá', { kind: 'skip' });
    const [storm, , flood] = arrive(store, { title: 'Bão hai' }, { title: 'Bão giá' }, { title: 'Lũ' }, { title: 'Nắng' });
    await sync.start({ feedId: null });
    expect(alerts).toEqual([{ searchId: id, name: 'Bão lũ', query: 'bão OR lũ', count: 2, ids: [storm, flood] }]);
  });
});
