import type { Feed, FeedId, Folder, SuggestedFeed } from '../../../contract/domain/feed.ts';
import type { Tag } from '../../../contract/domain/organising.ts';
import type { LibraryCounts } from '../../../contract/domain/library.ts';
import type { ReaderError } from '../../../contract/domain/result.ts';
import type { FirstView } from '../../../contract/ipc/contract.ts';
import { api, events, readerErrorOf } from '../../api/client.ts';
import { inBackground } from '../../app/report.ts';
import { createStore, useStore } from '../../app/store.ts';
import { keepUnchanged } from './keep-unchanged.ts';

interface FeedsState {
  readonly feeds: readonly Feed[];
  readonly byId: ReadonlyMap<FeedId, Feed>;
  readonly folders: readonly Folder[];
  readonly tags: readonly Tag[];
  readonly counts: LibraryCounts;
  readonly isLoaded: boolean;
  readonly error: ReaderError | null;
  readonly suggested: readonly SuggestedFeed[];
}

const REFRESH_MS = 250;
/** A thousand subscriptions take longer to read than ten: between two readings lies so many times what the last one took. */
const REST = 8;
const store = createStore<FeedsState>({
  feeds: [],
  byId: new Map(),
  folders: [],
  tags: [],
  counts: { all: 0, unread: 0, starred: 0, queue: 0, archived: 0, snoozed: 0, bin: 0 },
  isLoaded: false,
  error: null,
  suggested: [],
});
let refresh: ReturnType<typeof setTimeout> | null = null;
/** Milliseconds on the window's clock: the next reading is not due before. */
let restsUntil = 0;

type Sidebar = Pick<FirstView, 'feedList' | 'folders' | 'tags'>;

async function take(reading: Promise<Sidebar>): Promise<void> {
  try {
    const read = await reading;
    const before = store.get();
    const feeds = keepUnchanged(read.feedList.feeds, before.feeds);
    const folders = keepUnchanged(read.folders, before.folders);
    const tags = keepUnchanged(read.tags, before.tags);
    store.set({ feeds, folders, tags, counts: read.feedList.counts, byId: new Map(feeds.map((feed) => [feed.id, feed])), isLoaded: true, error: null });
  } catch (thrown) {
    store.set({ isLoaded: true, error: readerErrorOf(thrown) });
  }
}

async function readSidebar(): Promise<Sidebar> {
  const [feedList, folders, tags] = await Promise.all([api.feeds.list(), api.folders.list(), api.tags.list()]);
  return { feedList, folders, tags };
}

export async function loadFeeds(): Promise<void> {
  const began = performance.now();
  await take(readSidebar());
  const now = performance.now();
  restsUntil = now + REST * (now - began);
}

/** Reads the feeds and the numbers beside them soon; a burst of changes costs one reading. */
export function refreshFeeds(): void {
  refresh ??= setTimeout(() => {
    refresh = null;
    void loadFeeds();
  }, Math.max(REFRESH_MS, restsUntil - performance.now()));
}

/** Fills the sidebar with the first view, and keeps it right from then on. */
export function startFeeds(first: Promise<Sidebar>): Promise<void> {
  events.libraryChanged(refreshFeeds);
  return take(first);
}

/** Reads which sources there are to be suggested. */
export function loadSuggested(): void {
  inBackground(api.feeds.listSuggested().then((suggested) => store.set({ suggested })));
}

export async function renameFeed(feedId: FeedId, title: string): Promise<void> {
  await api.feeds.rename({ feedId, title });
  await loadFeeds();
}

export function useFeeds<S>(select: (state: FeedsState) => S): S {
  return useStore(store, select);
}

export function currentFeeds(): FeedsState {
  return store.get();
}
