import type { WritableDb } from '../connection.ts';

/** When each feed is due, how it wants to be treated, what it cost, and how much of it is kept. */
export function migrate(db: WritableDb): void {
  db.script(`
    ALTER TABLE feeds ADD COLUMN kind TEXT NOT NULL DEFAULT 'feed' CHECK (kind IN ('feed', 'page'));
    ALTER TABLE feeds ADD COLUMN is_stopped INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE feeds ADD COLUMN first_failure_at INTEGER;
    ALTER TABLE feeds ADD COLUMN ttl_minutes INTEGER;
    ALTER TABLE feeds ADD COLUMN skip_hours TEXT;
    ALTER TABLE feeds ADD COLUMN received_bytes INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE feeds ADD COLUMN full_text TEXT NOT NULL DEFAULT 'auto' CHECK (full_text IN ('auto', 'always', 'never'));
    ALTER TABLE feeds ADD COLUMN keep_count INTEGER;
    ALTER TABLE feeds ADD COLUMN keep_days INTEGER;
    CREATE INDEX feeds_by_due ON feeds (next_sync_at);

    CREATE TABLE received_bytes (day TEXT PRIMARY KEY, bytes INTEGER NOT NULL) WITHOUT ROWID;
  `);
}
