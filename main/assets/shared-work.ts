import { DocbaoError } from '../../contract/domain/result.ts';

interface Running<T> {
  readonly controller: AbortController;
  readonly outcome: Promise<T>;
  waiting: number;
}

/** Work that is done once for all who ask for it at the same time; it ends early only when the last of them gives up. */
export class SharedWork<T> {
  readonly #running = new Map<string, Running<T>>();

  /** Joins the work of this key, or starts it. @throws DocbaoError `cancelled` when `signal` aborts; what the work throws. */
  run(key: string, signal: AbortSignal | undefined, start: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const found = this.#running.get(key);
    const running = found === undefined ? this.#start(key, start) : found.controller.signal.aborted ? this.#startAfter(found, key, start) : found;
    running.waiting += 1;
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        running.waiting -= 1;
        if (running.waiting === 0) running.controller.abort();
        reject(new DocbaoError('cancelled', 'Keeping a file was cancelled.'));
      };
      if (signal?.aborted === true) return giveUp();
      signal?.addEventListener('abort', giveUp, { once: true });
      running.outcome.then(resolve, reject).finally(() => signal?.removeEventListener('abort', giveUp));
    });
  }

  /** Work that everybody has given up on is ending: it can't be joined, but what it puts aside is to be found. */
  #startAfter(ending: Running<T>, key: string, start: (signal: AbortSignal) => Promise<T>): Running<T> {
    const ended = ending.outcome.then(
      () => undefined,
      () => undefined,
    );
    return this.#start(key, (signal) => ended.then(() => start(signal)));
  }

  #start(key: string, start: (signal: AbortSignal) => Promise<T>): Running<T> {
    const controller = new AbortController();
    const running: Running<T> = { controller, outcome: start(controller.signal), waiting: 0 };
    this.#running.set(key, running);
    const forget = () => {
      if (this.#running.get(key) === running) this.#running.delete(key);
    };
    running.outcome.then(forget, forget);
    return running;
  }
}
