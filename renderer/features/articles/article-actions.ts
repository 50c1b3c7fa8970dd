import type { ArticleId, ArticleView, StatusChange } from '../../../contract/domain/article.ts';
import type { Done } from '../../../contract/domain/organising.ts';
import { api } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { inBackground } from '../../app/report.ts';
import { offerUndo } from '../../app/undo-stack.ts';
import { currentI18n } from '../../i18n/index.ts';
import { refreshFeeds } from '../feeds/feeds-store.ts';
import { currentList } from './list-store.ts';
import { changeSummaries, refreshSummaries, summaryOf, type RowChange } from './summary-cache.ts';

/** What a row shows after a change of status: what is archived is read, and waits for nothing. */
function rowAfter(change: StatusChange): RowChange {
  if (change.isArchived === true) return { isQueued: false, snoozedUntil: null, isRead: true, ...change };
  return change.isQueued === true ? { isArchived: false, ...change } : change;
}

/** Changes the status of articles: at once on screen, then in the library; what the library refuses is taken back. */
export async function mark(ids: readonly ArticleId[], change: StatusChange): Promise<Done> {
  changeSummaries(ids, rowAfter(change));
  try {
    return await api.articles.mark({ ids, change });
  } catch (thrown) {
    refreshSummaries(ids);
    throw thrown;
  } finally {
    refreshFeeds();
  }
}

async function markQuietly(ids: readonly ArticleId[], change: StatusChange): Promise<void> {
  offerUndo(null, await mark(ids, change));
}

export function toggleRead(id: ArticleId): void {
  const row = summaryOf(id);
  if (row !== undefined) inBackground(markQuietly([id], { isRead: !row.isRead }));
}

export function toggleStar(id: ArticleId): void {
  const row = summaryOf(id);
  if (row !== undefined) inBackground(markQuietly([id], { isStarred: !row.isStarred }));
}

/** Marks what a view shows read, all of it or what is older than a moment; articles that arrived since it was read stay unread. */
export async function markViewRead(view: ArticleView, olderThan: number | null = null): Promise<void> {
  const { t } = currentI18n();
  const limits = olderThan === null ? {} : { olderThan };
  const { ids, undo } = await api.articles.markViewRead({ view, before: currentList().readAt, ...limits });
  if (ids.length === 0) {
    notify(t.list.nothingToMark);
    return;
  }
  changeSummaries(ids, { isRead: true });
  refreshFeeds();
  offerUndo(t.list.markedRead(ids.length), { undo });
}
