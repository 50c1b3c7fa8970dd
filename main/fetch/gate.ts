import type { Concurrency } from './limits.ts';
import type { FetchKind } from './types.ts';

/** The right to have one request under way. */
export interface Lease {
  release(): void;
}

interface GateOptions {
  readonly kind: FetchKind;
  /** Lifts the limits per host (this machine). */
  readonly isUnlimited: boolean;
  /** Waits for nothing: somebody sits and looks. */
  readonly isUrgent: boolean;
  readonly signal: AbortSignal;
}

interface HostQueue {
  active: number;
  /** Epoch milliseconds before which the next request would be impolite. */
  nextAt: number;
  readonly waiting: Waiter[];
}

interface Waiter {
  readonly kind: FetchKind;
  readonly isUnlimited: boolean;
  readonly start: () => void;
}

/**
 * Hands out places: so many requests in all, so many per host, a pause between two to one host. Hosts take turns. A request
 * older than `slowAfterMs` stops counting against the total (up to `open`), so that hosts that hang hold up nobody else.
 */
export class Gate {
  readonly #limits: Concurrency;
  readonly #hosts = new Map<string, HostQueue>();
  #counted = 0;
  #open = 0;
  #wakeUp: NodeJS.Timeout | null = null;

  constructor(limits: Concurrency) {
    this.#limits = limits;
  }

  /** Waits for a place. Rejects with the signal's reason when it aborts. */
  async acquire(host: string, { kind, isUnlimited, isUrgent, signal }: GateOptions): Promise<Lease> {
    signal.throwIfAborted();
    const queue = this.#queueOf(host);
    if (isUrgent) {
      this.#take(queue);
      return this.#lease(queue);
    }
    const hasStarted = await new Promise<boolean>((resolve) => {
      const onAbort = () => {
        queue.waiting.splice(queue.waiting.indexOf(waiter), 1);
        resolve(false);
      };
      const start = () => {
        signal.removeEventListener('abort', onAbort);
        resolve(true);
      };
      const waiter: Waiter = { kind, isUnlimited, start };
      signal.addEventListener('abort', onAbort, { once: true });
      queue.waiting.push(waiter);
      this.#pump();
    });
    if (!hasStarted) signal.throwIfAborted();
    return this.#lease(queue);
  }

  #queueOf(host: string): HostQueue {
    const known = this.#hosts.get(host);
    if (known !== undefined) return known;
    const queue: HostQueue = { active: 0, nextAt: 0, waiting: [] };
    this.#hosts.set(host, queue);
    return queue;
  }

  #lease(queue: HostQueue): Lease {
    let isCounted = true;
    let isReleased = false;
    const uncount = () => {
      if (!isCounted) return;
      isCounted = false;
      this.#counted -= 1;
    };
    const slow = setTimeout(() => {
      uncount();
      this.#pump();
    }, this.#limits.slowAfterMs);
    slow.unref();
    return {
      release: () => {
        if (isReleased) return;
        isReleased = true;
        clearTimeout(slow);
        uncount();
        this.#open -= 1;
        queue.active -= 1;
        this.#pump();
      },
    };
  }

  #take(queue: HostQueue): void {
    queue.active += 1;
    this.#counted += 1;
    this.#open += 1;
  }

  #hasRoom(): boolean {
    return this.#counted < this.#limits.total && this.#open < this.#limits.open;
  }

  /** Starts what may start: one request per host and round, until nothing more fits. */
  #pump(): void {
    let earliest = Number.POSITIVE_INFINITY;
    let hasStarted = true;
    while (hasStarted && this.#hasRoom()) {
      hasStarted = false;
      earliest = Number.POSITIVE_INFINITY;
      for (const [host, queue] of [...this.#hosts]) {
        if (!this.#hasRoom()) break;
        const wait = this.#tryStart(host, queue);
        if (wait === 0) hasStarted = true;
        else earliest = Math.min(earliest, wait);
      }
    }
    this.#wakeAfter(earliest);
  }

  /** Starts the next request of a host: 0 where it did, else the milliseconds until it is worth another try. */
  #tryStart(host: string, queue: HostQueue): number {
    const next = queue.waiting[0];
    const now = Date.now();
    if (next === undefined) {
      if (queue.active === 0 && now >= queue.nextAt) this.#hosts.delete(host);
      return Number.POSITIVE_INFINITY;
    }
    if (!next.isUnlimited) {
      if (queue.active >= this.#limits.perHost) return Number.POSITIVE_INFINITY;
      if (now < queue.nextAt) return queue.nextAt - now;
      queue.nextAt = now + this.#limits.politenessMs[next.kind];
    }
    queue.waiting.shift();
    this.#take(queue);
    // The host goes to the end of the round, behind those that have waited.
    this.#hosts.delete(host);
    this.#hosts.set(host, queue);
    next.start();
    return 0;
  }

  #wakeAfter(milliseconds: number): void {
    if (this.#wakeUp !== null) clearTimeout(this.#wakeUp);
    this.#wakeUp = null;
    if (!Number.isFinite(milliseconds)) return;
    this.#wakeUp = setTimeout(() => this.#pump(), milliseconds);
  }
}
