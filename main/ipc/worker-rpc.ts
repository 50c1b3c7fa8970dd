import { CHANNELS } from '../../contract/ipc/channels.ts';
import type { Channel, EventName, IpcEvents, RequestOf, ResponseOf } from '../../contract/ipc/contract.ts';
import type { Conditions } from '../../contract/domain/background.ts';
import type { FileImportOutcome } from '../../contract/domain/file-import.ts';
import type { ReaderError, Result } from '../../contract/domain/result.ts';
import { fail, toReaderError } from '../../contract/domain/result.ts';
import type { ThemeChoice } from '../../contract/domain/library.ts';
import type { Language } from '../../contract/words/index.ts';
import { validRequest } from './validate.ts';
import { readFromWorker, readToWorker, type FromWorker, type ToWorker } from './worker-messages.ts';

/** Channels that the main thread answers itself; all others belong to the library's worker. */
export const MAIN_CHANNELS = ['app:getInfo', 'app:openExternal', 'app:openFile', 'app:saveTextFile', 'app:setMenu', 'app:act', 'app:openWindow', 'app:reveal', 'files:saveDropped', 'files:choose', 'files:saveClipboard', 'files:saveArticle', 'files:dragArticle', 'app:share'] as const;
export type MainChannel = (typeof MAIN_CHANNELS)[number];
export type LibraryChannel = Exclude<Channel, MainChannel>;

/** `system` is settled before an article is served. */
type ShownTheme = Exclude<ThemeChoice, 'system'>;

/** What only the main thread asks of the library, beyond the windows' contract. */
interface InternalCalls {
  /** The document of an article, ready to be served. */
  'internal:articleDocument': { request: { id: number; language: Language; theme: ShownTheme }; response: string };
  /** The document of the page that an article was taken from. */
  'internal:pageDocument': { request: { id: number; language: Language; theme: ShownTheme }; response: string };
  /** An article as a page that stands alone, its pictures in it. */
  'internal:articleFile': { request: { id: number; language: Language }; response: { readonly title: string; readonly html: string } };
  'internal:setConditions': { request: Conditions; response: void };
  /** Nothing is asked unasked before this time, epoch milliseconds. */
  'internal:pauseUntil': { request: { time: number }; response: void };
  /** Takes in files and folders; a dialog of the system or a drop named them. */
  'internal:saveFiles': { request: { paths: readonly string[] }; response: FileImportOutcome };
}

export type LibraryCall = LibraryChannel | keyof InternalCalls;
export type CallRequest<C extends LibraryCall> = C extends Channel ? RequestOf<C> : C extends keyof InternalCalls ? InternalCalls[C]['request'] : never;
export type CallResponse<C extends LibraryCall> = C extends Channel ? ResponseOf<C> : C extends keyof InternalCalls ? InternalCalls[C]['response'] : never;

/** A function for each call; what it throws is answered as an error. */
export type LibraryHandlers = { readonly [C in LibraryCall]: (request: CallRequest<C>) => CallResponse<C> | Promise<CallResponse<C>> };

/** The part of a thread's port that both sides use: `Worker`, `MessagePort` and `parentPort` all have it. */
export interface RpcPort {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

const names: readonly string[] = [...CHANNELS.filter((channel) => !(MAIN_CHANNELS as readonly Channel[]).includes(channel)), 'internal:articleDocument', 'internal:pageDocument', 'internal:articleFile', 'internal:saveFiles', 'internal:setConditions', 'internal:pauseUntil'];
const isCall = (name: string): name is LibraryCall => names.includes(name);
const isInternal = (call: LibraryCall): call is keyof InternalCalls => call.startsWith('internal:');

/** What the main thread hears from the worker outside its calls. */
export interface WorkerNews {
  onOpened(): void;
  onNotOpened(error: ReaderError): void;
  onClosed(): void;
  onEvent<E extends EventName>(name: E, payload: IpcEvents[E]): void;
}

export interface RpcClient {
  /** Never rejects. */
  call<C extends LibraryCall>(call: C, request: CallRequest<C>): Promise<Result<CallResponse<C>>>;
  /** Sends on what a window asked, as it came. */
  forward(channel: LibraryChannel, request: unknown): Promise<Result<unknown>>;
  /** Asks the worker to finish and close; `onClosed` tells when it has. */
  requestClose(): void;
  /** Answers every call under way with this error: the worker is gone. */
  abandon(error: ReaderError): void;
}

type Settle = (result: Result<unknown>) => void;

/** The main thread's side. */
export function createRpcClient(port: RpcPort, news: WorkerNews): RpcClient {
  const pending = new Map<number, Settle>();
  let lastId = 0;
  const send = (message: ToWorker): void => port.postMessage(message);
  port.on('message', (raw) => {
    const message = readFromWorker(raw);
    if (message !== null) receive(message, pending, news);
  });
  const ask = (call: LibraryCall, request: unknown): Promise<Result<unknown>> => {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      pending.set(id, resolve);
      try {
        send({ type: 'call', id, call, request });
      } catch (error) {
        pending.delete(id);
        resolve(fail(error));
      }
    });
  };
  return {
    // The worker's handler of this very call made the value.
    call: <C extends LibraryCall>(call: C, request: CallRequest<C>) => ask(call, request) as Promise<Result<CallResponse<C>>>,
    forward: ask,
    requestClose: () => send({ type: 'close' }),
    abandon(error) {
      const settles = [...pending.values()];
      pending.clear();
      for (const settle of settles) settle({ ok: false, error });
    },
  };
}

function receive(message: FromWorker, pending: Map<number, Settle>, news: WorkerNews): void {
  switch (message.type) {
    case 'opened':
      return news.onOpened();
    case 'not-opened':
      return news.onNotOpened(message.error);
    case 'closed':
      return news.onClosed();
    case 'event':
      // The worker is our own code, typed by `sendEvent`.
      return news.onEvent(message.name, message.payload as IpcEvents[EventName]);
    case 'answer': {
      const settle = pending.get(message.id);
      pending.delete(message.id);
      return settle?.(message.result);
    }
  }
}

/** The worker's side of the wire. */
export interface RpcServer {
  tellOpened(): void;
  tellNotOpened(error: ReaderError): void;
  tellClosed(): void;
  sendEvent<E extends EventName>(name: E, payload: IpcEvents[E]): void;
}

export interface RpcServerParts {
  /** Every handler, once the whole library is open: calls wait for it. */
  readonly handlers: Promise<LibraryHandlers>;
  /** Those that answer until then. */
  readonly early?: Partial<LibraryHandlers>;
  onClose(): void;
  /** Told that a call waits. */
  onWaiting?(): void;
}

/** Runs the handlers for what comes in, after checking it against the contract. */
export function createRpcServer(port: RpcPort, { handlers, early = {}, onClose, onWaiting }: RpcServerParts): RpcServer {
  let ready: Partial<LibraryHandlers> = early;
  const handlerOf = async (call: LibraryCall): Promise<(request: unknown) => unknown> => {
    if (ready[call] === undefined) onWaiting?.();
    // What the handler is given has been checked, or comes from the main thread itself.
    return (ready[call] ?? (await handlers)[call]) as (request: unknown) => unknown;
  };
  const send = (message: FromWorker, transfer: readonly ArrayBuffer[] = []): void => port.postMessage(message, transfer);
  const answer = async (id: number, call: LibraryCall, request: unknown): Promise<void> => {
    try {
      const checked = isInternal(call) ? request : await validRequest(call, request);
      const value = await (await handlerOf(call))(checked);
      send({ type: 'answer', id, result: { ok: true, value } }, transferables(value));
    } catch (error) {
      send({ type: 'answer', id, result: { ok: false, error: toReaderError(error) } });
    }
  };
  // Each call that waits for the handlers is answered with the failure; nobody else need hear of it.
  handlers.then((all) => (ready = all)).catch(() => undefined);
  port.on('message', (raw) => {
    const message = readToWorker(raw);
    if (message?.type === 'close') onClose();
    else if (message !== null && isCall(message.call)) void answer(message.id, message.call, message.request);
  });
  return {
    tellOpened: () => send({ type: 'opened' }),
    tellNotOpened: (error) => send({ type: 'not-opened', error }),
    tellClosed: () => send({ type: 'closed' }),
    sendEvent: (name, payload) => send({ type: 'event', name, payload }),
  };
}

/** The ids of a long list cross by reference, not by copy. */
function transferables(value: unknown): readonly ArrayBuffer[] {
  if (typeof value !== 'object' || value === null || !('ids' in value)) return [];
  const { ids } = value;
  return ids instanceof Uint32Array && ids.buffer instanceof ArrayBuffer ? [ids.buffer] : [];
}
