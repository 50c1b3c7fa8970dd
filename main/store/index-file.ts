import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { connect, type Connection, type WritableDb } from './connection.ts';
import { emptyIndexFile, prepareIndexFile } from './index-file/schema.ts';
import { libraryPaths } from './index.ts';

/** Which segments the index has, and up to which revision of the library they speak. */
export interface IndexState {
  /** Grows with every commit; tells one process that another one wrote. */
  readonly generation: number;
  readonly revision: number;
  readonly segments: readonly { readonly id: number; readonly articles: number }[];
}

export interface IndexCommit {
  /** The generation that this change was made from; if the file has moved on, nothing is written. */
  readonly generation: number;
  readonly revision: number;
  readonly remove: readonly number[];
  readonly add: readonly { readonly articles: number; readonly sections: readonly Uint8Array[] }[];
  /** Segment id -> one bit per article that is no longer valid in it. */
  readonly tombstones: ReadonlyMap<number, Uint8Array>;
}

/** `index.sqlite`: the search index as blobs. Everything in it can be made again from the library. */
export interface IndexFile {
  readState(): IndexState;
  /** A segment's sections; null where it is gone or its bytes are damaged. */
  readSegment(id: number): readonly Uint8Array[] | null;
  readTombstones(id: number): Uint8Array | null;
  /** Writes everything or nothing; null where another process has written since `generation`. */
  commit(change: IndexCommit): { readonly generation: number; readonly ids: readonly number[] } | null;
  /** Forgets everything. */
  clear(): void;
  /** Bytes on disk. */
  bytes(): number;
  close(): void;
}

/**
 * Opens the index of the library in `folder`. A file that is missing, damaged or of another format becomes an empty one.
 *
 * @throws {DocbaoError} `library` where the folder can't be written.
 */
export function openIndexFile(folder: string): IndexFile {
  const file = libraryPaths(folder).index;
  const connection = openOrReplace(file);
  const { db } = connection;
  return {
    readState: () => db.transaction(() => readState(db)),
    readSegment: (id) => readSegment(db, id),
    readTombstones: (id) => db.value<Uint8Array>('SELECT bits FROM tombstones WHERE segment_id = ?', id) ?? null,
    commit: (change) => db.transaction(() => commit(db, change)),
    clear: () => db.transaction(() => emptyIndexFile(db)),
    bytes: () => sizeOf(file) + sizeOf(`${file}-wal`),
    close: connection.close,
  };
}

/** Bytes that are read at once. */
const PIECE = 4 << 20;

/**
 * Brings the file into the system's cache from its beginning to its end. SQLite asks for one page after another, and where the
 * disk has to be asked for each, 240 MB take seven seconds instead of a quarter of one.
 */
function readThrough(file: string): void {
  if (sizeOf(file) === 0) return;
  const opened = openSync(file, 'r');
  try {
    const piece = new Uint8Array(PIECE);
    while (readSync(opened, piece) > 0);
  } finally {
    closeSync(opened);
  }
}

function openOrReplace(file: string): Connection {
  try {
    return openPrepared(file);
  } catch {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    return openPrepared(file);
  }
}

function openPrepared(file: string): Connection {
  readThrough(file);
  const connection = connect(file, { readonly: false });
  try {
    // Its blobs are read once and kept: pages of the file in memory, too, would only double them.
    connection.db.script('PRAGMA mmap_size = 0; PRAGMA cache_size = -2000;');
    prepareIndexFile(connection.db);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function readState(db: WritableDb): IndexState {
  return {
    generation: db.value<number>("SELECT value FROM meta WHERE key = 'generation'") ?? 0,
    revision: db.value<number>("SELECT value FROM meta WHERE key = 'revision'") ?? 0,
    segments: db.all<{ id: number; articles: number }>('SELECT id, articles FROM segments ORDER BY id'),
  };
}

/** Section by section: SQLite takes a blob's whole length of memory to read it, besides the bytes that it hands over. */
function readSegment(db: WritableDb, id: number): readonly Uint8Array[] | null {
  const segment = db.get<{ sections: number; checksum: number }>('SELECT sections, checksum FROM segments WHERE id = ?', id);
  if (segment === undefined) return null;
  const rows = db.column<number>('SELECT id FROM segment_sections WHERE segment_id = ? ORDER BY id', id);
  const sections = rows.map((row) => db.value<Uint8Array>('SELECT data FROM segment_sections WHERE id = ?', row) ?? new Uint8Array(0));
  return sections.length === segment.sections && checksumOf(sections) === segment.checksum ? sections : null;
}

function addSegment(db: WritableDb, articles: number, sections: readonly Uint8Array[]): number {
  const { lastInsertRowid: id } = db.run('INSERT INTO segments (articles, sections, checksum) VALUES (?, ?, ?)', articles, sections.length, checksumOf(sections));
  for (const data of sections) db.run('INSERT INTO segment_sections (segment_id, data) VALUES (?, ?)', id, data);
  return id;
}

function checksumOf(sections: readonly Uint8Array[]): number {
  return sections.reduce((sum, section) => crc32(section, sum), 0);
}

function commit(db: WritableDb, change: IndexCommit): { generation: number; ids: number[] } | null {
  if (readState(db).generation !== change.generation) return null;
  for (const id of change.remove) {
    db.run('DELETE FROM tombstones WHERE segment_id = ?', id);
    db.run('DELETE FROM segment_sections WHERE segment_id = ?', id);
    db.run('DELETE FROM segments WHERE id = ?', id);
  }
  const ids = change.add.map(({ articles, sections }) => addSegment(db, articles, sections));
  for (const [id, bits] of change.tombstones) {
    db.run('INSERT OR REPLACE INTO tombstones (segment_id, bits) VALUES (?, ?)', id, bits);
  }
  db.run("UPDATE meta SET value = ? WHERE key = 'revision'", change.revision);
  db.run("UPDATE meta SET value = value + 1 WHERE key = 'generation'");
  return { generation: change.generation + 1, ids };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
