import type { Feed, FeedId, Folder, SuggestedFeed } from '../../../contract/domain/feed.ts';
import type { Tag } from '../../../contract/domain/organising.ts';
import type { LibraryCounts } from '../../../contract/domain/library.ts';
import type { ReaderError } from '../../../contract/domain/result.ts';
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

export async function loadFeeds(): Promise<void> {
  try {
    const [list, folderList, tagList] = await Promise.all([api.feeds.list(), api.folders.list(), api.tags.list()]);
    const before = store.get();
    const feeds = keepUnchanged(list.feeds, before.feeds);
    const folders = keepUnchanged(folderList, before.folders);
    const tags = keepUnchanged(tagList, before.tags);
    const { counts } = list;
    store.set({ feeds, folders, tags, counts, byId: new Map(feeds.map((feed) => [feed.id, feed])), isLoaded: true, error: null });
  } catch (thrown) {
    store.set({ isLoaded: true, error: readerErrorOf(thrown) });
  }
}

/** Reads the feeds and the numbers beside them soon; a burst of changes costs one reading. */
export function refreshFeeds(): void {
  refresh ??= setTimeout(() => {
    refresh = null;
    void loadFeeds();
  }, REFRESH_MS);
}

/** Fills the sidebar, and keeps it right from then on. */
export function startFeeds(): Promise<void> {
  events.libraryChanged(refreshFeeds);
  inBackground(api.feeds.listSuggested().then((suggested) => store.set({ suggested })));
  return loadFeeds();
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
