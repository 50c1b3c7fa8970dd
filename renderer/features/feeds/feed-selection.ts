import type { FeedId } from '../../../contract/domain/feed.ts';
import { createStore, useStore } from '../../app/store.ts';

interface FeedSelection {
  readonly ids: ReadonlySet<FeedId>;
  /** Where a range begins. */
  readonly anchor: FeedId | null;
}

const store = createStore<FeedSelection>({ ids: new Set(), anchor: null });

export function clearFeedSelection(): void {
  if (store.get().ids.size > 0) store.set({ ids: new Set(), anchor: null });
}

/** Chooses a subscription besides the others, or no longer. */
export function toggleFeed(id: FeedId): void {
  const ids = new Set(store.get().ids);
  if (!ids.delete(id)) ids.add(id);
  store.set({ ids, anchor: id });
}

/** Chooses every subscription from where the choosing began to this one; `shown` is their order in the sidebar. */
export function selectFeedsTo(id: FeedId, shown: readonly FeedId[]): void {
  const { anchor } = store.get();
  const [from = -1, to = -1] = [shown.indexOf(anchor ?? id), shown.indexOf(id)].sort((a, b) => a - b);
  store.set({ ids: new Set(from === -1 ? [id] : shown.slice(from, to + 1)), anchor: anchor ?? id });
}

export function useFeedSelection<S>(pick: (selection: FeedSelection) => S): S {
  return useStore(store, pick);
}

/** What an action on a subscription is about: all that are chosen, where it is one of them. */
export function chosenWith(id: FeedId): readonly FeedId[] {
  const { ids } = store.get();
  return ids.has(id) ? [...ids] : [id];
}
