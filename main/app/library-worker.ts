import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { toReaderError } from '../../contract/domain/result.ts';
import { createLibraryHandlers } from '../ipc/handlers/index.ts';
import { createRpcServer } from '../ipc/worker-rpc.ts';
import { openLibrary } from '../sync/open-library.ts';
import { buildArticleDocument } from './article-document.ts';

/**
 * The thread that owns the library: it opens it, answers the windows' requests and runs the syncs, so that the main
 * thread never waits for a disk. It knows nothing of Electron.
 */
function run(): void {
  const port = parentPort;
  if (port === null) throw new Error('library-worker.ts runs in a worker thread only');
  const { libraryFolder } = z.object({ libraryFolder: z.string().min(1) }).parse(workerData);
  const library = openLibrary({ folder: libraryFolder });
  const handlers = library.then((opened) => createLibraryHandlers(opened, buildArticleDocument));
  const server = createRpcServer(port, handlers, () => {
    void library
      .then((opened) => opened.close())
      .catch(() => undefined)
      .finally(() => {
        server.tellClosed();
        port.close();
      });
  });
  library.then(
    (opened) => {
      opened.subscribe((name, payload) => server.sendEvent(name, payload));
      server.tellOpened();
    },
    (error: unknown) => server.tellNotOpened(toReaderError(error)),
  );
}

run();
