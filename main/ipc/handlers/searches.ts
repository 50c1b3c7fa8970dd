import type { SearchingContract } from '../../../contract/ipc/searching-contract.ts';
import {
  addSavedSearch, arrangeSavedSearches, changeSavedSearch, forgetRecentSearches, getSettings, listRecentSearches, listSavedSearches, rememberSearch, removeSavedSearch,
} from '../../store/index.ts';
import type { Library } from '../../sync/open-library.ts';
import type { UndoLog } from '../undo-log.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';

type SearchesHandlers = Pick<LibraryHandlers, Exclude<keyof SearchingContract, `rules:${string}`>>;

const MOST_SUGGESTIONS = 8;
const MOST_RECENT = 8;

export function searchesHandlers(library: Library, undoLog: UndoLog): SearchesHandlers {
  const { read, write } = library.store;
  const tell = (): void => library.emit('searches:changed', listSavedSearches(write));
  return {
    'search:suggest': ({ text }) => library.search.suggest(text, MOST_SUGGESTIONS),
    'search:countFacets': async ({ query }) => {
      const { facets } = await library.search.query({ query, limit: 1, offset: 0, withFacets: true });
      return facets ?? { feeds: [], months: [], tags: [] };
    },
    'searches:list': () => listSavedSearches(read),
    'searches:count': async () => {
      const searches = listSavedSearches(read);
      const counts = await library.search.counts(searches.map(({ query }) => query));
      return searches.map(({ id }, at) => ({ id, total: 0, unread: 0, ...counts[at] }));
    },
    'searches:add': ({ name, query }) => {
      const added = addSavedSearch(write, name, query);
      tell();
      return added;
    },
    'searches:change': ({ id, change }) => {
      changeSavedSearch(write, id, change);
      tell();
    },
    'searches:remove': ({ id }) => {
      const takeBack = removeSavedSearch(write, id);
      tell();
      return undoLog.add(takeBack === null ? null : (db) => {
        takeBack(db);
        tell();
      });
    },
    'searches:arrange': ({ ids }) => {
      arrangeSavedSearches(write, ids);
      tell();
    },
    'searches:listRecent': () => listRecentSearches(read, MOST_RECENT),
    'searches:remember': ({ query }) => {
      if (getSettings(read).rememberSearches) rememberSearch(write, query, Date.now());
    },
    'searches:forgetRecent': () => forgetRecentSearches(write),
  };
}
