import { openArticle } from '../features/reader/reader-store.ts';
import { setFocused } from './layout.ts';

/** In a window that was opened on an article, shows that and nothing else; Esc shows the library around it. */
export function showArticleOfWindow(): void {
  const id = new URLSearchParams(location.search).get('article') ?? '';
  if (!/^[1-9]\d{0,14}$/.test(id)) return;
  openArticle(Number(id));
  setFocused(true);
}
