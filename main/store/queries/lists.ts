import type { ArticleId, ArticleSummary, ArticleView } from '../../../contract/domain/article.ts';
import type { LibraryCounts } from '../../../contract/domain/library.ts';
import type { ListDay, ListOrder } from '../../../contract/domain/organising.ts';
import { assertNever } from '../../../contract/domain/result.ts';
import type { ReadableDb, SqlValue } from '../connection.ts';
import { getArticleSummaries } from './articles.ts';
import { FEEDS_INSIDE } from './folders.ts';
import { daysOf, startOfDay } from './list-days.ts';

/** A view as SQL that selects ids. */
interface ViewSql {
  readonly ids: string;
  readonly params: readonly SqlValue[];
  /** `own`: the query answers them newest first, by one index. `date`: they come in any order and are put into that of dates. */
  readonly order: 'own' | 'date';
  /** Where the time stands by which the list is ordered; null where it is no article's date. */
  readonly time: 'status' | 'article' | null;
}

/** Not in the bin, not snoozed, and not told by another article that stands for the same story; word for word as in the partial indexes. */
const IS_LISTED = 'deleted_at IS NULL AND snoozed_until IS NULL AND led_by IS NULL';
/** What a feed or a tag shows, of `article_status s`: of a story it shows every article. */
const IS_VISIBLE = 's.deleted_at IS NULL AND s.snoozed_until IS NULL';

/** The library's own views: each is one partial index of `article_status`. */
const CONDITIONS = {
  all: IS_LISTED,
  unread: `is_read = 0 AND ${IS_LISTED}`,
  starred: 'is_starred = 1 AND deleted_at IS NULL',
  archived: 'is_archived = 1 AND deleted_at IS NULL',
  queue: 'queued_at IS NOT NULL AND deleted_at IS NULL AND snoozed_until IS NULL',
  snoozed: 'snoozed_until IS NOT NULL AND deleted_at IS NULL',
  bin: 'deleted_at IS NOT NULL',
} as const;

const OWN_ORDERS = { queue: 'queued_at DESC, article_id DESC', snoozed: 'snoozed_until, article_id', bin: 'deleted_at DESC, article_id DESC' } as const;

function viewSql(view: ArticleView): ViewSql {
  switch (view.kind) {
    case 'all':
    case 'unread':
    case 'starred':
    case 'archived':
      return { ids: `SELECT article_id FROM article_status WHERE ${CONDITIONS[view.kind]} ORDER BY sort_at DESC, article_id DESC`, params: [], order: 'own', time: 'status' };
    case 'queue':
    case 'snoozed':
    case 'bin':
      return { ids: `SELECT article_id FROM article_status WHERE ${CONDITIONS[view.kind]} ORDER BY ${OWN_ORDERS[view.kind]}`, params: [], order: 'own', time: null };
    case 'feed':
      return {
        ids: `SELECT e.article_id FROM feed_entries e CROSS JOIN article_status s ON s.article_id = e.article_id
              WHERE e.feed_id = ? AND ${IS_VISIBLE} ORDER BY e.sort_at DESC, e.article_id DESC`,
        params: [view.feedId],
        order: 'own',
        time: 'article',
      };
    case 'folder':
      return {
        // A story that a paper of another folder leads is shown here by those who tell it here.
        ids: `WITH here AS (${FEEDS_INSIDE})
              SELECT e.article_id FROM feed_entries e CROSS JOIN article_status s ON s.article_id = e.article_id
              WHERE e.feed_id IN here AND ${IS_VISIBLE}
                AND NOT EXISTS (SELECT 1 FROM feed_entries l WHERE l.article_id = s.led_by AND l.feed_id IN here)`,
        params: [view.folderId],
        order: 'date',
        time: 'article',
      };
    case 'tag':
      return {
        ids: `SELECT x.article_id FROM article_tags x CROSS JOIN article_status s ON s.article_id = x.article_id WHERE x.tag_id = ? AND ${IS_VISIBLE}`,
        params: [view.tagId],
        order: 'date',
        time: 'article',
      };
    default:
      return assertNever(view);
  }
}

/** Both are read from an index alone. */
const WALKS = {
  date: 'SELECT id FROM articles ORDER BY published_at DESC, id DESC',
  length: 'SELECT id FROM articles ORDER BY word_count DESC, id DESC',
} as const;

/** Puts ids into the order of an index, each once: quicker than to have them sorted, and steady in time. */
function inOrderOf(db: ReadableDb, walk: keyof typeof WALKS, ids: readonly ArticleId[]): ArticleId[] {
  const wanted = new Set(ids);
  if (wanted.size === 0) return [];
  return db.column<ArticleId>(WALKS[walk]).filter((id) => wanted.has(id));
}

function newestFirst(db: ReadableDb, { ids: sql, params, order }: ViewSql): ArticleId[] {
  const ids = db.column<ArticleId>(sql, ...params);
  // Two entries of a feed may be one article: with the same date they stand side by side.
  return order === 'own' ? ids.filter((id, at) => id !== ids[at - 1]) : inOrderOf(db, 'date', ids);
}

function sorted(db: ReadableDb, view: ViewSql, { sort, unreadFirst }: ListOrder): ArticleId[] {
  const newest = newestFirst(db, view);
  const ids = sort === 'newest' ? newest : sort === 'oldest' ? newest.reverse() : inOrderOf(db, 'length', newest);
  if (!unreadFirst) return ids;
  const unread = new Set(db.column<ArticleId>('SELECT article_id FROM article_status WHERE is_read = 0'));
  return [...ids.filter((id) => unread.has(id)), ...ids.filter((id) => !unread.has(id))];
}

const NEWEST: ListOrder = { sort: 'newest', unreadFirst: false };

/** Every article of a view. */
export function listArticleIds(db: ReadableDb, view: ArticleView, order: ListOrder = NEWEST): Uint32Array {
  return Uint32Array.from(sorted(db, viewSql(view), order));
}

const TIMES = {
  status: 'SELECT sort_at FROM article_status WHERE article_id = ?',
  article: 'SELECT published_at FROM articles WHERE id = ?',
} as const;

/** The days that a list of a view runs through; null where its order is not that of dates. */
export function listDays(db: ReadableDb, view: ArticleView, order: ListOrder, ids: Uint32Array): ListDay[] | null {
  const { time } = viewSql(view);
  if (time === null || order.sort === 'longest' || order.unreadFirst) return null;
  return daysOf(ids.length, (at) => startOfDay(db.value<number>(TIMES[time], ids[at] ?? 0) ?? 0));
}

/** A page of a view, newest first, and how many there are in all. */
export function listArticles(db: ReadableDb, view: ArticleView, limit: number, offset: number): { total: number; articles: ArticleSummary[] } {
  const ids = listArticleIds(db, view);
  return { total: ids.length, articles: getArticleSummaries(db, [...ids.subarray(offset, offset + limit)]) };
}

export function countLibrary(db: ReadableDb): LibraryCounts {
  const count = (view: keyof typeof CONDITIONS): number => db.value<number>(`SELECT count(*) FROM article_status WHERE ${CONDITIONS[view]}`) ?? 0;
  return {
    all: count('all'),
    unread: count('unread'),
    starred: count('starred'),
    queue: count('queue'),
    archived: count('archived'),
    snoozed: count('snoozed'),
    bin: count('bin'),
  };
}
