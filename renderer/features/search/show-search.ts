import { currentLayout, setSidebarOpen } from '../../app/layout.ts';
import { closeArticle } from '../reader/reader-store.ts';
import { typeQuery } from './search-store.ts';

/** Shows the results of a query, whatever was shown before. */
export function showSearch(query: string): void {
  setSidebarOpen(false);
  if (currentLayout().panes === 1) closeArticle();
  typeQuery(query);
}
