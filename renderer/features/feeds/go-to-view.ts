import type { ArticleView } from '../../../contract/domain/article.ts';
import { currentLayout, setSidebarOpen } from '../../app/layout.ts';
import { openView } from '../articles/list-store.ts';
import { clearSelection } from '../articles/selection-store.ts';
import { closeArticle, leaveSearch } from '../reader/reader-store.ts';

/** Shows a view, and leaves the search if there is one. */
export function goToView(view: ArticleView): void {
  leaveSearch();
  clearSelection();
  setSidebarOpen(false);
  if (currentLayout().panes === 1) closeArticle();
  void openView(view);
}
