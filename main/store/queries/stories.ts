import type { ArticleId, ArticleSummary, OfflineState } from '../../../contract/domain/article.ts';
import type { FeedId } from '../../../contract/domain/feed.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { getArticleSummaries } from './articles.ts';

const CURSOR = 'stories-revision';

/** A text that is to be looked at for others that tell the same. */
export interface StoryText {
  readonly id: ArticleId;
  readonly revision: number;
  readonly offline: OfflineState;
  readonly publishedAt: number;
  readonly arrivedAt: number;
  readonly title: string;
  readonly text: string;
}

/** Articles of feeds whose content changed since stories were last looked for, oldest change first: a saved page is nobody's copy. */
export function listStoryTexts(db: ReadableDb, limit: number): StoryText[] {
  return db.all<StoryText>(
    `SELECT a.id, a.revision, a.offline, a.published_at AS publishedAt, a.arrived_at AS arrivedAt, a.title, b.text
     FROM articles a JOIN article_bodies b ON b.article_id = a.id
     WHERE a.revision > coalesce((SELECT value FROM meta WHERE key = ?), 0) AND a.feed_id IS NOT NULL ORDER BY a.revision LIMIT ?`,
    CURSOR,
    limit,
  );
}

/** Notes how far stories were looked for, where that is news. */
export function setStoryCursor(db: WritableDb, revision: number): void {
  const before = db.value<number>('SELECT value FROM meta WHERE key = ?', CURSOR) ?? 0;
  if (before !== revision) db.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', CURSOR, revision);
}

/** Files a text under its bands; `day` and `arrivedDay` are days since 1970. */
export function insertStoryBands(db: WritableDb, id: ArticleId, bands: readonly number[], day: number, arrivedDay: number): void {
  db.run('INSERT OR IGNORE INTO story_bands SELECT value, ?, ?, ? FROM json_each(?)', day, id, arrivedDay, JSON.stringify(bands));
}

/** The articles that share a band with a text and were published within `days` of it, those that share most first. */
export function findAlike(db: ReadableDb, id: ArticleId, bands: readonly number[], day: number, days: number, limit: number): ArticleId[] {
  return db.column<ArticleId>(
    `SELECT b.article_id FROM json_each(?1) band JOIN story_bands b ON b.band = band.value AND b.day BETWEEN ?2 - ?3 AND ?2 + ?3
     WHERE b.article_id <> ?4 GROUP BY b.article_id ORDER BY count(*) DESC, b.article_id LIMIT ?5`,
    JSON.stringify(bands),
    day,
    days,
    id,
    limit,
  );
}

/** Forgets the bands of texts that came before a day; stories are of these days. */
export function removeStoryBands(db: WritableDb, beforeArrivedDay: number): void {
  db.run('DELETE FROM story_bands WHERE arrived_day < ?', beforeArrivedDay);
}

/** What decides which of several articles stands for their story. */
export interface Telling {
  readonly id: ArticleId;
  readonly text: string;
  /** Who stands for it; null where it stands for itself. */
  readonly ledBy: ArticleId | null;
  /** The feeds that list it. */
  readonly feedIds: readonly FeedId[];
  readonly offline: OfflineState;
  readonly wordCount: number;
  readonly publishedAt: number;
  /** Whether its reader has done anything with it: it then keeps its place. */
  readonly isTouched: boolean;
  /** How many others it stands for. */
  readonly following: number;
}

/** Articles as tellings of a story; those that are gone or in the bin are left out. */
export function listTellings(db: ReadableDb, ids: readonly ArticleId[]): Telling[] {
  const rows = db.all<Omit<Telling, 'feedIds' | 'isTouched'> & { feedIds: string; isTouched: number }>(
    `SELECT a.id, b.text, s.led_by AS ledBy, a.offline, a.word_count AS wordCount, a.published_at AS publishedAt,
       s.is_read OR s.is_starred OR s.is_archived OR s.queued_at IS NOT NULL AS isTouched,
       (SELECT json_group_array(DISTINCT e.feed_id) FROM feed_entries e WHERE e.article_id = a.id) AS feedIds,
       (SELECT count(*) FROM article_status f WHERE f.led_by = a.id) AS following
     FROM json_each(?) ids JOIN articles a ON a.id = ids.value JOIN article_bodies b ON b.article_id = a.id
     JOIN article_status s ON s.article_id = a.id WHERE s.deleted_at IS NULL AND a.feed_id IS NOT NULL`,
    JSON.stringify(ids),
  );
  return rows.map((row) => ({ ...row, feedIds: JSON.parse(row.feedIds) as number[], isTouched: row.isTouched === 1 }));
}

/** The feeds that already tell the story which an article stands for, itself included. */
export function listStoryFeeds(db: ReadableDb, lead: ArticleId): FeedId[] {
  return db.column<FeedId>(
    `SELECT DISTINCT e.feed_id FROM feed_entries e WHERE e.article_id = ?1
       OR e.article_id IN (SELECT article_id FROM article_status WHERE led_by = ?1)`,
    lead,
  );
}

/** Lets `lead` stand for `id`, and for whatever that stood for. */
export function setStoryLead(db: WritableDb, id: ArticleId, lead: ArticleId): void {
  db.run('UPDATE article_status SET led_by = ?1 WHERE (article_id = ?2 OR led_by = ?2) AND article_id <> ?1', lead, id);
  db.run('UPDATE article_status SET led_by = NULL WHERE article_id = ?', lead);
}

/** The other tellings of an article's story, the one that stands for it first, then by date. */
export function listStory(db: ReadableDb, id: ArticleId): ArticleSummary[] {
  const ids = db.column<ArticleId>(
    `WITH lead (id) AS (SELECT coalesce(led_by, article_id) FROM article_status WHERE article_id = ?1)
     SELECT s.article_id FROM article_status s, lead WHERE (s.article_id = lead.id OR s.led_by = lead.id) AND s.article_id <> ?1
       AND s.deleted_at IS NULL ORDER BY s.led_by IS NOT NULL, s.sort_at, s.article_id`,
    id,
  );
  return getArticleSummaries(db, ids);
}
