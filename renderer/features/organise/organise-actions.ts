import type { ArticleId, ArticleSummary, StatusChange } from '../../../contract/domain/article.ts';
import type { Done, TagId } from '../../../contract/domain/organising.ts';
import { api } from '../../api/client.ts';
import { currentLayout } from '../../app/layout.ts';
import { notify } from '../../app/notices.ts';
import { inBackground } from '../../app/report.ts';
import { offerUndo } from '../../app/undo-stack.ts';
import { currentI18n } from '../../i18n/index.ts';
import { mark } from '../articles/article-actions.ts';
import { currentList, hideArticles, reloadList } from '../articles/list-store.ts';
import { clearSelection, currentSelection } from '../articles/selection-store.ts';
import { shownIds } from '../articles/shown-ids.ts';
import { changeSummaries, refreshSummaries, summaryOf, type RowChange } from '../articles/summary-cache.ts';
import { refreshFeeds } from '../feeds/feeds-store.ts';
import { closeArticle, currentReader, openArticle, openHit } from '../reader/reader-store.ts';
import { currentSearch, hideHits } from '../search/search-store.ts';
import { openPanel } from './panels.ts';
import { hidesFrom, type HidingAction } from './hides-from.ts';

/** What an action is about: the chosen articles, else the open one. */
export function targets(): readonly ArticleId[] {
  const { ids } = currentSelection();
  if (ids.size > 0) return [...shownIds()].filter((id) => ids.has(id));
  const { openId } = currentReader();
  return openId === null ? [] : [openId];
}

/** Runs an action with what it is about; false where there is nothing. */
export function withTargets(run: (ids: readonly ArticleId[]) => void): boolean {
  const ids = targets();
  if (ids.length > 0) run(ids);
  return ids.length > 0;
}

/** Whether all of the articles that are known here are so. */
function areAll(ids: readonly ArticleId[], is: (row: ArticleSummary) => boolean): boolean {
  return ids.every((id) => {
    const row = summaryOf(id);
    return row !== undefined && is(row);
  });
}

/** Where articles leave the screen at once when this is done with them; null where they stay. What it does answers the way back. */
function hiding(ids: readonly ArticleId[], name: HidingAction): (() => () => void) | null {
  const ways = [
    ...(hidesFrom(currentList().view, name) ? [hideArticles] : []),
    // Nothing in the bin is found; whatever else is done with an article, it still matches or will do until the search is made again.
    ...(currentSearch().query !== '' && name === 'remove' ? [hideHits] : []),
  ];
  if (ways.length === 0) return null;
  return () => {
    const waysBack = ways.map((hide) => hide(ids));
    return () => waysBack.forEach((putBack) => putBack());
  };
}

/** Takes articles off the screen, and goes on to the next where the one that was read is among them. Answers the way back. */
function leaveScreen(ids: readonly ArticleId[], hide: () => () => void): () => void {
  const { openId } = currentReader();
  const listed = shownIds();
  const isFound = currentSearch().query !== '';
  const show = (id: ArticleId): void => (isFound ? openHit({ id }) : openArticle(id));
  const isOpen = openId !== null && ids.includes(openId);
  const gone = new Set(ids);
  const at = openId === null ? -1 : listed.indexOf(openId);
  const next = [...listed.subarray(at + 1), ...listed.subarray(0, Math.max(0, at)).reverse()].find((id) => !gone.has(id));
  const putBack = hide();
  clearSelection();
  if (isOpen && ids.length === 1 && next !== undefined && currentLayout().panes > 1) show(next);
  else if (isOpen) closeArticle();
  return () => {
    putBack();
    if (isOpen && ids.length === 1) show(openId);
  };
}

interface Action {
  readonly ids: readonly ArticleId[];
  readonly name: HidingAction;
  readonly row: RowChange;
  readonly work: () => Promise<Done>;
  /** What is said of it, with the way back; null where it shows by itself. */
  readonly text: string | null;
}

async function act({ ids, name, row, work, text }: Action): Promise<void> {
  const hide = hiding(ids, name);
  const putBack = hide === null ? undefined : leaveScreen(ids, hide);
  changeSummaries(ids, row);
  try {
    offerUndo(text, await work(), putBack);
  } catch (thrown) {
    putBack?.();
    refreshSummaries(ids);
    throw thrown;
  } finally {
    refreshFeeds();
  }
}

function markAll(ids: readonly ArticleId[], name: HidingAction, change: StatusChange, text: string | null): void {
  inBackground(act({ ids, name, row: {}, work: () => mark(ids, change), text }));
}

export function toggleReadOf(ids: readonly ArticleId[]): void {
  markAll(ids, 'read', { isRead: !areAll(ids, (row) => row.isRead) }, null);
}

export function toggleStarOf(ids: readonly ArticleId[]): void {
  markAll(ids, 'star', { isStarred: !areAll(ids, (row) => row.isStarred) }, null);
}

export function toggleArchive(ids: readonly ArticleId[]): void {
  const { t } = currentI18n();
  const isArchived = !areAll(ids, (row) => row.isArchived);
  const text = isArchived ? t.organising.archived(ids.length) : t.organising.unarchived(ids.length);
  markAll(ids, isArchived ? 'archive' : 'unarchive', { isArchived }, text);
}

export function toggleQueue(ids: readonly ArticleId[]): void {
  const { t } = currentI18n();
  const isQueued = !areAll(ids, (row) => row.isQueued);
  const text = isQueued ? t.organising.queued(ids.length) : t.organising.unqueued(ids.length);
  markAll(ids, isQueued ? 'queue' : 'unqueue', { isQueued }, text);
}

export function snooze(ids: readonly ArticleId[], until: number | null): void {
  const { t, format } = currentI18n();
  const text = until === null ? t.organising.woken(ids.length) : t.organising.snoozed(ids.length, format.moment(until));
  inBackground(act({ ids, name: until === null ? 'wake' : 'snooze', row: { snoozedUntil: until }, work: () => api.articles.snooze({ ids, until }), text }));
}

/** Puts articles in the bin; those that are there already are erased, after asking. */
export function remove(ids: readonly ArticleId[]): void {
  if (currentList().view.kind === 'bin' && currentSearch().query === '') {
    openPanel({ name: 'erase', ids });
    return;
  }
  const text = currentI18n().t.organising.removed(ids.length);
  inBackground(act({ ids, name: 'remove', row: { deletedAt: Date.now() }, work: () => api.articles.remove({ ids }), text }));
}

export function restore(ids: readonly ArticleId[]): void {
  const text = currentI18n().t.organising.restored(ids.length);
  inBackground(act({ ids, name: 'restore', row: { deletedAt: null }, work: () => api.articles.restore({ ids }), text }));
}

/** Removes articles of the bin for ever: some, or all of them (null). */
export async function erase(ids: readonly ArticleId[] | null): Promise<void> {
  const { openId } = currentReader();
  if (openId !== null && (ids?.includes(openId) ?? summaryOf(openId)?.deletedAt !== null)) closeArticle();
  clearSelection();
  const { erased } = await api.articles.erase({ ids });
  refreshFeeds();
  await reloadList();
  notify(currentI18n().t.organising.erased(erased));
}

/** Puts tags on articles, and takes others off; `text` says so, where it does not show by itself. */
export async function setTags(ids: readonly ArticleId[], add: readonly TagId[], off: readonly TagId[], text: string | null): Promise<void> {
  const { view } = currentList();
  const putBack = view.kind === 'tag' && off.includes(view.tagId) ? hideArticles(ids) : undefined;
  const done = await api.articles.setTags({ ids, add, remove: off });
  refreshSummaries(ids);
  refreshFeeds();
  offerUndo(text, done, putBack);
}
