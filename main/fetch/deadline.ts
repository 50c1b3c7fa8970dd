import { setMaxListeners } from 'node:events';
import { DocbaoError } from '../../contract/domain/result.ts';
import { shownAddress } from './address.ts';
import type { Timeouts } from './limits.ts';
import type { FetchKind } from './types.ts';

type Phase = 'headers' | 'idle' | 'total';

const words: Readonly<Record<Phase, (host: string, seconds: string) => string>> = {
  headers: (host, seconds) => `${host} did not answer within ${seconds}.`,
  idle: (host, seconds) => `${host} stopped sending for ${seconds}.`,
  total: (host, seconds) => `${host} did not finish sending within ${seconds}.`,
};

function inSeconds(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}

/** A timer that fires later than this was held up by work of our own. */
const LATE_MS = 50;

/**
 * Rings when nothing has touched it for so long. Time in which this thread was too busy to look does not count: the answer may
 * lie there unread.
 */
class Clock {
  readonly #milliseconds: number;
  readonly #ring: () => void;
  #since = performance.now();
  #timer: NodeJS.Timeout;

  constructor(milliseconds: number, ring: () => void) {
    this.#milliseconds = milliseconds;
    this.#ring = ring;
    this.#timer = this.#wait(milliseconds);
  }

  touch(): void {
    this.#since = performance.now();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #wait(milliseconds: number): NodeJS.Timeout {
    const due = performance.now() + milliseconds;
    return setTimeout(() => {
      const now = performance.now();
      const left = this.#since + this.#milliseconds - now;
      const late = now - due;
      // Timers are cut to whole milliseconds: one that is left is none.
      if (left > 1) this.#timer = this.#wait(left);
      else if (late > LATE_MS) this.#timer = this.#wait(Math.min(late, this.#milliseconds));
      else this.#ring();
    }, milliseconds);
  }
}

/**
 * The time-outs of one request, as one abort signal. The caller says where the request is; the reason of the signal is a
 * `DocbaoError`: `timeout` in words, or `cancelled` where the caller's own signal aborted.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #timeouts: Timeouts;
  readonly #outer: readonly AbortSignal[];
  readonly #totalMs: number;
  #budgetMs: number;
  #startedAt = 0;
  #total: Clock | null = null;
  #phase: Clock | null = null;
  #url: URL;

  constructor(url: URL, kind: FetchKind, timeouts: Timeouts, outer: readonly AbortSignal[]) {
    this.#url = url;
    this.#timeouts = timeouts;
    this.#outer = outer;
    this.#totalMs = timeouts.totalMs[kind];
    this.#budgetMs = this.#totalMs;
    for (const signal of outer) {
      if (signal.aborted) this.#cancel();
      else {
        // A sync gives one signal to all its requests, which Node 20 takes for a leak.
        setMaxListeners(0, signal);
        signal.addEventListener('abort', this.#cancel, { once: true });
      }
    }
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** A request to `url` goes out now: connecting and headers are timed, and the total runs. */
  asking(url: URL): void {
    this.#url = url;
    this.#startedAt = performance.now();
    this.#total = this.#after('total', this.#budgetMs, this.#totalMs);
    this.#enter('headers', this.#timeouts.headersMs);
  }

  /** The headers are here: from now on the pauses of the body are timed. */
  answered(): void {
    this.#enter('idle', this.#timeouts.idleMs);
  }

  /** A piece of the body came. */
  received(): void {
    this.#phase?.touch();
  }

  /** Nothing is under way (waiting for a free place, or for the disk): no clock runs. */
  pause(): void {
    if (this.#total === null) return;
    this.#total.stop();
    this.#total = null;
    this.#budgetMs = Math.max(1, this.#budgetMs - (performance.now() - this.#startedAt));
    this.#phase?.stop();
    this.#phase = null;
  }

  /** Ends every clock and lets go of the caller's signals. */
  dispose(): void {
    this.pause();
    for (const signal of this.#outer) signal.removeEventListener('abort', this.#cancel);
  }

  #enter(phase: Phase, milliseconds: number): void {
    this.#phase?.stop();
    this.#phase = this.#after(phase, milliseconds, milliseconds);
  }

  #after(phase: Phase, milliseconds: number, said: number): Clock {
    return new Clock(milliseconds, () => {
      const { host } = this.#url;
      const facts = { host, url: shownAddress(this.#url), seconds: said / 1000 };
      this.#controller.abort(new DocbaoError('timeout', words[phase](host, inSeconds(said)), facts));
    });
  }

  readonly #cancel = (): void => {
    const message = `Fetching ${shownAddress(this.#url)} was cancelled.`;
    this.#controller.abort(new DocbaoError('cancelled', message, { host: this.#url.host, url: shownAddress(this.#url) }));
  };
}
