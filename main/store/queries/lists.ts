import type { ArticleId, ArticleSummary, ArticleView } from '../../../contract/domain/article.ts';
import type { LibraryCounts } from '../../../contract/domain/library.ts';
import { assertNever } from '../../../contract/domain/result.ts';
import type { ReadableDb, SqlValue } from '../connection.ts';
import { getArticleSummaries } from './articles.ts';
import { FEEDS_INSIDE } from './folders.ts';

interface ViewSql {
  /** Selects `id` of every article of the view; each form but a folder's is answered by one index alone. */
  readonly ids: string;
  readonly order: string;
  readonly params: readonly SqlValue[];
}

/** Not in the bin, not snoozed, and not told by another article that stands for the same story; word for word as in the partial indexes. */
const IS_LISTED = 'deleted_at IS NULL AND snoozed_until IS NULL AND led_by IS NULL';

function viewSql(view: ArticleView): ViewSql {
  switch (view.kind) {
    case 'all':
      return { ids: `SELECT article_id FROM article_status WHERE ${IS_LISTED}`, order: 'ORDER BY sort_at DESC, article_id DESC', params: [] };
    case 'unread':
      return { ids: `SELECT article_id FROM article_status WHERE is_read = 0 AND ${IS_LISTED}`, order: 'ORDER BY sort_at DESC, article_id DESC', params: [] };
    case 'starred':
      return { ids: 'SELECT article_id FROM article_status WHERE is_starred = 1 AND deleted_at IS NULL', order: 'ORDER BY sort_at DESC, article_id DESC', params: [] };
    case 'feed':
      return {
        ids: 'SELECT DISTINCT article_id FROM feed_entries WHERE feed_id = ? AND article_id IS NOT NULL',
        order: 'ORDER BY sort_at DESC, article_id DESC',
        params: [view.feedId],
      };
    case 'folder':
      return {
        ids: `SELECT article_id FROM feed_entries WHERE feed_id IN (${FEEDS_INSIDE}) AND article_id IS NOT NULL GROUP BY article_id`,
        order: 'ORDER BY max(sort_at) DESC, article_id DESC',
        params: [view.folderId],
      };
    default:
      return assertNever(view);
  }
}

/** Every article of a view, newest first. */
export function listArticleIds(db: ReadableDb, view: ArticleView): Uint32Array {
  const { ids, order, params } = viewSql(view);
  return Uint32Array.from(db.column<number>(`${ids} ${order}`, ...params));
}

/** A page of a view, newest first, and how many there are in all. */
export function listArticles(db: ReadableDb, view: ArticleView, limit: number, offset: number): { total: number; articles: ArticleSummary[] } {
  const { ids, order, params } = viewSql(view);
  const total = db.value<number>(`SELECT count(*) FROM (${ids})`, ...params) ?? 0;
  const page = db.column<ArticleId>(`${ids} ${order} LIMIT ? OFFSET ?`, ...params, limit, offset);
  return { total, articles: getArticleSummaries(db, page) };
}

export function countLibrary(db: ReadableDb): LibraryCounts {
  return {
    all: db.value<number>(`SELECT count(*) FROM article_status WHERE ${IS_LISTED}`) ?? 0,
    unread: db.value<number>(`SELECT count(*) FROM article_status WHERE is_read = 0 AND ${IS_LISTED}`) ?? 0,
    starred: db.value<number>('SELECT count(*) FROM article_status WHERE is_starred = 1 AND deleted_at IS NULL') ?? 0,
  };
}
