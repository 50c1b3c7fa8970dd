import type { ArticleId, ArticleSummary } from '../../../contract/domain/article.ts';
import { api } from '../../api/client.ts';
import type { MenuItem } from '../../components/menu.tsx';
import { copyLink } from '../../app/copy-link.ts';
import { inBackground } from '../../app/report.ts';
import type { Messages } from '../../../contract/words/messages.ts';
import { markViewRead } from '../articles/article-actions.ts';
import { currentList } from '../articles/list-store.ts';
import { startSelection } from '../articles/selection-store.ts';
import { currentSearch } from '../search/search-store.ts';
import { remove, restore, snooze, toggleArchive, toggleQueue, toggleReadOf, toggleStarOf } from './organise-actions.ts';
import { saveArticle } from '../reader/article-files.ts';
import { openPanel } from './panels.ts';

function linkItems({ id, url }: ArticleSummary, t: Messages): readonly MenuItem[] {
  const inWindow = { label: t.saving.openInWindow, command: 'open-in-window', startsGroup: true, run: () => inBackground(api.app.openWindow({ articleId: id })) };
  const saveHtml = { label: t.share.saveHtml, command: 'save-html', run: () => saveArticle(id) };
  if (url === null) return [inWindow, saveHtml];
  return [
    inWindow,
    { label: t.reader.openOriginal, command: 'open-original', run: () => inBackground(api.app.openExternal({ url })) },
    { label: t.reader.copyLink, run: () => copyLink(url) },
    saveHtml,
  ];
}

function binItems(ids: readonly ArticleId[], t: Messages): readonly MenuItem[] {
  return [
    { label: t.organising.action.restore, startsGroup: true, run: () => restore(ids) },
    { label: t.organising.action.erase, run: () => openPanel({ name: 'erase', ids }) },
  ];
}

function shelfItems(article: ArticleSummary, ids: readonly ArticleId[], t: Messages): readonly MenuItem[] {
  const { action } = t.organising;
  const isSnoozed = article.snoozedUntil !== null;
  return [
    { label: article.isQueued ? action.unqueue : action.queue, command: 'queue', startsGroup: true, run: () => toggleQueue(ids) },
    { label: article.isArchived ? action.unarchive : action.archive, command: 'archive', run: () => toggleArchive(ids) },
    isSnoozed ? { label: action.wake, run: () => snooze(ids, null) } : { label: action.snooze, command: 'snooze', run: () => openPanel({ name: 'snooze', ids }) },
    { label: action.tag, command: 'tag', run: () => openPanel({ name: 'tags', ids }) },
    { label: action.remove, command: 'remove', run: () => remove(ids) },
  ];
}

function listItems(article: ArticleSummary, t: Messages): readonly MenuItem[] {
  const { action } = t.organising;
  const { view } = currentList();
  const select: MenuItem = { label: action.select, startsGroup: true, run: () => startSelection(article.id) };
  // What was found has an order of its own, in which older means nothing.
  if (currentSearch().query !== '') return [select];
  return [
    select,
    { label: action.markOlder, run: () => inBackground(markViewRead(view, article.publishedAt)) },
  ];
}

/** Everything that can be done with articles from their row: `article` is the one under the pointer, `ids` all it is about. */
export function articleMenu(article: ArticleSummary, ids: readonly ArticleId[], t: Messages): readonly MenuItem[] {
  const status: readonly MenuItem[] = [
    { label: article.isRead ? t.reader.markUnread : t.reader.markRead, command: 'toggle-read', run: () => toggleReadOf(ids) },
    { label: article.isStarred ? t.reader.unstar : t.reader.star, command: 'toggle-star', run: () => toggleStarOf(ids) },
  ];
  const shelf = article.deletedAt === null ? shelfItems(article, ids, t) : binItems(ids, t);
  return [...status, ...shelf, ...linkItems(article, t), ...listItems(article, t)];
}
