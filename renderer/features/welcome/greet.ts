import { currentLayout } from '../../app/layout.ts';
import { currentList } from '../articles/list-store.ts';
import { currentFeeds } from '../feeds/feeds-store.ts';
import { openArticle } from '../reader/reader-store.ts';

/** Whether nobody has used this library yet: no source is followed, and nothing was read or starred. */
function isNew(): boolean {
  const { feeds, counts } = currentFeeds();
  return feeds.length === 0 && counts.all > 0 && counts.unread === counts.all && counts.starred === 0;
}

/** Opens the first starter article at the very first start, where it has a pane of its own beside the list. */
export function greet(): void {
  const [first] = currentList().ids;
  if (first !== undefined && isNew() && currentLayout().panes > 1) openArticle(first);
}
