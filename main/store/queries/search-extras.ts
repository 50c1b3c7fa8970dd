import type { ArticleId } from '../../../contract/domain/article.ts';
import type { ReadableDb } from '../connection.ts';

/** A note or a highlighted passage, as it is searched. */
export interface SearchNote {
  readonly articleId: ArticleId;
  readonly note: string | null;
  readonly quote: string;
}

/** What tells whether any highlight has changed. */
export function getNotesStamp(db: ReadableDb): string {
  return db.value<string>("SELECT count(*) || ' ' || coalesce(max(changed_at), 0) || ' ' || coalesce(sum(id), 0) FROM highlights") ?? '';
}

/** Article id -> what tells whether its highlights have changed. */
export function listNoteStamps(db: ReadableDb): ReadonlyMap<ArticleId, string> {
  const rows = db.all<{ articleId: ArticleId; stamp: string }>(
    "SELECT article_id AS articleId, count(*) || ' ' || max(changed_at) || ' ' || sum(id) AS stamp FROM highlights GROUP BY article_id",
  );
  return new Map(rows.map(({ articleId, stamp }) => [articleId, stamp]));
}

/** The notes and highlighted passages of some articles, the newest first. */
export function listSearchNotes(db: ReadableDb, ids: readonly ArticleId[]): SearchNote[] {
  return db.all<SearchNote>(
    'SELECT h.article_id AS articleId, h.note, h.quote FROM json_each(?) ids JOIN highlights h ON h.article_id = ids.value ORDER BY h.changed_at DESC, h.id DESC',
    JSON.stringify(ids),
  );
}

/** An article that tells the same story as another, which stands for both. */
export interface Follower {
  readonly id: ArticleId;
  readonly leadId: ArticleId;
}

export function listFollowers(db: ReadableDb): Follower[] {
  return db.all<Follower>('SELECT article_id AS id, led_by AS leadId FROM article_status WHERE led_by IS NOT NULL AND deleted_at IS NULL');
}

/** The articles that some others stand for, the newest first. */
export function listFollowersOf(db: ReadableDb, leadIds: readonly ArticleId[]): (Follower & { readonly title: string; readonly sourceName: string | null })[] {
  return db.all(
    `SELECT s.article_id AS id, s.led_by AS leadId, a.title, a.source_name AS sourceName
     FROM json_each(?) leads JOIN article_status s ON s.led_by = leads.value JOIN articles a ON a.id = s.article_id
     WHERE s.deleted_at IS NULL ORDER BY a.published_at DESC, a.id DESC`,
    JSON.stringify(leadIds),
  );
}

/** Which articles have which tag. */
export function listTaggings(db: ReadableDb): { readonly tagId: number; readonly articleId: ArticleId }[] {
  return db.all('SELECT tag_id AS tagId, article_id AS articleId FROM article_tags ORDER BY tag_id, article_id');
}

/** The names of all tags, by id. */
export function listTagNames(db: ReadableDb): ReadonlyMap<number, string> {
  return new Map(db.all<{ id: number; name: string }>('SELECT id, name FROM tags').map(({ id, name }) => [id, name]));
}

/** The newest articles, as ids. */
export function listNewestIds(db: ReadableDb, limit: number): ArticleId[] {
  return db.column<ArticleId>('SELECT id FROM articles ORDER BY id DESC LIMIT ?', limit);
}
