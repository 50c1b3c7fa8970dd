import type { WritableDb } from '../connection.ts';

/** Where reading of an article stopped: status, apart from the content, and gone with the article. */
export function migrate(db: WritableDb): void {
  db.script(`
    CREATE TABLE reading_positions (
      article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
      paragraph INTEGER NOT NULL,
      share REAL NOT NULL,
      changed_at INTEGER NOT NULL
    );
  `);
}
