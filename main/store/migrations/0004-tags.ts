import type { WritableDb } from '../connection.ts';

/** Tags: the user's own words for articles. A tag's name is unique whatever its case. */
export function migrate(db: WritableDb): void {
  db.script(`
    CREATE TABLE tags (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE COLLATE NOCASE, color TEXT);
    CREATE TABLE article_tags (
      article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
      tag_id INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
      PRIMARY KEY (article_id, tag_id)
    ) WITHOUT ROWID;
    CREATE INDEX tagged_articles ON article_tags (tag_id, article_id);
  `);
}
