import { goToView } from '../../features/feeds/go-to-view.ts';
import { editCurrentSearch } from '../../features/search/saved-store.ts';
import { focusSearch } from '../../features/search/search-box.tsx';
import { searchCorrected } from '../../features/search/search-store.ts';
import type { Command } from './command.ts';
import { SHELVES } from './organise.ts';

/** Going to a view, and looking for something. */
export const VIEW: readonly Command[] = [
  { id: 'view-all', title: (t) => t.command.viewAll, keys: ['1'], run: () => goToView({ kind: 'all' }) },
  { id: 'view-unread', title: (t) => t.command.viewUnread, keys: ['2'], run: () => goToView({ kind: 'unread' }) },
  { id: 'view-starred', title: (t) => t.command.viewStarred, keys: ['3'], run: () => goToView({ kind: 'starred' }) },
  ...SHELVES,
  { id: 'focus-search', title: (t) => t.command.focusSearch, keys: ['/', 'mod+shift+f'], run: focusSearch },
  { id: 'save-search', title: (t) => t.search.save, keys: ['mod+enter'], run: editCurrentSearch },
  { id: 'search-corrected', title: (t) => t.search.useCorrected, keys: ['mod+shift+enter'], run: searchCorrected },
];
