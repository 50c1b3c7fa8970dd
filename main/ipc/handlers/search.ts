import type { Library } from '../../sync/open-library.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';

type SearchHandlers = Pick<LibraryHandlers, 'search:query'>;

export function searchHandlers(library: Library): SearchHandlers {
  return { 'search:query': (request) => library.search.query(request) };
}
