import type { Folder, FolderId } from '../../../contract/domain/feed.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { UNREAD_ENTRIES } from './unread-entries.ts';

/** Makes a folder at the end of those around it; takes the folder that it is in, and its title. */
export const INSERT_FOLDER = `INSERT INTO folders (parent_id, title, position)
  VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM folders WHERE parent_id IS ?1))`;

/** The folder at a path of names, made where it is missing; null for the empty path. */
export function ensureFolder(db: WritableDb, path: readonly string[]): FolderId | null {
  let parent: FolderId | null = null;
  for (const title of path) {
    const known: number | undefined = db.value<number>('SELECT id FROM folders WHERE parent_id IS ? AND title = ?', parent, title);
    parent = known ?? db.run(INSERT_FOLDER, parent, title).lastInsertRowid;
  }
  return parent;
}

/** Every folder's path of names, the outermost first. */
export function listFolderPaths(db: ReadableDb): Map<FolderId, readonly string[]> {
  const rows = db.all<{ id: number; path: string }>(
    `WITH RECURSIVE tree (id, path) AS (
       SELECT id, json_array(title) FROM folders WHERE parent_id IS NULL
       UNION ALL SELECT f.id, json_insert(tree.path, '$[#]', f.title) FROM folders f JOIN tree ON f.parent_id = tree.id
     ) SELECT id, path FROM tree`,
  );
  return new Map(rows.map((row) => [row.id, JSON.parse(row.path) as string[]]));
}

/** Folders by the folder that they are inside of, itself included; `holder` and `id`. */
const INSIDE = `inside (holder, id) AS (
  SELECT id, id FROM folders UNION ALL SELECT i.holder, f.id FROM folders f JOIN inside i ON f.parent_id = i.id)`;

/** Every folder with what is unread in it, in the order of their places. */
export function listFolders(db: ReadableDb): Folder[] {
  const rows = db.all<Omit<Folder, 'isCollapsed'> & { isCollapsed: number }>(
    `WITH RECURSIVE ${INSIDE}, unread (holder, count) AS (
       SELECT i.holder, count(DISTINCT e.article_id) FROM (${UNREAD_ENTRIES}) e JOIN feeds f ON f.id = e.feed_id JOIN inside i ON i.id = f.folder_id
       GROUP BY i.holder)
     SELECT d.id, d.parent_id AS parentId, d.title, d.position, d.is_collapsed AS isCollapsed, coalesce(u.count, 0) AS unreadCount
     FROM folders d LEFT JOIN unread u ON u.holder = d.id ORDER BY d.position, d.id`,
  );
  return rows.map((row) => ({ ...row, isCollapsed: row.isCollapsed === 1 }));
}

/** SQL that selects the feeds of a folder and of the folders inside it; takes the folder's id. */
export const FEEDS_INSIDE = `WITH RECURSIVE ${INSIDE} SELECT f.id FROM feeds f JOIN inside i ON f.folder_id = i.id WHERE i.holder = ?`;
