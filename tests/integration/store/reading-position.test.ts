import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../../main/store/connection.ts';
import type { Store } from '../../../main/store/index.ts';
import { getReadingPosition, openStore, setReadingPosition } from '../../../main/store/index.ts';
import { migrateLibrary } from '../../../main/store/migrations/index.ts';

describe('where reading stopped', () => {
  let folder: string;
  let store: Store;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'docbao-position-'));
    store = openStore(folder);
  });

  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('passes over an article that is gone', () => {
    setReadingPosition(store.write, 7, { paragraph: 3, share: 0.4 }, 1);
    expect(getReadingPosition(store.read, 7)).toBeNull();
  });

  it('comes to a library that was made before it', () => {
    const older = join(folder, 'older.sqlite');
    const { db, close } = connect(older, { readonly: false });
    migrateLibrary(db, 1);
    expect(db.value('SELECT count(*) FROM sqlite_master WHERE name = ?', 'reading_positions')).toBe(0);
    migrateLibrary(db, 2);
    expect(getReadingPosition(db, 1)).toBeNull();
    close();
  });
});
