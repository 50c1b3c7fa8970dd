import { clearSelection, currentSelection } from '../../features/articles/selection-store.ts';
import { closeCard, currentHighlights } from '../../features/highlights/highlight-store.ts';
import { closeFind } from '../../features/reader/find-store.ts';
import { closeArticle, currentReader, leaveSearch } from '../../features/reader/reader-store.ts';
import { currentSearch } from '../../features/search/search-store.ts';
import { closeWelcome } from '../../features/welcome/welcome-store.ts';
import { currentLayout, setFocused, setSidebarOpen } from '../layout.ts';

/** What Esc does: it leaves what was entered last. False where there is nothing to leave. */
export function leave(): boolean {
  if (currentLayout().isSidebarOpen) {
    setSidebarOpen(false);
    return true;
  }
  if (currentSelection().ids.size > 0) {
    clearSelection();
    return true;
  }
  if (currentHighlights().card !== null) {
    closeCard();
    return true;
  }
  if (currentReader().marking?.kind === 'find') {
    closeFind();
    return true;
  }
  if (currentLayout().isFocused) {
    setFocused(false);
    return true;
  }
  if (currentLayout().panes === 1 && currentReader().openId !== null) {
    closeArticle();
    return true;
  }
  if (currentLayout().panes === 1 && closeWelcome()) return true;
  if (currentSearch().text === '' && currentReader().marking === null) return false;
  leaveSearch();
  return true;
}
