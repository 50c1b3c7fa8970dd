import { currentLayout } from '../../app/layout.ts';
import { currentList, listFilled } from '../articles/list-store.ts';
import { currentFeeds, loadFeeds } from '../feeds/feeds-store.ts';
import { currentReader, openArticle } from '../reader/reader-store.ts';

/** Whether nobody has used this library yet: no source is followed, and nothing was read or starred. */
function isNew(): boolean {
  const { feeds, counts } = currentFeeds();
  return feeds.length === 0 && counts.unread === counts.all && counts.starred === 0 && currentReader().openId === null;
}

/**
 * Opens the first starter article at the very first start, where it has a pane of its own beside the list. The starter articles
 * may still be on their way into a new library when its window is there.
 */
export async function greet(): Promise<void> {
  if (!isNew()) return;
  await listFilled();
  await loadFeeds();
  const [first] = currentList().ids;
  if (first !== undefined && isNew() && currentLayout().panes > 1) openArticle(first);
}
