import type { Feed, FeedId, Folder, FolderId } from '../../../contract/domain/feed.ts';
import type { KeptArticles } from '../../../contract/domain/organising.ts';
import { api } from '../../api/client.ts';
import { offerUndo } from '../../app/undo-stack.ts';
import { currentI18n } from '../../i18n/index.ts';
import { currentList, openView, reloadList } from '../articles/list-store.ts';
import { currentFeeds, loadFeeds } from '../feeds/feeds-store.ts';

/** After the sidebar was arranged: a view that is gone gives way to all articles, one that holds others now is read again. */
async function settle(): Promise<void> {
  await loadFeeds();
  const { view } = currentList();
  const { byId, folders } = currentFeeds();
  const isGone = (view.kind === 'feed' && !byId.has(view.feedId)) || (view.kind === 'folder' && !folders.some(({ id }) => id === view.folderId));
  if (isGone) await openView({ kind: 'all' });
  else if (view.kind !== 'feed') await reloadList();
}

const after = (): void => void settle();

export async function moveFeeds(feedIds: readonly FeedId[], folderId: FolderId | null, before: FeedId | null = null): Promise<void> {
  const done = await api.feeds.place({ feedIds, folderId, before });
  offerUndo(currentI18n().t.organising.folders.moved, done, after);
  await settle();
}

export async function moveFolder(folderId: FolderId, parentId: FolderId | null, before: FolderId | null = null): Promise<void> {
  const done = await api.folders.place({ folderId, parentId, before });
  offerUndo(currentI18n().t.organising.folders.moved, done, after);
  await settle();
}

export async function createFolder(title: string, parentId: FolderId | null, feedIds: readonly FeedId[]): Promise<void> {
  const { folderId } = await api.folders.create({ title, parentId });
  if (feedIds.length > 0) await moveFeeds(feedIds, folderId);
  else await loadFeeds();
}

export async function renameFolder(folderId: FolderId, title: string): Promise<void> {
  const done = await api.folders.rename({ folderId, title });
  offerUndo(currentI18n().t.organising.folders.renamed, done, after);
  await loadFeeds();
}

export async function removeFolder(folder: Folder): Promise<void> {
  const done = await api.folders.remove({ folderId: folder.id });
  offerUndo(currentI18n().t.organising.folders.removed(folder.title), done, after);
  await settle();
}

export async function setCollapsed(folderId: FolderId, isCollapsed: boolean): Promise<void> {
  await api.folders.setCollapsed({ folderId, isCollapsed });
  await loadFeeds();
}

export async function unsubscribe(feeds: readonly Feed[], keep: KeptArticles): Promise<void> {
  const { unsubscribe: words } = currentI18n().t.organising;
  const done = await api.feeds.remove({ feedIds: feeds.map(({ id }) => id), keep });
  const [first] = feeds;
  offerUndo(feeds.length === 1 && first !== undefined ? words.done(first.title) : words.doneMany(feeds.length), done, after);
  await settle();
}

/** Those that stand beside each other in a folder, in their order. */
export function siblings<T extends { readonly id: number }>(items: readonly T[], holder: (item: T) => FolderId | null, of: FolderId | null): readonly T[] {
  return items.filter((item) => holder(item) === of);
}

/** Before which of its neighbours something stands when it moves one place up or down; undefined where it can't. */
export function stepBefore(neighbours: readonly { readonly id: number }[], id: number, step: 1 | -1): number | null | undefined {
  const at = neighbours.findIndex((item) => item.id === id);
  const target = step === -1 ? at - 1 : at + 2;
  if (at === -1 || target < 0 || target > neighbours.length) return undefined;
  return neighbours[target]?.id ?? null;
}
