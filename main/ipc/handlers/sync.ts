import type { Library } from '../../sync/open-library.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';

type SyncHandlers = Pick<LibraryHandlers, 'sync:start' | 'sync:cancel' | 'sync:getProgress'>;

export function syncHandlers(library: Library): SyncHandlers {
  return {
    'sync:start': ({ feedId }) => library.sync.start({ feedId }),
    'sync:cancel': () => library.sync.cancel(),
    'sync:getProgress': () => library.sync.progress(),
  };
}
