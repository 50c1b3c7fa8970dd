import type { Library } from '../../sync/open-library.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';

type EnclosureHandlers = Pick<LibraryHandlers, 'enclosures:download' | 'enclosures:cancel'>;

export function enclosureHandlers({ enclosures }: Library): EnclosureHandlers {
  return {
    'enclosures:download': (at) => enclosures.download(at),
    'enclosures:cancel': (at) => enclosures.cancel(at),
  };
}
