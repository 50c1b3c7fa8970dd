import type { ArticleId, ArticleView } from '../../../contract/domain/article.ts';
import type { ReaderError } from '../../../contract/domain/result.ts';
import type { FirstView, LibraryChange } from '../../../contract/ipc/contract.ts';
import { orderOf } from '../../../contract/domain/list-order.ts';
import type { ListDay } from '../../../contract/domain/organising.ts';
import { api, events, readerErrorOf } from '../../api/client.ts';
import { createStore, useStore } from '../../app/store.ts';
import { currentSettings } from '../settings/settings-store.ts';
import { countNew } from './count-new.ts';
import { refreshSummaries, takeSummaries } from './summary-cache.ts';
import { withoutIds, type Listed } from './without-ids.ts';

interface ListState {
  readonly view: ArticleView;
  /** What is on screen: it stays as it is while the library grows, until the user asks for the new ones. */
  readonly ids: Uint32Array;
  /** The days that they fall into; null where the list is not in the order of dates. */
  readonly days: readonly ListDay[] | null;
  readonly isLoading: boolean;
  readonly error: ReaderError | null;
  /** The list as the library has it now, where it holds articles that the screen does not. */
  readonly fresh: Listed | null;
  readonly freshCount: number;
  /** Epoch milliseconds: articles that arrived later are not on screen. */
  readonly readAt: number;
  readonly selectedId: ArticleId | null;
  /** The view was opened for a source that is being fetched: new articles are shown as they come, until the user acts. */
  readonly isFollowing: boolean;
}

const NONE = new Uint32Array(0);
const REFRESH_MS = 300;
const store = createStore<ListState>({
  view: { kind: 'all' },
  ids: NONE,
  days: null,
  isLoading: true,
  error: null,
  fresh: null,
  freshCount: 0,
  readAt: 0,
  selectedId: null,
  isFollowing: false,
});
let listing = 0;
let refresh: ReturnType<typeof setTimeout> | null = null;

function show({ ids, days }: Listed, readAt: number): void {
  store.set({ ids, days, readAt, isLoading: false, error: null, fresh: null, freshCount: 0 });
}

/** The view on screen as the library has it now, in the order that the user wants there. */
function listView(): Promise<Listed> {
  const { view } = store.get();
  return api.articles.listIds({ view, order: orderOf(view, currentSettings()) });
}

async function take(reading: Promise<Listed>): Promise<void> {
  listing += 1;
  const mine = listing;
  const readAt = Date.now();
  try {
    const listed = await reading;
    if (mine === listing) show(listed, readAt);
  } catch (thrown) {
    if (mine === listing) store.set({ isLoading: false, error: readerErrorOf(thrown) });
  }
}

/** Reads the view again and shows it. */
export function reloadList(): Promise<void> {
  return take(listView());
}

export function sameView(a: ArticleView, b: ArticleView): boolean {
  if (a.kind === 'feed') return b.kind === 'feed' && a.feedId === b.feedId;
  if (a.kind === 'tag') return b.kind === 'tag' && a.tagId === b.tagId;
  if (a.kind === 'folder') return b.kind === 'folder' && a.folderId === b.folderId;
  return a.kind === b.kind;
}

export async function openView(view: ArticleView): Promise<void> {
  const isSame = sameView(view, store.get().view);
  store.set({ isFollowing: false });
  if (!isSame) store.set({ view, ids: NONE, days: null, isLoading: true, error: null, fresh: null, freshCount: 0 });
  await reloadList();
}

/** Opens the view of a source whose first articles are on their way. */
export async function followView(view: ArticleView): Promise<void> {
  await openView(view);
  store.set({ isFollowing: true });
}

/** From now on the list stays as it is: the user has begun to look at it. */
export function stopFollowing(): void {
  if (store.get().isFollowing) store.set({ isFollowing: false });
}

async function lookForNew(): Promise<void> {
  const { ids: shown, isFollowing } = store.get();
  const mine = listing;
  const readAt = Date.now();
  const listed = await listView();
  if (mine !== listing || shown !== store.get().ids) return;
  const count = countNew(listed.ids, shown);
  if ((shown.length === 0 || isFollowing) && count > 0) show(listed, readAt);
  else if (count > 0) store.set({ fresh: listed, freshCount: count, readAt });
  else store.set({ fresh: null, freshCount: 0 });
}

/** Changed articles that are more than this may as well be new. */
const FEW = 20;

/** Whether a change may bring articles that the list does not show: one that was read or starred does not. */
export function mayBringNew({ articleIds }: LibraryChange, shown: Uint32Array): boolean {
  return articleIds === null || articleIds.length > FEW || !articleIds.every((id) => shown.includes(id));
}

function onLibraryChanged(change: LibraryChange): void {
  if (!change.articles) return;
  refreshSummaries(change.articleIds);
  if (!mayBringNew(change, store.get().ids)) return;
  refresh ??= setTimeout(() => {
    refresh = null;
    lookForNew().catch(() => undefined);
  }, REFRESH_MS);
}

/** Fills the list with the first view, and watches the library from then on. */
export function startList(first: Promise<Pick<FirstView, 'list' | 'rows'>>): Promise<void> {
  events.libraryChanged(onLibraryChanged);
  return take(first.then(({ list, rows }) => {
    takeSummaries(rows);
    return list;
  }));
}

/** Shows the articles that arrived since the list was read. */
export function showFresh(): void {
  const { fresh, readAt } = store.get();
  if (fresh !== null) show(fresh, readAt);
}

export function select(id: ArticleId | null): void {
  store.set({ selectedId: id, isFollowing: false });
}

/** The id `step` rows below (or above) the selected one; the first where nothing on screen is selected. */
export function neighbour(step: 1 | -1): ArticleId | null {
  const { ids, selectedId } = store.get();
  const at = selectedId === null ? -1 : ids.indexOf(selectedId);
  if (at === -1) return ids[0] ?? null;
  return ids[at + step] ?? null;
}

export function currentList(): ListState {
  return store.get();
}

export function useList<S>(pick: (state: ListState) => S): S {
  return useStore(store, pick);
}

/** Takes articles off the screen; what it answers puts them back where they were, as long as the list is still the same. */
export function hideArticles(gone: readonly ArticleId[]): () => void {
  const { ids, days, view } = store.get();
  const left = withoutIds({ ids, days }, new Set(gone));
  store.set(left);
  return () => {
    if (store.get().ids === left.ids) store.set({ ids, days });
    else if (sameView(store.get().view, view)) void reloadList();
  };
}
