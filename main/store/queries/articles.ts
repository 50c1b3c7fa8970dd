import type { Article, ArticleId, ArticleImage, ArticleOrigin, ArticleSummary, OfflineReason, OfflineState } from '../../../contract/domain/article.ts';
import type { Enclosure, FeedId } from '../../../contract/domain/feed.ts';
import { DocbaoError } from '../../../contract/domain/result.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { listEnclosures } from './enclosures.ts';
import { reanchorHighlights } from './highlights.ts';
import { nextRevision } from './revisions.ts';
import { readTagLabels, TAG_LABELS } from './tag-labels.ts';

interface SummaryRow {
  id: number;
  title: string;
  lede: string | null;
  feed_id: number | null;
  source_name: string | null;
  url: string | null;
  published_at: number;
  arrived_at: number;
  is_read: number;
  is_starred: number;
  is_archived: number;
  queued_at: number | null;
  snoozed_until: number | null;
  deleted_at: number | null;
  tags: string;
  has_highlights: number;
  offline: OfflineState;
  offline_reason: string | null;
  image_asset: string | null;
  lang: string | null;
  story_size: number;
}

interface ArticleRow extends SummaryRow {
  byline: string | null;
  updated_at: number | null;
  dir: 'ltr' | 'rtl';
  html: string;
  text: string;
  word_count: number;
  origin: ArticleOrigin;
}

const SUMMARY_COLUMNS = `a.id, a.title, a.lede, a.feed_id, coalesce(a.source_name, f.custom_title, f.title) AS source_name, a.url,
  a.published_at, a.arrived_at, s.is_read, s.is_starred, s.is_archived, s.queued_at, s.snoozed_until, s.deleted_at, a.offline,
  a.offline_reason, a.image_asset, a.lang, ${TAG_LABELS} AS tags, EXISTS (SELECT 1 FROM highlights h WHERE h.article_id = a.id) AS has_highlights,
  1 + (SELECT count(*) FROM article_status o WHERE o.led_by = coalesce(s.led_by, a.id) AND o.deleted_at IS NULL) AS story_size`;
const SUMMARY_TABLES = `articles a JOIN article_status s ON s.article_id = a.id LEFT JOIN feeds f ON f.id = a.feed_id`;

function toSummary(row: SummaryRow): ArticleSummary {
  return {
    id: row.id,
    title: row.title,
    lede: row.lede,
    feedId: row.feed_id,
    sourceName: row.source_name,
    url: row.url,
    publishedAt: row.published_at,
    arrivedAt: row.arrived_at,
    isRead: row.is_read === 1,
    isStarred: row.is_starred === 1,
    isArchived: row.is_archived === 1,
    isQueued: row.queued_at !== null,
    snoozedUntil: row.snoozed_until,
    deletedAt: row.deleted_at,
    tags: readTagLabels(row.tags),
    hasHighlights: row.has_highlights === 1,
    offline: row.offline,
    offlineReason: row.offline_reason === null ? null : (JSON.parse(row.offline_reason) as OfflineReason),
    imageAsset: row.image_asset,
    lang: row.lang,
    storySize: row.story_size,
  };
}

/** The rows of some articles, in the order of `ids`; those that are gone are left out. */
export function getArticleSummaries(db: ReadableDb, ids: readonly ArticleId[]): ArticleSummary[] {
  const rows = db.all<SummaryRow>(
    `SELECT ${SUMMARY_COLUMNS} FROM json_each(?) ids JOIN ${SUMMARY_TABLES} WHERE a.id = ids.value`,
    JSON.stringify(ids),
  );
  const byId = new Map(rows.map((row) => [row.id, toSummary(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** @throws {DocbaoError} `no-such-item` */
export function getArticle(db: ReadableDb, id: ArticleId): Article {
  const row = db.get<ArticleRow>(
    `SELECT ${SUMMARY_COLUMNS}, a.byline, a.updated_at, a.dir, a.word_count, a.origin, b.html, b.text
     FROM ${SUMMARY_TABLES} JOIN article_bodies b ON b.article_id = a.id WHERE a.id = ?`,
    id,
  );
  if (!row) throw new DocbaoError('no-such-item', `There is no article ${id} in this library.`, { id });
  return {
    ...toSummary(row),
    byline: row.byline,
    updatedAt: row.updated_at,
    dir: row.dir,
    html: row.html,
    text: row.text,
    wordCount: row.word_count,
    origin: row.origin,
    images: listArticleImages(db, id),
    enclosures: listEnclosures(db, id),
  };
}

function listArticleImages(db: ReadableDb, id: ArticleId): ArticleImage[] {
  return db.all<ArticleImage>(
    'SELECT position, src, alt, caption, width, height, asset, error FROM article_images WHERE article_id = ? ORDER BY position',
    id,
  );
}

export function findArticleByKey(db: ReadableDb, urlKey: string): ArticleId | null {
  return db.value<number>('SELECT id FROM articles WHERE url_key = ?', urlKey) ?? null;
}

/** Everything that is an article's content; its status lives elsewhere. */
export interface ArticleContent {
  readonly title: string;
  readonly lede: string | null;
  readonly byline: string | null;
  readonly sourceName: string | null;
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly html: string;
  readonly text: string;
  readonly wordCount: number;
  /** SHA-256 over title, lede and text: tells an update from the same thing again. */
  readonly contentHash: string;
  readonly images: readonly ArticleImage[];
  readonly offline: OfflineState;
  readonly offlineReason: OfflineReason | null;
}

/** An article that enters the library. Times are epoch milliseconds. */
export interface NewArticle extends ArticleContent {
  readonly feedId: FeedId | null;
  readonly origin: ArticleOrigin;
  readonly url: string | null;
  /** The address without what does not identify the article (`urlKey`); unique in the library. */
  readonly urlKey: string | null;
  readonly publishedAt: number;
  readonly arrivedAt: number;
  readonly enclosures: readonly Enclosure[];
}

/** Inserts an unread article with its status; must run in a transaction. Answers its id. */
export function insertArticle(db: WritableDb, article: NewArticle): ArticleId {
  const id = db.run(
    `INSERT INTO articles (feed_id, origin, url, url_key, title, published_at, arrived_at, lede, byline, source_name, lang, dir, word_count,
       image_asset, offline, offline_reason, content_hash, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    article.feedId,
    article.origin,
    article.url,
    article.urlKey,
    article.title,
    article.publishedAt,
    article.arrivedAt,
    ...contentColumns(article),
    nextRevision(db),
  ).lastInsertRowid;
  db.run('INSERT INTO article_status (article_id, sort_at) VALUES (?, ?)', id, article.publishedAt);
  db.run('INSERT INTO article_bodies VALUES (?, ?, ?)', id, article.html, article.text);
  insertImages(db, id, article.images);
  article.enclosures.forEach((enclosure, position) => {
    db.run(
      'INSERT INTO article_enclosures (article_id, position, url, mime_type, length, duration_seconds, title) VALUES (?, ?, ?, ?, ?, ?, ?)',
      id,
      position,
      enclosure.url,
      enclosure.mimeType,
      enclosure.length,
      enclosure.durationSeconds,
      enclosure.title,
    );
  });
  return id;
}

/** Replaces an article's content; status stays, and highlights look for their places anew. `updatedAt` is set where the source changed it, null where we only completed it. */
export function updateArticleContent(db: WritableDb, id: ArticleId, content: ArticleContent, updatedAt: number | null): void {
  writeContent(db, id, content);
  reanchorHighlights(db, id);
  if (updatedAt !== null) db.run('UPDATE articles SET updated_at = ? WHERE id = ?', updatedAt, id);
}

/** Sets the date of an article and with it its place in every list. */
export function setPublishedAt(db: WritableDb, id: ArticleId, publishedAt: number): void {
  db.run('UPDATE articles SET published_at = ? WHERE id = ?', publishedAt, id);
  db.run('UPDATE article_status SET sort_at = ? WHERE article_id = ?', publishedAt, id);
  db.run('UPDATE feed_entries SET sort_at = ? WHERE article_id = ?', publishedAt, id);
}

/** The hash of an article's content as stored. */
export function getContentHash(db: ReadableDb, id: ArticleId): string | null {
  return db.value<string>('SELECT content_hash FROM articles WHERE id = ?', id) ?? null;
}

/** Lede to content hash, in the order in which both statements that write content name them. */
function contentColumns(content: ArticleContent): readonly (string | number | null)[] {
  return [
    content.lede,
    content.byline,
    content.sourceName,
    content.lang,
    content.dir,
    content.wordCount,
    content.images.find((image) => image.asset !== null)?.asset ?? null,
    content.offline,
    content.offlineReason === null ? null : JSON.stringify(content.offlineReason),
    content.contentHash,
  ];
}

function writeContent(db: WritableDb, id: ArticleId, content: ArticleContent): void {
  // Images that arrive later change no word: the search index need not hear of them.
  const isSameText = getContentHash(db, id) === content.contentHash;
  db.run(
    `UPDATE articles SET title = ?, lede = ?, byline = ?, source_name = ?, lang = ?, dir = ?, word_count = ?, image_asset = ?,
       offline = ?, offline_reason = ?, content_hash = ?, revision = coalesce(?, revision) WHERE id = ?`,
    content.title,
    ...contentColumns(content),
    isSameText ? null : nextRevision(db),
    id,
  );
  db.run('UPDATE article_bodies SET html = ?, text = ? WHERE article_id = ?', content.html, content.text, id);
  db.run('DELETE FROM article_images WHERE article_id = ?', id);
  insertImages(db, id, content.images);
}

function insertImages(db: WritableDb, id: ArticleId, images: readonly ArticleImage[]): void {
  for (const image of images) {
    db.run(
      'INSERT INTO article_images VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      image.position,
      image.src,
      image.alt,
      image.caption,
      image.width,
      image.height,
      image.asset,
      image.error,
    );
  }
}

/** Removes articles with all that hangs on them; the search index learns of it from `removed_articles`. */
export function removeArticles(db: WritableDb, ids: readonly ArticleId[]): void {
  db.transaction(() => {
    for (const id of ids) {
      db.run('INSERT OR REPLACE INTO removed_articles VALUES (?, ?)', id, nextRevision(db));
      db.run('DELETE FROM articles WHERE id = ?', id);
    }
  });
}
