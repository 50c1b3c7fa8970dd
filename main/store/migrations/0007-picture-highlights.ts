import type { WritableDb } from '../connection.ts';

/**
 * Pictures can be marked as words are: by their address, and by what the library kept of them, which is the same where the address of another
 * extraction is not.
 */
export function migrate(db: WritableDb): void {
  db.script(`
    ALTER TABLE highlights ADD COLUMN picture TEXT;
    ALTER TABLE highlights ADD COLUMN picture_asset TEXT;
  `);
}
