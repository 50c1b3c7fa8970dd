import { DocbaoError } from '../../../contract/domain/result.ts';
import type { WritableDb } from '../connection.ts';
import { migrate as migrate0001 } from './0001-library.ts';
import { migrate as migrate0002 } from './0002-reading-positions.ts';
import { migrate as migrate0003 } from './0003-schedules.ts';
import { migrate as migrate0004 } from './0004-tags.ts';
import { migrate as migrate0005 } from './0005-organising.ts';
import { migrate as migrate0006 } from './0006-stories.ts';
import { migrate as migrate0007 } from './0007-picture-highlights.ts';

type Migration = (db: WritableDb) => void;

/** In order; the library's `user_version` is how many of them it has had. A step that was released never changes. */
const MIGRATIONS: readonly Migration[] = [migrate0001, migrate0002, migrate0003, migrate0004, migrate0005, migrate0006, migrate0007];

/**
 * Brings a library up to this version (or to `target`, for tests), one transaction a step.
 *
 * @throws {DocbaoError} `library` where it was written by a newer Docbao: nothing is touched then.
 */
export function migrateLibrary(db: WritableDb, target: number = MIGRATIONS.length): void {
  const newest = db.value<number>('PRAGMA user_version') ?? 0;
  if (newest > MIGRATIONS.length) {
    throw new DocbaoError('library', `This library was written by a newer Docbao (format ${newest}, this one reads ${MIGRATIONS.length}). Update Docbao to open it.`);
  }
  for (let version = newest + 1; version <= target; version++) {
    db.transaction(() => {
      // Another process may have taken this step while we waited for the lock.
      if ((db.value<number>('PRAGMA user_version') ?? 0) >= version) return;
      MIGRATIONS[version - 1]?.(db);
      db.script(`PRAGMA user_version = ${version}`);
    });
  }
}
