import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { EventName } from '../../contract/ipc/contract.ts';
import { DocbaoError, toReaderError } from '../../contract/domain/result.ts';
import type { Language } from '../../contract/words/index.ts';
import { firstHandlers, readFirstView } from '../ipc/handlers/first-view.ts';
import type { LibraryHandlers } from '../ipc/worker-rpc.ts';
import { createRpcServer } from '../ipc/worker-rpc.ts';
import { openStore, type Store } from '../store/index.ts';
import type { LibraryListener } from '../sync/context.ts';
import type { Library } from '../sync/open-library.ts';
import { awaitsStarter } from '../sync/starter-mark.ts';

interface Start {
  readonly libraryFolder: string;
  readonly resourcesFolder: string;
  readonly language: Language;
}

/** What syncs and searches is loaded so long after the first list was answered: the window paints it undisturbed. */
const AFTER_FIRST_LIST_MS = 700;
/** It is loaded by then in any case, in milliseconds: there may be no window. */
const AT_LAST_MS = 4_000;

/** Whether and when what is not needed for the first list is loaded. */
class Whole {
  /** False where Docbao closes first. */
  readonly isWanted: Promise<boolean>;
  #settle: (isWanted: boolean) => void = () => undefined;

  constructor() {
    this.isWanted = new Promise((resolve) => {
      this.#settle = resolve;
    });
    setTimeout(() => this.want(), AT_LAST_MS).unref();
  }

  want(): void {
    this.#settle(true);
  }

  wantSoon(): void {
    setTimeout(() => this.want(), AFTER_FIRST_LIST_MS).unref();
  }

  giveUp(): void {
    this.#settle(false);
  }
}

/** Answers until the library is whole: what the first view shows is read at once, while the window is still being made. */
function earlyHandlers(store: Store, whole: Whole): Partial<LibraryHandlers> {
  if (awaitsStarter(store.read)) {
    whole.want();
    return {};
  }
  const version = store.dataVersion();
  const view = readFirstView(store.read);
  return {
    ...firstHandlers(store, { buildDocument: async (...parts) => (await import('./article-document.ts')).buildArticleDocument(...parts) }),
    'library:getFirstView': () => {
      whole.wantSoon();
      // Until the library is whole nothing in this process writes; another one may have.
      return store.dataVersion() === version ? view : readFirstView(store.read);
    },
  };
}

/** The rest of the library: the code that syncs and searches is loaded only here. Null where Docbao closes before it is wanted. */
async function openWhole(start: Start, store: Store, whole: Whole, onEvent: LibraryListener): Promise<Library | null> {
  const { libraryFolder: folder, resourcesFolder, language } = start;
  if (!(await whole.isWanted)) {
    store.close();
    return null;
  }
  const { openLibrary } = await import('../sync/open-library.ts');
  return openLibrary({ folder, store, starter: { resourcesFolder, language }, isScheduled: true, onEvent });
}

async function handlersOf(library: Library | null, { libraryFolder, resourcesFolder }: Start): Promise<LibraryHandlers> {
  if (library === null) throw new DocbaoError('cancelled', 'Docbao is closing');
  const { createLibraryHandlers } = await import('../ipc/handlers/index.ts');
  const { buildArticleDocument, buildPageDocument } = await import('./article-document.ts');
  const { assetReader, buildArticleFile } = await import('./article-file.ts');
  const readAsset = assetReader(join(libraryFolder, 'assets'));
  return createLibraryHandlers(library, {
    resourcesFolder,
    buildDocument: buildArticleDocument,
    buildPageDocument,
    buildFile: (article, language) => buildArticleFile(article, language, readAsset),
  });
}

/**
 * The thread that owns the library: it opens it, answers the windows' requests and runs the syncs, so that the main
 * thread never waits for a disk. It knows nothing of Electron.
 */
async function run(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('library-worker.ts runs in a worker thread only');
  // The main thread's own words (library-client.ts).
  const start = workerData as Start;
  let tell: LibraryListener = () => undefined;
  const whole = new Whole();
  const store = new Promise<Store>((resolve) => resolve(openStore(start.libraryFolder)));
  const early = await store.then((opened) => earlyHandlers(opened, whole)).catch(() => ({}));
  const library = store.then((opened) => openWhole(start, opened, whole, (name, event) => tell(name, event)));
  const handlers = library.then((opened) => handlersOf(opened, start));
  const close = async (): Promise<void> => {
    whole.giveUp();
    await library.then((opened) => opened?.close()).catch(() => undefined);
    server.tellClosed();
    port.close();
  };
  const server = createRpcServer(port, { handlers, early, onClose: () => void close(), onWaiting: () => whole.want() });
  tell = (name, event) => server.sendEvent<EventName>(name, event);
  try {
    if ((await library) !== null) server.tellOpened();
  } catch (error) {
    server.tellNotOpened(toReaderError(error));
  }
}

void run();
