import { anchorTextOf } from '../../../contract/domain/anchor-text.ts';
import { findAnchor } from '../../../contract/domain/anchor.ts';
import type { ArticleId } from '../../../contract/domain/article.ts';
import type { Highlight, HighlightChange, HighlightColor, HighlightId, ListedHighlight, NewHighlight } from '../../../contract/domain/highlight.ts';
import { DocbaoError } from '../../../contract/domain/result.ts';
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
}

interface ListedRow extends HighlightRow {
  title: string;
  source_name: string | null;
  url: string | null;
  published_at: number;
}

function toHighlight(row: HighlightRow): Highlight {
  return {
    id: row.id,
    articleId: row.article_id,
    color: row.color,
    note: row.note,
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
    `SELECT h.*, a.title, coalesce(a.source_name, f.custom_title, f.title) AS source_name, a.url, a.published_at
     FROM highlights h JOIN articles a ON a.id = h.article_id JOIN article_status s ON s.article_id = a.id LEFT JOIN feeds f ON f.id = a.feed_id
     WHERE s.deleted_at IS NULL AND (?1 IS NULL OR h.article_id = ?1) ORDER BY h.created_at DESC, h.id DESC`,
    articleId,
  );
  return rows.map((row) => ({ ...toHighlight(row), title: row.title, sourceName: row.source_name, url: row.url, publishedAt: row.published_at }));
}

export function countHighlights(db: ReadableDb): number {
  return db.value<number>('SELECT count(*) FROM highlights h JOIN article_status s ON s.article_id = h.article_id WHERE s.deleted_at IS NULL') ?? 0;
}

/** The text that an article's highlights stand in; null where there is no such article. */
function anchorTextIn(db: ReadableDb, articleId: ArticleId): string | null {
  const row = db.get<{ title: string; lede: string | null; text: string; html: string }>(
    'SELECT a.title, a.lede, b.text, b.html FROM articles a JOIN article_bodies b ON b.article_id = a.id WHERE a.id = ?',
    articleId,
  );
  return row === undefined ? null : anchorTextOf(row);
}

/**
 * Marks a piece of an article. Its place is looked up in the text as stored.
 *
 * @throws {DocbaoError} `no-such-item` where the article is gone
 */
export function insertHighlight(db: WritableDb, highlight: NewHighlight, at: number): Highlight {
  return db.transaction(() => {
    const { articleId } = highlight;
    const text = anchorTextIn(db, articleId);
    if (text === null) throw new DocbaoError('no-such-item', `There is no article ${articleId} in this library.`, { id: articleId });
    const place = findAnchor(text, highlight);
    const id = db.run(
      `INSERT INTO highlights (article_id, color, note, quote, prefix, suffix, start_at, end_at, is_orphan, created_at, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
  const highlights = listHighlights(db, articleId);
  if (highlights.length === 0) return;
  const text = anchorTextIn(db, articleId) ?? '';
  for (const highlight of highlights) {
    const place = findAnchor(text, highlight);
    if (place === null) db.run('UPDATE highlights SET is_orphan = 1 WHERE id = ?', highlight.id);
    else db.run('UPDATE highlights SET is_orphan = 0, start_at = ?, end_at = ? WHERE id = ?', place.start, place.end, highlight.id);
  }
}
