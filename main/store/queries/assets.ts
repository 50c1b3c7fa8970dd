import type { ReadableDb, WritableDb } from '../connection.ts';

/** A file of the library's `assets` folder. */
export interface AssetRow {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
}

export function insertAsset(db: WritableDb, asset: AssetRow, at: number): void {
  db.run('INSERT OR IGNORE INTO assets VALUES (?, ?, ?, ?, ?, ?)', asset.name, asset.mimeType, asset.bytes, asset.width, asset.height, at);
}

/** The asset that an image address is stored as, for some article; null where none is. */
export function findAssetBySrc(db: ReadableDb, src: string): AssetRow | null {
  return (
    db.get<AssetRow>(
      `SELECT s.name, s.mime_type AS mimeType, s.bytes, s.width, s.height
       FROM article_images i JOIN assets s ON s.name = i.asset WHERE i.src = ? AND i.asset IS NOT NULL LIMIT 1`,
      src,
    ) ?? null
  );
}

export function listAssetNames(db: ReadableDb): string[] {
  return db.column<string>('SELECT name FROM assets ORDER BY name');
}

/** Forgets the assets that nothing refers to any more; answers their names, so that the files can go after the commit. */
export function removeUnreferencedAssets(db: WritableDb): string[] {
  return db.transaction(() => {
    const names = db.column<string>(
      `SELECT name FROM assets s WHERE NOT EXISTS (SELECT 1 FROM article_images i WHERE i.asset = s.name)
         AND NOT EXISTS (SELECT 1 FROM article_enclosures e WHERE e.asset = s.name)
         AND NOT EXISTS (SELECT 1 FROM feeds f WHERE f.icon_asset = s.name)`,
    );
    for (const name of names) db.run('DELETE FROM assets WHERE name = ?', name);
    return names;
  });
}
