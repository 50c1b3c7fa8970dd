import { DocbaoError } from '../../../contract/domain/result.ts';
import { getArticleSummaries } from '../../store/index.ts';
import type { Library } from '../../sync/open-library.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';

type SavingHandlers = Pick<LibraryHandlers, 'files:cancel' | 'files:getProgress' | 'files:saveClip' | 'internal:saveFiles'>;

/** Files of the disk and text from elsewhere. Paths come from the main thread alone. */
export function savingHandlers(library: Library): SavingHandlers {
  return {
    'files:cancel': () => library.files.cancel(),
    'files:getProgress': () => library.files.progress(),
    'files:saveClip': async (clip) => {
      const [saved] = getArticleSummaries(library.store.read, [await library.saveClip(clip)]);
      if (saved === undefined) throw new DocbaoError('no-such-item', 'The saved text is not in the library any more');
      return saved;
    },
    'internal:saveFiles': ({ paths }) => library.files.start(paths),
  };
}
