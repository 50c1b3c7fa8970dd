import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { EventName } from '../../contract/ipc/contract.ts';
import { toReaderError } from '../../contract/domain/result.ts';
import { LANGUAGES } from '../../contract/words/index.ts';
import { createLibraryHandlers } from '../ipc/handlers/index.ts';
import { createRpcServer } from '../ipc/worker-rpc.ts';
import type { LibraryListener } from '../sync/context.ts';
import { openLibrary } from '../sync/open-library.ts';
import { buildArticleDocument, buildPageDocument } from './article-document.ts';

const startSchema = z.object({ libraryFolder: z.string().min(1), resourcesFolder: z.string().min(1), language: z.enum(LANGUAGES) });

/**
 * The thread that owns the library: it opens it, answers the windows' requests and runs the syncs, so that the main
 * thread never waits for a disk. It knows nothing of Electron.
 */
async function run(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('library-worker.ts runs in a worker thread only');
  const { libraryFolder, resourcesFolder, language } = startSchema.parse(workerData);
  let tell: LibraryListener = () => undefined;
  const library = openLibrary({
    folder: libraryFolder,
    starter: { resourcesFolder, language },
    isScheduled: true,
    onEvent: (name, event) => tell(name, event),
  });
  const handlers = library.then((opened) => createLibraryHandlers(opened, { resourcesFolder, buildDocument: buildArticleDocument, buildPageDocument }));
  const close = async (): Promise<void> => {
    await library.then((opened) => opened.close()).catch(() => undefined);
    server.tellClosed();
    port.close();
  };
  const server = createRpcServer(port, handlers, () => void close());
  tell = (name, event) => server.sendEvent<EventName>(name, event);
  try {
    await library;
    server.tellOpened();
  } catch (error) {
    server.tellNotOpened(toReaderError(error));
  }
}

void run();
