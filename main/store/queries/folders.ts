import type { FolderId } from '../../../contract/domain/feed.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';

/** The folder at a path of names, made where it is missing; null for the empty path. */
export function ensureFolder(db: WritableDb, path: readonly string[]): FolderId | null {
  let parent: FolderId | null = null;
  for (const title of path) {
    const known: number | undefined = db.value<number>('SELECT id FROM folders WHERE parent_id IS ? AND title = ?', parent, title);
    parent = known ?? db.run('INSERT INTO folders (parent_id, title) VALUES (?, ?)', parent, title).lastInsertRowid;
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
