import type { ArticleView } from '../../../contract/domain/article.ts';
import { currentLayout, setSidebarOpen } from '../../app/layout.ts';
import { openView } from '../articles/list-store.ts';
import { closeArticle } from '../reader/reader-store.ts';
import { clearSearch } from '../search/search-store.ts';

/** Shows a view, and leaves the search if there is one. */
export function goToView(view: ArticleView): void {
  clearSearch();
  setSidebarOpen(false);
  if (currentLayout().panes === 1) closeArticle();
  void openView(view);
}
