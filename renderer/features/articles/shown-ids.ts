import { currentSearch, hitIds } from '../search/search-store.ts';
import { currentList } from './list-store.ts';

/** The articles on screen, in their order: what was found while a search is shown, the list otherwise. */
export function shownIds(): Uint32Array {
  return currentSearch().query === '' ? currentList().ids : hitIds();
}
