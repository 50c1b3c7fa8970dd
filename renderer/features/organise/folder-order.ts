import type { Folder, FolderId } from '../../../contract/domain/feed.ts';

/** Folders within folders are drawn that deep at most; a list that nests deeper, or in circles, ends there. */
export const DEEPEST = 8;

/** Folders as they stand in the sidebar, with how deep each is; without one and what is inside it, where that is said. */
export function foldersInOrder(folders: readonly Folder[], without: FolderId | null = null): readonly { readonly folder: Folder; readonly depth: number }[] {
  const inside = (parentId: FolderId | null, depth: number): readonly { readonly folder: Folder; readonly depth: number }[] =>
    depth >= DEEPEST ? [] : folders.filter((folder) => folder.parentId === parentId && folder.id !== without).flatMap((folder) => [{ folder, depth }, ...inside(folder.id, depth + 1)]);
  return inside(null, 0);
}
