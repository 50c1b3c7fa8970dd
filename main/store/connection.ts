import Database from 'better-sqlite3';
import { DocbaoError } from '../../contract/domain/result.ts';

/** A value that SQLite binds. */
export type SqlValue = string | number | bigint | null | Uint8Array;
type SqlParams = readonly SqlValue[];

/** A connection that can only read: queries that take it cannot write, by type and by how the file was opened. */
export interface ReadableDb {
  all<Row>(sql: string, ...params: SqlParams): Row[];
  get<Row>(sql: string, ...params: SqlParams): Row | undefined;
  /** The first column of every row. */
  column<Value>(sql: string, ...params: SqlParams): Value[];
  /** The first column of the first row. */
  value<Value>(sql: string, ...params: SqlParams): Value | undefined;
}

/** A connection that can write. Everything that reads works on it too, and then sees its own open transaction. */
export interface WritableDb extends ReadableDb {
  run(sql: string, ...params: SqlParams): { readonly changes: number; readonly lastInsertRowid: number };
  /** Several statements, with no values in them. */
  script(sql: string): void;
  /** Runs `work` in one immediate transaction: all of it is committed, or, if it throws, none. Nests. */
  transaction<Value>(work: () => Value): Value;
}

export interface Connection {
  readonly db: WritableDb;
  close(): void;
}

/** How long a connection waits for another process's transaction before it gives up, in milliseconds. */
const BUSY_TIMEOUT_MS = 15_000;

/** What SQLite says of the disk and of other programs, as the user can act on it; anything else as it was. */
function inWords(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code === 'SQLITE_FULL') return new DocbaoError('disk-full', 'The disk is full: nothing more can be stored until there is room.', {}, error);
  if (error.code.startsWith('SQLITE_BUSY')) return new DocbaoError('library', 'Another program holds the library; nothing was changed.', {}, error);
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR|READONLY|CANTOPEN)/.test(error.code)) return new DocbaoError('library', `The library file can't be written: ${error.message}.`, {}, error);
  return error;
}

/** A compiled query, and how its values go in: better-sqlite3 takes `?1`, `?2` for names, whose values go in by number. */
interface Prepared {
  readonly statement: Database.Statement;
  readonly isNumbered: boolean;
}

function bound({ isNumbered }: Prepared, params: SqlParams): readonly unknown[] {
  return isNumbered ? [Object.fromEntries(params.map((value, index) => [index + 1, value]))] : params;
}

/** Compiling a statement costs more than running most of them; our queries are a few hundred fixed texts. */
function remember(known: Map<string, Prepared>, sql: string, prepare: () => Database.Statement): Prepared {
  const found = known.get(sql);
  if (found) return found;
  const prepared = { statement: prepare(), isNumbered: /\?\d/.test(sql) };
  if (known.size < 500) known.set(sql, prepared);
  return prepared;
}

class SqliteConnection implements WritableDb {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Prepared>();
  readonly #firstColumns = new Map<string, Prepared>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  #prepare(sql: string): Prepared {
    return remember(this.#statements, sql, () => this.#database.prepare(sql));
  }

  #prepareFirstColumn(sql: string): Prepared {
    return remember(this.#firstColumns, sql, () => this.#database.prepare(sql).pluck(true));
  }

  all<Row>(sql: string, ...params: SqlParams): Row[] {
    const prepared = this.#prepare(sql);
    return prepared.statement.all(...bound(prepared, params)) as Row[];
  }

  get<Row>(sql: string, ...params: SqlParams): Row | undefined {
    const prepared = this.#prepare(sql);
    return prepared.statement.get(...bound(prepared, params)) as Row | undefined;
  }

  column<Value>(sql: string, ...params: SqlParams): Value[] {
    const prepared = this.#prepareFirstColumn(sql);
    return prepared.statement.all(...bound(prepared, params)) as Value[];
  }

  value<Value>(sql: string, ...params: SqlParams): Value | undefined {
    const prepared = this.#prepareFirstColumn(sql);
    return prepared.statement.get(...bound(prepared, params)) as Value | undefined;
  }

  run(sql: string, ...params: SqlParams): { changes: number; lastInsertRowid: number } {
    const prepared = this.#prepare(sql);
    const result = prepared.statement.run(...bound(prepared, params));
    return { changes: result.changes, lastInsertRowid: Number(result.lastInsertRowid) };
  }

  script(sql: string): void {
    this.#database.exec(sql);
  }

  transaction<Value>(work: () => Value): Value {
    try {
      return this.#database.transaction(work).immediate();
    } catch (error) {
      throw inWords(error);
    }
  }
}

/**
 * Opens a SQLite file of the library in WAL mode, creating it unless `readonly`.
 *
 * @throws {DocbaoError} `library` where the file can't be opened, is not SQLite or is damaged.
 */
export function connect(file: string, options: { readonly: boolean }): Connection {
  try {
    const database = new Database(file, { readonly: options.readonly, fileMustExist: options.readonly, timeout: BUSY_TIMEOUT_MS });
    if (!options.readonly) {
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = NORMAL');
      // A checkpoint waits for the disk: every 16 MB instead of every 4.
      database.pragma('wal_autocheckpoint = 4000');
    }
    database.pragma('foreign_keys = ON');
    database.pragma('cache_size = -16000');
    database.pragma('mmap_size = 268435456');
    return { db: new SqliteConnection(database), close: () => database.close() };
  } catch (error) {
    throw new DocbaoError('library', `The library file ${file} can't be opened: ${(error as Error).message}`, { file }, error);
  }
}
