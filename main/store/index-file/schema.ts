import type { WritableDb } from '../connection.ts';

/** Grows when the layout of the file or of what lies in its blobs changes; an older file is emptied and built anew. */
export const INDEX_FORMAT = 2;

/** Makes the tables where they are missing, and empties a file that another format of the index left. */
export function prepareIndexFile(db: WritableDb): void {
  db.transaction(() => {
    db.script(`
      CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
      INSERT OR IGNORE INTO meta VALUES ('format', ${INDEX_FORMAT}), ('generation', 0), ('revision', 0);
    `);
    const isOther = db.value<number>("SELECT value FROM meta WHERE key = 'format'") !== INDEX_FORMAT;
    if (isOther) db.script('DROP TABLE IF EXISTS tombstones; DROP TABLE IF EXISTS segment_sections; DROP TABLE IF EXISTS segments;');
    db.script(`
      CREATE TABLE IF NOT EXISTS segments (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        articles INTEGER NOT NULL,
        sections INTEGER NOT NULL,
        checksum INTEGER NOT NULL
      );
      CREATE TABLE IF NOT EXISTS segment_sections (
        id INTEGER PRIMARY KEY,
        segment_id INTEGER NOT NULL REFERENCES segments(id) ON DELETE CASCADE,
        data BLOB NOT NULL
      );
      CREATE INDEX IF NOT EXISTS segment_sections_of_segment ON segment_sections (segment_id);
      CREATE TABLE IF NOT EXISTS tombstones (
        segment_id INTEGER PRIMARY KEY REFERENCES segments(id) ON DELETE CASCADE,
        bits BLOB NOT NULL
      );
    `);
    if (isOther) emptyIndexFile(db);
  });
}

/** Forgets every segment; the next catch-up starts from the library's first revision. */
export function emptyIndexFile(db: WritableDb): void {
  db.script(`
    DELETE FROM tombstones;
    DELETE FROM segment_sections;
    DELETE FROM segments;
    UPDATE meta SET value = 0 WHERE key = 'revision';
    UPDATE meta SET value = value + 1 WHERE key = 'generation';
    UPDATE meta SET value = ${INDEX_FORMAT} WHERE key = 'format';
  `);
}
