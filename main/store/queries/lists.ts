import type { ArticleId, ArticleSummary, ArticleView } from '../../../contract/domain/article.ts';
import type { LibraryCounts } from '../../../contract/domain/library.ts';
import type { ListDay, ListOrder } from '../../../contract/domain/organising.ts';
import { assertNever } from '../../../contract/domain/result.ts';
import type { ReadableDb, SqlValue } from '../connection.ts';
import { getArticleSummaries } from './articles.ts';
import { FEEDS_INSIDE } from './folders.ts';
import { daysOf } from './list-days.ts';

/** A view as SQL. */
interface ViewSql {
  /** After `SELECT <id or time>`: which rows, and in which order where `order` is `own`. */
  readonly from: string;
  readonly id: string;
  readonly params: readonly SqlValue[];
  /** `own`: the query answers newest first, by one index. `date`: it answers in any order, and is put into that of dates. */
  readonly order: 'own' | 'date';
  /** The time by which it is ordered; null where that is no article's date. */
  readonly time: string | null;
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
      return { from: `FROM article_status WHERE ${CONDITIONS[view.kind]} ORDER BY sort_at DESC, article_id DESC`, id: 'article_id', params: [], order: 'own', time: 'sort_at' };
    case 'queue':
    case 'snoozed':
    case 'bin':
      return { from: `FROM article_status WHERE ${CONDITIONS[view.kind]} ORDER BY ${OWN_ORDERS[view.kind]}`, id: 'article_id', params: [], order: 'own', time: null };
    case 'feed':
      return {
        from: `FROM feed_entries e CROSS JOIN article_status s ON s.article_id = e.article_id
               WHERE e.feed_id = ? AND ${IS_VISIBLE} ORDER BY e.sort_at DESC, e.article_id DESC`,
        id: 'e.article_id',
        params: [view.feedId],
        order: 'own',
        time: 'e.sort_at',
      };
    case 'folder':
      return {
        // A story that a paper of another folder leads is shown here by those who tell it here.
        from: `FROM feed_entries e CROSS JOIN article_status s ON s.article_id = e.article_id WHERE e.feed_id IN (${FEEDS_INSIDE}) AND ${IS_VISIBLE}
                 AND NOT EXISTS (SELECT 1 FROM feed_entries l WHERE l.article_id = s.led_by AND l.feed_id IN (${FEEDS_INSIDE}))`,
        id: 'e.article_id',
        params: [view.folderId, view.folderId],
        order: 'date',
        time: 'published_at',
      };
    case 'tag':
      return {
        from: `FROM article_tags x CROSS JOIN article_status s ON s.article_id = x.article_id WHERE x.tag_id = ? AND ${IS_VISIBLE}`,
        id: 'x.article_id',
        params: [view.tagId],
        order: 'date',
        time: 'published_at',
      };
    default:
      return assertNever(view);
  }
}

/** Articles by date and by length; both are read from an index alone. */
const BY_DATE = 'FROM articles ORDER BY published_at DESC, id DESC';
const BY_LENGTH = 'FROM articles ORDER BY word_count DESC, id DESC';

/** A list in its order, with the time of each article where it is in the order of dates. */
interface Dated {
  readonly ids: readonly ArticleId[];
  readonly times: readonly number[] | null;
}

/** Keeps those places of a list that `is` true. */
function where({ ids, times }: Dated, is: (id: ArticleId, at: number) => boolean): Dated {
  return { ids: ids.filter(is), times: times?.filter((_, at) => is(ids[at] ?? 0, at)) ?? null };
}

/** Puts ids into the order of an index, each once: quicker than to have them sorted, and steady in time. */
function inOrderOf(db: ReadableDb, index: string, wanted: ReadonlySet<ArticleId>): ArticleId[] {
  return wanted.size === 0 ? [] : db.column<ArticleId>(`SELECT id ${index}`).filter((id) => wanted.has(id));
}

function newestFirst(db: ReadableDb, { from, id, params, order, time }: ViewSql, isDated: boolean): Dated {
  const rows = (column: string): number[] => db.column<number>(`SELECT ${column} ${from}`, ...params);
  const ids = rows(id);
  if (order === 'own') {
    const times = isDated && time !== null ? rows(time) : null;
    // Two entries of a feed may be one article: with the same date they stand side by side.
    return where({ ids, times }, (article, at) => article !== ids[at - 1]);
  }
  const wanted = new Set(ids);
  if (!isDated || wanted.size === 0) return { ids: inOrderOf(db, BY_DATE, wanted), times: null };
  const dated = { ids: db.column<ArticleId>(`SELECT id ${BY_DATE}`), times: db.column<number>(`SELECT published_at ${BY_DATE}`) };
  return where(dated, (article) => wanted.has(article));
}

function sorted(db: ReadableDb, view: ArticleView, { sort, unreadFirst }: ListOrder, isDated: boolean): Dated {
  const newest = newestFirst(db, viewSql(view), isDated && sort !== 'longest' && !unreadFirst);
  const inOrder = sort === 'newest' ? newest : sort === 'oldest' ? { ids: newest.ids.toReversed(), times: newest.times?.toReversed() ?? null } : { ids: inOrderOf(db, BY_LENGTH, new Set(newest.ids)), times: null };
  if (!unreadFirst) return inOrder;
  const unread = new Set(db.column<ArticleId>('SELECT article_id FROM article_status WHERE is_read = 0'));
  return { ids: [...inOrder.ids.filter((id) => unread.has(id)), ...inOrder.ids.filter((id) => !unread.has(id))], times: null };
}

const NEWEST: ListOrder = { sort: 'newest', unreadFirst: false };

/** Every article of a view. */
export function listArticleIds(db: ReadableDb, view: ArticleView, order: ListOrder = NEWEST): Uint32Array {
  return Uint32Array.from(sorted(db, view, order, false).ids);
}

/** Every article of a view, and the days that the list runs through; null where its order is not that of dates. */
export function listWithDays(db: ReadableDb, view: ArticleView, order: ListOrder = NEWEST): { readonly ids: Uint32Array; readonly days: readonly ListDay[] | null } {
  const { ids, times } = sorted(db, view, order, true);
  return { ids: Uint32Array.from(ids), days: times === null ? null : daysOf(times) };
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
