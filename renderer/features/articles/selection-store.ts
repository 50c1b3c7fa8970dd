import type { ArticleId } from '../../../contract/domain/article.ts';
import { api } from '../../api/client.ts';
import { inBackground } from '../../app/report.ts';
import { createStore, useStore } from '../../app/store.ts';
import { currentSearch } from '../search/search-store.ts';
import { currentList } from './list-store.ts';
import { shownIds } from './shown-ids.ts';

/** Which articles of the list, or of what was found, are chosen together, to do the same with all of them. Empty where only one is looked at. */
interface Selection {
  readonly ids: ReadonlySet<ArticleId>;
  /** Where a range begins, and where it was drawn to last. */
  readonly anchor: ArticleId | null;
  readonly head: ArticleId | null;
}

const NOTHING: Selection = { ids: new Set(), anchor: null, head: null };
const store = createStore<Selection>(NOTHING);

export function clearSelection(): void {
  if (store.get().ids.size > 0) store.set(NOTHING);
}

/** Chooses an article besides the others, or no longer. The one that is open is the first to be chosen. */
export function toggleSelected(id: ArticleId): void {
  const { selectedId } = currentList();
  const listed = shownIds();
  const before = store.get().ids;
  const ids = new Set(before.size > 0 || selectedId === null || !listed.includes(selectedId) ? before : [selectedId]);
  if (!ids.delete(id)) ids.add(id);
  store.set({ ids, anchor: id, head: id });
}

/** Chooses one article, to begin with. */
export function startSelection(id: ArticleId): void {
  store.set({ ids: new Set([id]), anchor: id, head: id });
}

/** Chooses everything from where the choosing began to an article. */
export function selectTo(id: ArticleId): void {
  const { selectedId } = currentList();
  const listed = shownIds();
  const anchor = store.get().anchor ?? selectedId ?? id;
  const [from, to] = [listed.indexOf(anchor), listed.indexOf(id)].sort((a, b) => a - b);
  if (from === undefined || to === undefined || from === -1) return startSelection(id);
  store.set({ ids: new Set(listed.subarray(from, to + 1)), anchor, head: id });
}

/** Draws the range one article further down or up. */
export function extendSelection(step: 1 | -1): boolean {
  const { selectedId } = currentList();
  const listed = shownIds();
  const head = store.get().head ?? selectedId;
  const at = head === null ? -1 : listed.indexOf(head);
  const id = listed[at === -1 ? 0 : at + step];
  if (id === undefined) return false;
  selectTo(id);
  return true;
}

export function selectAll(): boolean {
  const listed = shownIds();
  if (listed.length === 0) return false;
  choose(listed);
  const { query, total } = currentSearch();
  if (query !== '' && total > listed.length) inBackground(selectAllFound(query));
  return true;
}

function choose(ids: Uint32Array): void {
  store.set({ ids: new Set(ids), anchor: ids[0] ?? null, head: ids.at(-1) ?? null });
}

/** Of a long answer only the beginning is here. */
async function selectAllFound(query: string): Promise<void> {
  const ids = await api.search.listIds({ query });
  if (currentSearch().query === query && store.get().ids.size > 0) choose(ids);
}

export function currentSelection(): Selection {
  return store.get();
}

export function useSelection<S>(pick: (selection: Selection) => S): S {
  return useStore(store, pick);
}
