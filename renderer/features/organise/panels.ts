import type { ArticleId } from '../../../contract/domain/article.ts';
import type { FeedId, FolderId } from '../../../contract/domain/feed.ts';
import { createStore, useStore } from '../../app/store.ts';

/** A dialog of organising that is open, with what it is about. */
export type Panel =
  | { readonly name: 'tags'; readonly ids: readonly ArticleId[] }
  | { readonly name: 'manage-tags' }
  | { readonly name: 'snooze'; readonly ids: readonly ArticleId[] }
  /** Null: everything in the bin. */
  | { readonly name: 'erase'; readonly ids: readonly ArticleId[] | null }
  | { readonly name: 'new-folder'; readonly parentId: FolderId | null; readonly feedIds: readonly FeedId[] }
  | { readonly name: 'rename-folder'; readonly folderId: FolderId }
  | { readonly name: 'move-feeds'; readonly feedIds: readonly FeedId[] }
  | { readonly name: 'move-folder'; readonly folderId: FolderId }
  | { readonly name: 'feed-health' | 'rename-feed'; readonly feedId: FeedId }
  | { readonly name: 'unsubscribe'; readonly feedIds: readonly FeedId[] };

const store = createStore<{ readonly open: Panel | null }>({ open: null });

export function openPanel(open: Panel): void {
  store.set({ open });
}

export function closePanel(): void {
  store.set({ open: null });
}

export function useOpenPanel(): Panel | null {
  return useStore(store, (value) => value.open);
}
