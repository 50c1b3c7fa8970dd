import type { ArticleId, ArticleView, StatusChange } from '../../../contract/domain/article.ts';
import { api } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { inBackground } from '../../app/report.ts';
import { currentI18n } from '../../i18n/index.ts';
import { refreshFeeds } from '../feeds/feeds-store.ts';
import { currentList } from './list-store.ts';
import { changeSummaries, refreshSummaries, summaryOf } from './summary-cache.ts';

/** Changes the status of articles: at once on screen, then in the library; what the library refuses is taken back. */
export async function mark(ids: readonly ArticleId[], change: StatusChange): Promise<void> {
  changeSummaries(ids, change);
  try {
    await api.articles.mark({ ids, change });
  } catch (thrown) {
    refreshSummaries(ids);
    throw thrown;
  } finally {
    refreshFeeds();
  }
}

export function toggleRead(id: ArticleId): void {
  const row = summaryOf(id);
  if (row !== undefined) inBackground(mark([id], { isRead: !row.isRead }));
}

export function toggleStar(id: ArticleId): void {
  const row = summaryOf(id);
  if (row !== undefined) inBackground(mark([id], { isStarred: !row.isStarred }));
}

/** Marks what a view shows read; articles that arrived since it was read stay unread. Can be undone. */
export async function markViewRead(view: ArticleView): Promise<void> {
  const { t } = currentI18n();
  const { ids } = await api.articles.markViewRead({ view, before: currentList().readAt });
  if (ids.length === 0) {
    notify(t.list.nothingToMark);
    return;
  }
  changeSummaries(ids, { isRead: true });
  refreshFeeds();
  const undo = (): void => inBackground(mark(ids, { isRead: false }));
  notify(t.list.markedRead(ids.length), 'quiet', { label: t.app.undo, run: undo });
}
