import type { Library } from '../../sync/open-library.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';

/** How many related articles are offered. */
const MOST_RELATED = 8;

type SearchHandlers = Pick<LibraryHandlers, 'search:query' | 'search:listIds' | 'search:listRelated'>;

export function searchHandlers(library: Library): SearchHandlers {
  return {
    'search:query': (request) => (request.offset === 0 && request.withFacets !== true ? library.search.queryAsTyped(request) : library.search.query(request)),
    'search:listIds': ({ query }) => library.search.ids(query),
    'search:listRelated': ({ id }) => library.search.related(id, MOST_RELATED),
  };
}
