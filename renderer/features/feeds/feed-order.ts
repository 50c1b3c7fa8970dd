import type { Feed, FeedId, Folder, FolderId } from '../../../contract/domain/feed.ts';
import { DEEPEST } from '../organise/folder-order.ts';

/** A folder of the sidebar, or its top, with what is drawn in it: folders first. */
export interface Branch {
  /** Null at the top. */
  readonly folder: Folder | null;
  readonly branches: readonly Branch[];
  readonly feeds: readonly Feed[];
  /** Subscriptions that are drawn above its own. */
  readonly above: number;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => FolderId | null): ReadonlyMap<FolderId | null, readonly T[]> {
  const groups = new Map<FolderId | null, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The sidebar's subscriptions in their folders; a closed folder has nothing in it, and what is in an unknown one stands at the top. */
export function treeOf(feeds: readonly Feed[], folders: readonly Folder[]): Branch {
  const known = new Set(folders.map(({ id }) => id));
  const feedsIn = grouped(feeds, ({ folderId }) => (folderId !== null && known.has(folderId) ? folderId : null));
  const foldersIn = grouped(folders, ({ parentId }) => parentId);
  let drawn = 0;
  const branch = (folder: Folder | null, depth: number): Branch => {
    if (folder?.isCollapsed === true) return { folder, branches: [], feeds: [], above: drawn };
    const id = folder?.id ?? null;
    const branches = depth >= DEEPEST ? [] : (foldersIn.get(id) ?? []).map((inner) => branch(inner, depth + 1));
    const own = feedsIn.get(id) ?? [];
    const above = drawn;
    drawn += own.length;
    return { folder, branches, feeds: own, above };
  };
  return branch(null, 0);
}

/** The subscriptions in the order in which the sidebar draws them, those of closed folders left out. */
export function feedsInOrder(feeds: readonly Feed[], folders: readonly Folder[]): readonly FeedId[] {
  const inside = ({ branches, feeds: own }: Branch): readonly FeedId[] => [...branches.flatMap(inside), ...own.map(({ id }) => id)];
  return inside(treeOf(feeds, folders));
}
