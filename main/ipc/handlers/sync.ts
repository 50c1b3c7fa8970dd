import type { Library } from '../../sync/open-library.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';

type SyncHandlers = Pick<LibraryHandlers, 'sync:start' | 'sync:cancel' | 'sync:getProgress' | 'internal:setConditions' | 'internal:pauseUntil'>;

export function syncHandlers(library: Library): SyncHandlers {
  return {
    'sync:start': ({ feedId }) => library.sync.start({ feedId }),
    'sync:cancel': () => library.sync.cancel(),
    'internal:setConditions': (conditions) => library.sync.setConditions(conditions),
    'internal:pauseUntil': ({ time }) => library.sync.conditions.pauseUntil(time),
    'sync:getProgress': () => library.sync.progress(),
  };
}
