import { anchorTextOf } from '../../../contract/domain/anchor-text.ts';
import { findAnchor } from '../../../contract/domain/anchor.ts';
import type { Article, ArticleId } from '../../../contract/domain/article.ts';
import type { Highlight, HighlightChange, HighlightColor, HighlightId, ListedHighlight, NewHighlight, TextAnchor } from '../../../contract/domain/highlight.ts';
import { placeOfPicture } from '../../../contract/domain/picture-place.ts';
import { DocbaoError } from '../../../contract/domain/result.ts';
import type { MatchRange } from '../../../contract/domain/search.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';

interface HighlightRow {
  id: number;
  article_id: number;
  color: HighlightColor;
  note: string | null;
  quote: string;
  prefix: string;
  suffix: string;
  start_at: number;
  end_at: number;
  is_orphan: number;
  created_at: number;
  changed_at: number;
  picture: string | null;
  picture_asset: string | null;
}

interface ListedRow extends HighlightRow {
  title: string;
  source_name: string | null;
  url: string | null;
  published_at: number;
  asset: string | null;
}

function toHighlight(row: HighlightRow): Highlight {
  return {
    id: row.id,
    articleId: row.article_id,
    color: row.color,
    note: row.note,
    picture: row.picture,
    quote: row.quote,
    prefix: row.prefix,
    suffix: row.suffix,
    start: row.start_at,
    end: row.end_at,
    isOrphan: row.is_orphan === 1,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

function getHighlight(db: ReadableDb, id: HighlightId): Highlight {
  const row = db.get<HighlightRow>('SELECT * FROM highlights WHERE id = ?', id);
  if (row === undefined) throw new DocbaoError('no-such-item', `There is no highlight ${id} in this library.`, { id });
  return toHighlight(row);
}

/** The highlights of an article, in the order of its text; those whose words are gone come last. */
export function listHighlights(db: ReadableDb, articleId: ArticleId): Highlight[] {
  return db.all<HighlightRow>('SELECT * FROM highlights WHERE article_id = ? ORDER BY is_orphan, start_at, id', articleId).map(toHighlight);
}

/** Every highlight of the library, or of one article, with what says where it comes from; the newest first. */
export function listAllHighlights(db: ReadableDb, articleId: ArticleId | null): ListedHighlight[] {
  const rows = db.all<ListedRow>(
    `SELECT h.*, a.title, coalesce(a.source_name, f.custom_title, f.title) AS source_name, a.url, a.published_at,
       (SELECT i.asset FROM article_images i WHERE i.article_id = h.article_id AND i.src = h.picture AND i.asset IS NOT NULL) AS asset
     FROM highlights h JOIN articles a ON a.id = h.article_id JOIN article_status s ON s.article_id = a.id LEFT JOIN feeds f ON f.id = a.feed_id
     WHERE s.deleted_at IS NULL AND (?1 IS NULL OR h.article_id = ?1) ORDER BY h.created_at DESC, h.id DESC`,
    articleId,
  );
  return rows.map((row) => ({ ...toHighlight(row), title: row.title, sourceName: row.source_name, url: row.url, publishedAt: row.published_at, asset: row.asset }));
}

export function countHighlights(db: ReadableDb): number {
  return db.value<number>('SELECT count(*) FROM highlights h JOIN article_status s ON s.article_id = h.article_id WHERE s.deleted_at IS NULL') ?? 0;
}

type Anchoring = Pick<Article, 'title' | 'lede' | 'text' | 'html'>;

/** What an article's highlights stand in; undefined where there is no such article. */
function anchoringOf(db: ReadableDb, articleId: ArticleId): Anchoring | undefined {
  return db.get<Anchoring>('SELECT a.title, a.lede, b.text, b.html FROM articles a JOIN article_bodies b ON b.article_id = a.id WHERE a.id = ?', articleId);
}

interface Place extends MatchRange {
  /** The address under which a picture stands there. */
  readonly picture: string | null;
}

interface MarkedPicture {
  readonly articleId: ArticleId;
  readonly picture: string;
  readonly asset: string | null;
  readonly start: number;
}

function findWords(text: string, anchor: TextAnchor): Place | null {
  const place = findAnchor(text, anchor);
  return place === null ? null : { ...place, picture: null };
}

/** Where a picture stands: by its address, else by the address of one that the library knows to be the same. */
function findPicture(db: ReadableDb, article: Anchoring, { articleId, picture, asset, start }: MarkedPicture): Place | null {
  const same = asset === null ? [] : db.all<{ src: string }>('SELECT src FROM article_images WHERE article_id = ? AND asset = ? ORDER BY position', articleId, asset);
  for (const src of [picture, ...same.map((row) => row.src)]) {
    const place = placeOfPicture(article, src, start);
    if (place !== null) return { start: place, end: place, picture: src };
  }
  return null;
}

/**
 * Marks a piece of an article. Its place is looked up in the text as stored.
 *
 * @throws {DocbaoError} `no-such-item` where the article is gone
 */
export function insertHighlight(db: WritableDb, highlight: NewHighlight, at: number): Highlight {
  return db.transaction(() => {
    const { articleId } = highlight;
    const article = anchoringOf(db, articleId);
    if (article === undefined) throw new DocbaoError('no-such-item', `There is no article ${articleId} in this library.`, { id: articleId });
    const { picture = null } = highlight;
    const asset = picture === null ? null : (db.value<string>('SELECT asset FROM article_images WHERE article_id = ? AND src = ? AND asset IS NOT NULL', articleId, picture) ?? null);
    const place = picture === null ? findWords(anchorTextOf(article), highlight) : findPicture(db, article, { articleId, picture, asset, start: highlight.start });
    const id = db.run(
      `INSERT INTO highlights (article_id, color, note, quote, prefix, suffix, start_at, end_at, is_orphan, created_at, changed_at, picture, picture_asset)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      articleId,
      highlight.color,
      highlight.note,
      highlight.quote,
      highlight.prefix,
      highlight.suffix,
      place?.start ?? highlight.start,
      place?.end ?? highlight.end,
      place === null ? 1 : 0,
      highlight.createdAt ?? at,
      at,
      picture,
      asset,
    ).lastInsertRowid;
    return getHighlight(db, id);
  });
}

/** @throws {DocbaoError} `no-such-item` */
export function changeHighlight(db: WritableDb, id: HighlightId, change: HighlightChange, at: number): Highlight {
  return db.transaction(() => {
    const before = getHighlight(db, id);
    const note = change.note === undefined ? before.note : change.note;
    db.run('UPDATE highlights SET color = ?, note = ?, changed_at = ? WHERE id = ?', change.color ?? before.color, note, at, id);
    return getHighlight(db, id);
  });
}

/** Removes highlights; those that are gone are passed over. Answers what was removed, for undo. */
export function removeHighlights(db: WritableDb, ids: readonly HighlightId[]): Highlight[] {
  return db.transaction(() => {
    const rows = db.all<HighlightRow>('SELECT * FROM highlights WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
    db.run('DELETE FROM highlights WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
    return rows.map(toHighlight);
  });
}

/**
 * Looks for an article's highlights in its text, which has just been replaced: those found get their new place, the others are
 * kept as orphans and may be found again in a later text. What was marked, and the words beside it, stay as the user saw them.
 */
export function reanchorHighlights(db: WritableDb, articleId: ArticleId): void {
  const rows = db.all<HighlightRow>('SELECT * FROM highlights WHERE article_id = ?', articleId);
  const article = rows.length === 0 ? undefined : anchoringOf(db, articleId);
  if (article === undefined) return;
  const text = anchorTextOf(article);
  for (const row of rows) {
    const { picture, picture_asset: asset, start_at: start } = row;
    const place = picture === null ? findWords(text, toHighlight(row)) : findPicture(db, article, { articleId, picture, asset, start });
    if (place === null) db.run('UPDATE highlights SET is_orphan = 1 WHERE id = ?', row.id);
    else db.run('UPDATE highlights SET is_orphan = 0, start_at = ?, end_at = ?, picture = ? WHERE id = ?', place.start, place.end, place.picture, row.id);
  }
}
