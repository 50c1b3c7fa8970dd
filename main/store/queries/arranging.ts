import type { FeedId, FolderId } from '../../../contract/domain/feed.ts';
import { DocbaoError } from '../../../contract/domain/result.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { INSERT_FOLDER } from './folders.ts';
import type { TakeBack } from './undo.ts';

interface FolderRow {
  readonly id: number;
  readonly parent_id: number | null;
  readonly title: string;
  readonly position: number;
  readonly is_collapsed: number;
}

interface FeedPlace {
  readonly id: number;
  readonly folder_id: number | null;
  readonly position: number;
}

interface Arrangement {
  readonly folders: readonly FolderRow[];
  readonly feeds: readonly FeedPlace[];
}

function getArrangement(db: ReadableDb): Arrangement {
  return {
    folders: db.all<FolderRow>('SELECT id, parent_id, title, position, is_collapsed FROM folders ORDER BY position, id'),
    feeds: db.all<FeedPlace>('SELECT id, folder_id, position FROM feeds ORDER BY position, id'),
  };
}

function changedRows<Row extends { readonly id: number }>(before: readonly Row[], after: readonly Row[]): readonly Row[] {
  const now = new Map(after.map((row) => [row.id, JSON.stringify(row)]));
  return before.filter((row) => now.get(row.id) !== JSON.stringify(row));
}

/** Puts rows back as they were; a folder that was removed comes back, one whose own folder is gone comes back at the top. */
function putBack(db: WritableDb, { folders, feeds }: Arrangement): void {
  db.transaction(() => {
    for (const { id, title, position, is_collapsed: isCollapsed } of folders) {
      db.run('INSERT OR IGNORE INTO folders (id, title) VALUES (?, ?)', id, title);
      db.run('UPDATE folders SET title = ?, position = ?, is_collapsed = ? WHERE id = ?', title, position, isCollapsed, id);
    }
    for (const { id, parent_id: parentId } of folders) {
      if (!isInside(db, parentId, id)) db.run('UPDATE folders SET parent_id = (SELECT id FROM folders WHERE id = ?) WHERE id = ?', parentId, id);
    }
    for (const { id, folder_id: folderId, position } of feeds) {
      db.run('UPDATE feeds SET folder_id = (SELECT id FROM folders WHERE id = ?), position = ? WHERE id = ?', folderId, position, id);
    }
  });
}

/** Changes places in one transaction, and remembers those that changed. */
function rearrange(db: WritableDb, work: (now: Arrangement) => void): TakeBack {
  return db.transaction(() => {
    const before = getArrangement(db);
    work(before);
    const after = getArrangement(db);
    const changed = { folders: changedRows(before.folders, after.folders), feeds: changedRows(before.feeds, after.feeds) };
    return (target) => putBack(target, changed);
  });
}

/** Whether a folder is another one, or somewhere inside it. */
function isInside(db: ReadableDb, folderId: FolderId | null, holder: FolderId): boolean {
  const seen = new Set<FolderId>();
  for (let at = folderId; at !== null && !seen.has(at); at = db.value<FolderId | null>('SELECT parent_id FROM folders WHERE id = ?', at) ?? null) {
    if (at === holder) return true;
    seen.add(at);
  }
  return false;
}

function requireFolder(db: ReadableDb, id: FolderId | null): void {
  if (id !== null && db.value<number>('SELECT 1 FROM folders WHERE id = ?', id) === undefined) {
    throw new DocbaoError('no-such-item', `There is no folder ${id} in this library.`, { id });
  }
}

/** `moved` among `others`, before one of them or at the end. */
function placed(others: readonly number[], moved: readonly number[], before: number | null): number[] {
  const rest = others.filter((id) => !moved.includes(id));
  const at = before === null ? -1 : rest.indexOf(before);
  return at === -1 ? [...rest, ...moved] : [...rest.slice(0, at), ...moved, ...rest.slice(at)];
}

/** Puts feeds in a folder, in this order. @throws {DocbaoError} `no-such-item` */
export function placeFeeds(db: WritableDb, feedIds: readonly FeedId[], folderId: FolderId | null, before: FeedId | null): TakeBack {
  return rearrange(db, ({ feeds }) => {
    requireFolder(db, folderId);
    const siblings = feeds.filter((feed) => feed.folder_id === folderId).map(({ id }) => id);
    placed(siblings, feedIds, before).forEach((id, at) => db.run('UPDATE feeds SET folder_id = ?, position = ? WHERE id = ?', folderId, at + 1, id));
  });
}

/** Puts a folder inside another. @throws {DocbaoError} `no-such-item`; `bad-request` where it would be inside itself */
export function placeFolder(db: WritableDb, folderId: FolderId, parentId: FolderId | null, before: FolderId | null): TakeBack {
  return rearrange(db, ({ folders }) => {
    requireFolder(db, folderId);
    requireFolder(db, parentId);
    if (isInside(db, parentId, folderId)) throw new DocbaoError('bad-request', 'A folder can’t be put inside itself.', { id: folderId });
    const siblings = folders.filter((folder) => folder.parent_id === parentId).map(({ id }) => id);
    placed(siblings, [folderId], before).forEach((id, at) => db.run('UPDATE folders SET parent_id = ?, position = ? WHERE id = ?', parentId, at + 1, id));
  });
}

/** @throws {DocbaoError} `no-such-item` */
export function createFolder(db: WritableDb, title: string, parentId: FolderId | null): FolderId {
  return db.transaction(() => {
    requireFolder(db, parentId);
    return db.run(INSERT_FOLDER, parentId, title.normalize('NFC')).lastInsertRowid;
  });
}

/** @throws {DocbaoError} `no-such-item` */
export function renameFolder(db: WritableDb, id: FolderId, title: string): TakeBack {
  return rearrange(db, () => {
    requireFolder(db, id);
    db.run('UPDATE folders SET title = ? WHERE id = ?', title.normalize('NFC'), id);
  });
}

/** Removes a folder; what is in it moves to the end of the folder around it. @throws {DocbaoError} `no-such-item` */
export function removeFolder(db: WritableDb, id: FolderId): TakeBack {
  return rearrange(db, ({ folders, feeds }) => {
    requireFolder(db, id);
    const parent = folders.find((folder) => folder.id === id)?.parent_id ?? null;
    const lastFeed = Math.max(0, ...feeds.filter((feed) => feed.folder_id === parent).map(({ position }) => position));
    const lastFolder = Math.max(0, ...folders.filter((folder) => folder.parent_id === parent).map(({ position }) => position));
    db.run('UPDATE feeds SET folder_id = ?1, position = position + ?2 WHERE folder_id = ?3', parent, lastFeed, id);
    db.run('UPDATE folders SET parent_id = ?1, position = position + ?2 WHERE parent_id = ?3', parent, lastFolder, id);
    db.run('DELETE FROM folders WHERE id = ?', id);
  });
}

export function setFolderCollapsed(db: WritableDb, id: FolderId, isCollapsed: boolean): void {
  db.run('UPDATE folders SET is_collapsed = ? WHERE id = ?', isCollapsed ? 1 : 0, id);
}
