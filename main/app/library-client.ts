import { Worker } from 'node:worker_threads';
import type { IpcEvents, EventName } from '../../contract/ipc/contract.ts';
import type { ReaderError, Result } from '../../contract/domain/result.ts';
import type { Language } from '../../contract/words/index.ts';
import type { CallRequest, CallResponse, LibraryCall, LibraryChannel, RpcClient } from '../ipc/worker-rpc.ts';
import { createRpcClient } from '../ipc/worker-rpc.ts';
import type { Log } from './log.ts';

/** How often a worker that dies is started again within `RESTART_WINDOW_MS`, before Docbao gives up and says so. */
const MOST_RESTARTS = 3;
const RESTART_WINDOW_MS = 60_000;

export interface LibraryClientOptions {
  readonly workerUrl: URL;
  readonly libraryFolder: string;
  readonly resourcesFolder: string;
  /** The starter articles in this language come first. */
  readonly language: Language;
  readonly log: Log;
  /** The library is whole: at the start, and again after each restart. */
  onOpened(): void;
  onEvent<E extends EventName>(name: E, payload: IpcEvents[E]): void;
}

export interface LibraryClient {
  call<C extends LibraryCall>(call: C, request: CallRequest<C>): Promise<Result<CallResponse<C>>>;
  forward(channel: LibraryChannel, request: unknown): Promise<Result<unknown>>;
  /** Lets the worker finish its transaction and close the library; ends it after `graceMs` in any case. */
  close(graceMs: number): Promise<void>;
}

const GONE: ReaderError = { kind: 'internal', message: 'The library stopped in the middle of this; it is being opened again' };
const LOST: ReaderError = { kind: 'internal', message: 'The library stops again and again; restart Docbao' };
const CLOSED: ReaderError = { kind: 'cancelled', message: 'Docbao is closing' };

/** Runs the library's worker thread, starts it again when it dies, and tells the windows. */
export function startLibraryClient(options: LibraryClientOptions): LibraryClient {
  return new WorkerLibraryClient(options);
}

class WorkerLibraryClient implements LibraryClient {
  readonly #options: LibraryClientOptions;
  readonly #starts: number[] = [];
  #worker: Worker | null = null;
  #rpc: RpcClient | null = null;
  #isClosing = false;

  constructor(options: LibraryClientOptions) {
    this.#options = options;
    this.#start();
  }

  async call<C extends LibraryCall>(call: C, request: CallRequest<C>): Promise<Result<CallResponse<C>>> {
    if (this.#isClosing) return { ok: false, error: CLOSED };
    if (this.#rpc === null) return { ok: false, error: LOST };
    return this.#rpc.call(call, request);
  }

  async forward(channel: LibraryChannel, request: unknown): Promise<Result<unknown>> {
    if (this.#isClosing) return { ok: false, error: CLOSED };
    if (this.#rpc === null) return { ok: false, error: LOST };
    return this.#rpc.forward(channel, request);
  }

  async close(graceMs: number): Promise<void> {
    this.#isClosing = true;
    const worker = this.#worker;
    if (worker === null) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, graceMs);
      worker.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      this.#rpc?.requestClose();
    });
    await worker.terminate();
  }

  #start(): void {
    const { workerUrl, libraryFolder, resourcesFolder, language, log } = this.#options;
    this.#starts.push(Date.now());
    const worker = new Worker(workerUrl, { workerData: { libraryFolder, resourcesFolder, language }, name: 'docbao-library' });
    this.#worker = worker;
    this.#rpc = createRpcClient(worker, {
      onOpened: () => {
        log.write('info', 'library opened');
        this.#options.onOpened();
      },
      onNotOpened: (error) => {
        log.write('error', 'library not opened', { kind: error.kind, message: error.message });
        this.#options.onEvent('app:problem', error);
      },
      onClosed: () => log.write('info', 'library closed'),
      onEvent: (name, payload) => this.#options.onEvent(name, payload),
    });
    worker.on('error', (error: Error) => log.write('error', 'library worker failed', { message: String(error.stack ?? error) }));
    worker.once('exit', (code) => this.#ended(code));
  }

  #ended(code: number): void {
    this.#rpc?.abandon(this.#isClosing ? CLOSED : GONE);
    this.#rpc = null;
    this.#worker = null;
    if (this.#isClosing) return;
    this.#options.log.write('error', 'library worker ended', { code });
    const recent = this.#starts.filter((at) => at > Date.now() - RESTART_WINDOW_MS).length;
    this.#options.onEvent('app:problem', recent > MOST_RESTARTS ? LOST : GONE);
    if (recent <= MOST_RESTARTS) this.#start();
  }
}
