import type { Feed, FeedId, Folder, FolderId } from '../../../contract/domain/feed.ts';
import { DEEPEST } from '../organise/folder-order.ts';

/** Whether a feed stands here: in its folder, or at the top where its folder is not known. */
export function standsIn(folderId: FolderId | null, parentId: FolderId | null, folders: readonly Folder[]): boolean {
  return folderId === parentId || (parentId === null && !folders.some((folder) => folder.id === folderId));
}

/** The subscriptions in the order in which the sidebar draws them, those of closed folders left out. */
export function feedsInOrder(feeds: readonly Feed[], folders: readonly Folder[], parentId: FolderId | null = null, depth = 0): readonly FeedId[] {
  const inside = depth >= DEEPEST ? [] : folders.filter((folder) => folder.parentId === parentId && !folder.isCollapsed).flatMap((folder) => feedsInOrder(feeds, folders, folder.id, depth + 1));
  return [...inside, ...feeds.filter((feed) => standsIn(feed.folderId, parentId, folders)).map(({ id }) => id)];
}
