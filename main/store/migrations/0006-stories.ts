import type { WritableDb } from '../connection.ts';

/**
 * Stories: articles of several papers that say the same, one of which stands for all (`article_status.led_by`). `story_bands` finds
 * what is alike: the keys under which a text was filed, with the days of its publication and arrival (days since 1970). Triggers see
 * to it that a story never loses its lead, and that it is read as a whole, whoever changes what. Besides: which attached files are kept.
 */
export function migrate(db: WritableDb): void {
  db.script(`
    CREATE TABLE story_bands (
      band INTEGER NOT NULL,
      day INTEGER NOT NULL,
      article_id INTEGER NOT NULL,
      arrived_day INTEGER NOT NULL,
      PRIMARY KEY (band, day, article_id)
    ) WITHOUT ROWID;

    CREATE TRIGGER story_lead_removed BEFORE DELETE ON articles
    WHEN EXISTS (SELECT 1 FROM article_status WHERE led_by = OLD.id)
    BEGIN
      ${handOver('OLD.id')}
    END;
    CREATE TRIGGER story_lead_binned AFTER UPDATE OF deleted_at ON article_status
    WHEN NEW.deleted_at IS NOT NULL AND EXISTS (SELECT 1 FROM article_status WHERE led_by = NEW.article_id)
    BEGIN
      ${handOver('NEW.article_id')}
    END;
    CREATE TRIGGER story_read AFTER UPDATE OF is_read ON article_status
    WHEN NEW.is_read = 1 AND OLD.is_read = 0 AND NEW.led_by IS NULL
    BEGIN
      UPDATE article_status SET is_read = 1, read_at = NEW.read_at WHERE led_by = NEW.article_id AND is_read = 0;
    END;
    CREATE TRIGGER story_unread AFTER UPDATE OF is_read ON article_status
    WHEN NEW.is_read = 0 AND OLD.is_read = 1 AND NEW.led_by IS NULL
    BEGIN
      UPDATE article_status SET is_read = 0, read_at = NULL WHERE led_by = NEW.article_id AND is_read = 1 AND read_at = OLD.read_at;
    END;

    ALTER TABLE article_enclosures ADD COLUMN asset TEXT REFERENCES assets(name);
    CREATE INDEX enclosures_by_asset ON article_enclosures (asset) WHERE asset IS NOT NULL;
  `);
}

/** The earliest of those that a lead stands for, and that are not in the bin, takes its place. */
function handOver(lead: string): string {
  const heir = `(SELECT h.article_id FROM article_status h WHERE h.led_by = ${lead} AND h.deleted_at IS NULL ORDER BY h.sort_at, h.article_id LIMIT 1)`;
  return `UPDATE article_status SET led_by = ${heir} WHERE led_by = ${lead} AND article_id IS NOT ${heir};
      UPDATE article_status SET led_by = NULL WHERE led_by = ${lead};`;
}
