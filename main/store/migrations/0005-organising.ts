import type { WritableDb } from '../connection.ts';

/**
 * What a person does with articles besides reading and starring: archive, read later, snooze, bin, highlight, keep a search, set a
 * rule; what an article said before it was changed; and which article stands for the others that tell the same story. Feeds and
 * folders get places, and an unfollowed feed is remembered for as long as the bin keeps its articles.
 */
export function migrate(db: WritableDb): void {
  db.script(`
    ALTER TABLE article_status ADD COLUMN is_archived INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE article_status ADD COLUMN archived_at INTEGER;
    ALTER TABLE article_status ADD COLUMN queued_at INTEGER;
    ALTER TABLE article_status ADD COLUMN snoozed_until INTEGER;
    ALTER TABLE article_status ADD COLUMN deleted_at INTEGER;
    ALTER TABLE article_status ADD COLUMN led_by INTEGER REFERENCES articles(id) ON DELETE SET NULL;

    DROP INDEX status_unread;
    DROP INDEX status_starred;
    CREATE INDEX status_listed ON article_status (sort_at DESC, article_id DESC)
      WHERE deleted_at IS NULL AND snoozed_until IS NULL AND led_by IS NULL;
    CREATE INDEX status_unread ON article_status (sort_at DESC, article_id DESC)
      WHERE is_read = 0 AND deleted_at IS NULL AND snoozed_until IS NULL AND led_by IS NULL;
    CREATE INDEX status_starred ON article_status (sort_at DESC, article_id DESC) WHERE is_starred = 1 AND deleted_at IS NULL;
    CREATE INDEX status_archived ON article_status (sort_at DESC, article_id DESC) WHERE is_archived = 1 AND deleted_at IS NULL;
    CREATE INDEX status_queued ON article_status (queued_at, article_id) WHERE queued_at IS NOT NULL AND deleted_at IS NULL AND snoozed_until IS NULL;
    CREATE INDEX status_snoozed ON article_status (snoozed_until, article_id) WHERE snoozed_until IS NOT NULL AND deleted_at IS NULL;
    CREATE INDEX status_deleted ON article_status (deleted_at, article_id) WHERE deleted_at IS NOT NULL;
    CREATE INDEX status_led ON article_status (led_by) WHERE led_by IS NOT NULL;
    CREATE INDEX articles_by_length ON articles (word_count DESC, id DESC);

    ALTER TABLE feeds ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE folders ADD COLUMN is_collapsed INTEGER NOT NULL DEFAULT 0;
    UPDATE feeds SET position = id;
    UPDATE folders SET position = id;
    CREATE TABLE removed_feeds (
      id INTEGER PRIMARY KEY,
      feed_url TEXT NOT NULL,
      removed_at INTEGER NOT NULL,
      row TEXT NOT NULL,
      entries TEXT NOT NULL,
      articles TEXT NOT NULL
    );

    CREATE TABLE highlights (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
      color TEXT NOT NULL CHECK (color IN ('yellow', 'green', 'blue', 'pink')),
      note TEXT,
      quote TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      start_at INTEGER NOT NULL,
      end_at INTEGER NOT NULL,
      is_orphan INTEGER NOT NULL DEFAULT 0,
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL
    );
    CREATE INDEX highlights_by_article ON highlights (article_id, start_at);
    CREATE INDEX highlights_by_date ON highlights (created_at DESC);

    CREATE TABLE saved_searches (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      query TEXT NOT NULL,
      notifies INTEGER NOT NULL DEFAULT 0,
      position INTEGER NOT NULL DEFAULT 0
    );

    CREATE TABLE recent_searches (query TEXT PRIMARY KEY, searched_at INTEGER NOT NULL) WITHOUT ROWID;

    CREATE TABLE rules (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      query TEXT NOT NULL,
      actions TEXT NOT NULL,
      is_enabled INTEGER NOT NULL DEFAULT 1,
      position INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE rule_runs (
      rule_id INTEGER NOT NULL REFERENCES rules(id) ON DELETE CASCADE,
      ran_at INTEGER NOT NULL,
      articles INTEGER NOT NULL
    );
    CREATE INDEX runs_by_rule ON rule_runs (rule_id);
    INSERT INTO meta SELECT 'ruled_up_to', coalesce(max(id), 0) FROM articles;

    CREATE TABLE article_versions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
      title TEXT NOT NULL,
      lede TEXT,
      html TEXT NOT NULL,
      text TEXT NOT NULL,
      replaced_at INTEGER NOT NULL
    );
    CREATE INDEX versions_by_article ON article_versions (article_id, replaced_at DESC);
  `);
}
