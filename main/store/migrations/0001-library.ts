import type { WritableDb } from '../connection.ts';

/** The library as it began: feeds, articles (content apart from status), their entries, pages, images and pending work. */
export function migrate(db: WritableDb): void {
  db.script(`
    CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
    INSERT INTO meta VALUES ('revision', 0);

    CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

    CREATE TABLE folders (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      parent_id INTEGER REFERENCES folders(id) ON DELETE CASCADE,
      title TEXT NOT NULL,
      position INTEGER NOT NULL DEFAULT 0
    );

    CREATE TABLE feeds (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      feed_url TEXT NOT NULL UNIQUE,
      site_url TEXT,
      title TEXT NOT NULL,
      custom_title TEXT,
      description TEXT,
      language TEXT,
      folder_id INTEGER REFERENCES folders(id) ON DELETE SET NULL,
      icon_asset TEXT,
      etag TEXT,
      last_modified TEXT,
      content_hash TEXT,
      added_at INTEGER NOT NULL,
      last_sync_at INTEGER,
      last_success_at INTEGER,
      last_error TEXT,
      failure_count INTEGER NOT NULL DEFAULT 0,
      next_sync_at INTEGER
    );

    CREATE TABLE articles (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      feed_id INTEGER REFERENCES feeds(id) ON DELETE SET NULL,
      origin TEXT NOT NULL,
      url TEXT,
      url_key TEXT UNIQUE,
      title TEXT NOT NULL,
      lede TEXT,
      byline TEXT,
      source_name TEXT,
      lang TEXT,
      dir TEXT NOT NULL DEFAULT 'ltr',
      published_at INTEGER NOT NULL,
      arrived_at INTEGER NOT NULL,
      updated_at INTEGER,
      word_count INTEGER NOT NULL DEFAULT 0,
      image_asset TEXT,
      offline TEXT NOT NULL,
      offline_reason TEXT,
      content_hash TEXT NOT NULL,
      revision INTEGER NOT NULL
    );
    CREATE INDEX articles_by_date ON articles (published_at DESC, id DESC);
    CREATE INDEX articles_by_revision ON articles (revision);
    CREATE INDEX articles_by_feed ON articles (feed_id);

    CREATE TABLE article_bodies (
      article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
      html TEXT NOT NULL,
      text TEXT NOT NULL
    );

    CREATE TABLE article_pages (
      article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
      url TEXT NOT NULL,
      content_type TEXT,
      fetched_at INTEGER NOT NULL,
      brotli BLOB NOT NULL
    );

    CREATE TABLE article_status (
      article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
      is_read INTEGER NOT NULL DEFAULT 0,
      is_starred INTEGER NOT NULL DEFAULT 0,
      read_at INTEGER,
      starred_at INTEGER,
      sort_at INTEGER NOT NULL
    );
    CREATE INDEX status_unread ON article_status (sort_at DESC, article_id DESC) WHERE is_read = 0;
    CREATE INDEX status_starred ON article_status (sort_at DESC, article_id DESC) WHERE is_starred = 1;

    CREATE TABLE feed_entries (
      feed_id INTEGER NOT NULL REFERENCES feeds(id) ON DELETE CASCADE,
      entry_key TEXT NOT NULL,
      article_id INTEGER REFERENCES articles(id) ON DELETE SET NULL,
      entry_hash TEXT NOT NULL,
      sort_at INTEGER NOT NULL,
      first_seen_at INTEGER NOT NULL,
      PRIMARY KEY (feed_id, entry_key)
    ) WITHOUT ROWID;
    CREATE INDEX entries_by_article ON feed_entries (article_id, feed_id);
    CREATE INDEX entries_by_date ON feed_entries (feed_id, sort_at DESC, article_id DESC);

    CREATE TABLE article_images (
      article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      src TEXT NOT NULL,
      alt TEXT,
      caption TEXT,
      width INTEGER,
      height INTEGER,
      asset TEXT REFERENCES assets(name),
      error TEXT,
      PRIMARY KEY (article_id, position)
    ) WITHOUT ROWID;
    CREATE INDEX images_by_src ON article_images (src) WHERE asset IS NOT NULL;
    CREATE INDEX images_by_asset ON article_images (asset) WHERE asset IS NOT NULL;

    CREATE TABLE assets (
      name TEXT PRIMARY KEY,
      mime_type TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      width INTEGER,
      height INTEGER,
      stored_at INTEGER NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE article_enclosures (
      article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      url TEXT NOT NULL,
      mime_type TEXT,
      length INTEGER,
      duration_seconds REAL,
      title TEXT,
      PRIMARY KEY (article_id, position)
    ) WITHOUT ROWID;

    CREATE TABLE article_work (
      article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
      feed_id INTEGER REFERENCES feeds(id) ON DELETE SET NULL,
      kind TEXT NOT NULL CHECK (kind IN ('page', 'images')),
      attempts INTEGER NOT NULL DEFAULT 0,
      next_try_at INTEGER NOT NULL
    );
    CREATE INDEX work_by_feed ON article_work (feed_id, next_try_at);

    CREATE TABLE removed_articles (
      article_id INTEGER PRIMARY KEY,
      revision INTEGER NOT NULL
    );
    CREATE INDEX removed_by_revision ON removed_articles (revision);
  `);
}
