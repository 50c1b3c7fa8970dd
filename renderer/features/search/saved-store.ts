import type { SavedSearch, SavedSearchCount, SavedSearchId } from '../../../contract/domain/saved-search.ts';
import { api, events } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { inBackground } from '../../app/report.ts';
import { createStore, useStore } from '../../app/store.ts';
import { currentI18n } from '../../i18n/index.ts';
import { currentSearch } from './search-store.ts';
import { showSearch } from './show-search.ts';

interface SavedState {
  readonly searches: readonly SavedSearch[];
  readonly counts: ReadonlyMap<SavedSearchId, SavedSearchCount>;
  /** Which one is being named or changed; its query while it is new; null where none is. */
  readonly editing: SavedSearch | string | null;
}

/** Counting twenty searches in a large library takes the search thread up to half a second, and a sync changes it all the time. */
const RECOUNT_MS = 3_000;
const store = createStore<SavedState>({ searches: [], counts: new Map(), editing: null });
let recount: ReturnType<typeof setTimeout> | null = null;

async function count(): Promise<void> {
  if (store.get().searches.length === 0) return;
  const counts = await api.searches.count();
  store.set({ counts: new Map(counts.map((one) => [one.id, one])) });
}

function countSoon(): void {
  recount ??= setTimeout(() => {
    recount = null;
    inBackground(count());
  }, RECOUNT_MS);
}

function show(searches: readonly SavedSearch[]): void {
  store.set({ searches });
  inBackground(count());
}

/** Fills the sidebar's part, keeps it right, and tells of alerts. */
export function startSavedSearches(): void {
  events.searchesChanged(show);
  events.libraryChanged(countSoon);
  events.alertsMatched(({ name, query, count: found }) => {
    const { t } = currentI18n();
    notify(t.search.alert(name, found), 'quiet', { label: t.search.show, run: () => showSearch(query) });
  });
  inBackground(api.searches.list().then(show));
}

/** Opens the dialog for a search: one that is saved, or a query that is to be. */
export function editSearch(search: SavedSearch | string | null): void {
  store.set({ editing: search });
}

/** Opens the dialog for the search that is shown; false where none is. */
export function editCurrentSearch(): boolean {
  const query = currentSearch().query.trim();
  if (query !== '') editSearch(store.get().searches.find((search) => search.query === query) ?? query);
  return query !== '';
}

export async function saveSearch(before: SavedSearch | string, draft: Omit<SavedSearch, 'id'>): Promise<void> {
  const { id } = typeof before === 'string' ? await api.searches.add({ name: draft.name, query: draft.query }) : before;
  await api.searches.change({ id, change: draft });
}

export async function removeSearch({ id, name }: SavedSearch): Promise<void> {
  const { undo } = await api.searches.remove({ id });
  const { t } = currentI18n();
  notify(t.search.removed(name), 'quiet', undo === null ? null : { label: t.app.undo, run: () => inBackground(api.library.undo({ undo })) });
}

/** Moves a saved search up or down by one. */
export function moveSearch(id: SavedSearchId, step: 1 | -1): void {
  const ids = store.get().searches.map((search) => search.id);
  const at = ids.indexOf(id);
  const other = ids[at + step];
  if (other === undefined) return;
  ids[at + step] = id;
  ids[at] = other;
  inBackground(api.searches.arrange({ ids }));
}

export function setNotifies(id: SavedSearchId, notifies: boolean): void {
  inBackground(api.searches.change({ id, change: { notifies } }));
}

export function useSaved<S>(pick: (state: SavedState) => S): S {
  return useStore(store, pick);
}
