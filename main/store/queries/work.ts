import type { ArticleId, OfflineReason } from '../../../contract/domain/article.ts';
import type { FeedId } from '../../../contract/domain/feed.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';

/** What is still to be done for an article: its page to fetch and extract, or only images to fetch. */
export type WorkKind = 'page' | 'images';

export interface ArticleWork {
  readonly articleId: ArticleId;
  readonly feedId: FeedId | null;
  readonly kind: WorkKind;
  readonly url: string | null;
  readonly attempts: number;
}

/** Notes work to be done; it survives a crash and is taken up by the next sync. */
export function addWork(db: WritableDb, articleId: ArticleId, feedId: FeedId | null, kind: WorkKind, at: number): void {
  db.run(
    `INSERT INTO article_work (article_id, feed_id, kind, next_try_at) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT (article_id) DO UPDATE SET kind = ?3, attempts = 0, next_try_at = ?4`,
    articleId,
    feedId,
    kind,
    at,
  );
}

/** Work of one feed that is due at `now`, newest article first. Saved articles' work has no feed: ask with null. */
export function listDueWork(db: ReadableDb, feedId: FeedId | null, now: number): ArticleWork[] {
  return db.all<ArticleWork>(
    `SELECT w.article_id AS articleId, w.feed_id AS feedId, w.kind, a.url, w.attempts
     FROM article_work w JOIN articles a ON a.id = w.article_id
     WHERE w.feed_id IS ? AND w.next_try_at <= ? ORDER BY a.published_at DESC`,
    feedId,
    now,
  );
}

/** Whether work is due for articles that no feed brought: saved ones, and those that outlived their subscription. */
export function hasSavedWork(db: ReadableDb, now: number): boolean {
  return db.value<number>('SELECT 1 FROM article_work WHERE feed_id IS NULL AND next_try_at <= ? LIMIT 1', now) === 1;
}

/** Notes the images of articles that were left without because their reader wanted none; answers how many. */
export function resumeImages(db: WritableDb, at: number): number {
  return db.run(
    `INSERT OR IGNORE INTO article_work (article_id, feed_id, kind, next_try_at)
     SELECT id, feed_id, 'images', ? FROM articles WHERE offline = 'partial' AND json_extract(offline_reason, '$.why') = 'images-off'`,
    at,
  ).changes;
}

export function finishWork(db: WritableDb, articleId: ArticleId): void {
  db.run('DELETE FROM article_work WHERE article_id = ?', articleId);
}

/** Puts work off after a failure. */
export function postponeWork(db: WritableDb, articleId: ArticleId, kind: WorkKind, nextTryAt: number): void {
  db.run('UPDATE article_work SET kind = ?, attempts = attempts + 1, next_try_at = ? WHERE article_id = ?', kind, nextTryAt, articleId);
}

/** Puts work off with no failure to count. */
export function deferWork(db: WritableDb, articleId: ArticleId, nextTryAt: number): void {
  db.run('UPDATE article_work SET next_try_at = ? WHERE article_id = ?', nextTryAt, articleId);
}

/** Says why an article is not complete, without touching its content. */
export function setOfflineReason(db: WritableDb, articleId: ArticleId, reason: OfflineReason): void {
  db.run('UPDATE articles SET offline_reason = ? WHERE id = ?', JSON.stringify(reason), articleId);
}
