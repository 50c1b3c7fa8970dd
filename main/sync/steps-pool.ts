import { Worker } from 'node:worker_threads';
import { DocbaoError, type Result } from '../../contract/domain/result.ts';
import type { StepName, StepRequest, StepResponse } from './steps.ts';

/** Longest that one step may take, in milliseconds: a page made to be slow costs its own article, nothing else. */
const STEP_TIMEOUT_MS = 30_000;
/** A step worker's heap limit, in MiB. */
const STEP_HEAP_MB = 768;

interface Job {
  readonly id: number;
  readonly name: StepName;
  readonly request: unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: DocbaoError) => void;
}

interface Slot {
  worker: Worker | null;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

export type StepAnswer = { readonly id: number; readonly result: Result<unknown> };

/** Runs steps in worker threads, one at a time in each; a worker that hangs or dies is replaced. */
export class StepsPool {
  readonly #url: URL;
  readonly #slots: Slot[];
  readonly #queue: Job[] = [];
  #nextId = 1;
  #isClosed = false;

  constructor(url: URL, size: number) {
    this.#url = url;
    this.#slots = Array.from({ length: size }, () => ({ worker: null, job: null, timer: null }));
  }

  /** @throws {DocbaoError} what the step threw; `timeout` where it took too long; `internal` where its worker died. */
  run<Name extends StepName>(name: Name, request: StepRequest<Name>): Promise<StepResponse<Name>> {
    if (this.#isClosed) return Promise.reject(new DocbaoError('cancelled', 'The library is being closed.'));
    return new Promise<StepResponse<Name>>((resolve, reject) => {
      this.#queue.push({ id: this.#nextId++, name, request, resolve: resolve as (value: unknown) => void, reject });
      this.#dispatch();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const job of this.#queue.splice(0)) job.reject(new DocbaoError('cancelled', 'The library is being closed.'));
    await Promise.all(
      this.#slots.map(async (slot) => {
        this.#settle(slot)?.reject(new DocbaoError('cancelled', 'The library is being closed.'));
        await slot.worker?.terminate();
        slot.worker = null;
      }),
    );
  }

  #dispatch(): void {
    // A started worker that is free comes before one that has yet to start.
    const free = this.#slots.filter((slot) => slot.job === null).sort((a, b) => Number(b.worker !== null) - Number(a.worker !== null));
    for (const slot of free) {
      const job = this.#queue.shift();
      if (!job) return;
      slot.job = job;
      slot.worker ??= this.#start(slot);
      slot.timer = setTimeout(() => this.#replace(slot, new DocbaoError('timeout', `Reading took longer than ${STEP_TIMEOUT_MS / 1000} seconds.`, { seconds: STEP_TIMEOUT_MS / 1000 })), STEP_TIMEOUT_MS);
      slot.worker.postMessage({ id: job.id, name: job.name, request: job.request });
    }
  }

  #start(slot: Slot): Worker {
    const worker = new Worker(this.#url, { resourceLimits: { maxOldGenerationSizeMb: STEP_HEAP_MB } });
    worker.unref();
    worker.on('message', (answer: StepAnswer) => {
      if (slot.job?.id !== answer.id) return;
      const job = this.#settle(slot);
      if (answer.result.ok) job?.resolve(answer.result.value);
      else job?.reject(new DocbaoError(answer.result.error.kind, answer.result.error.message, answer.result.error.facts));
      this.#dispatch();
    });
    worker.on('error', (error: Error) => {
      if (slot.worker === worker) this.#replace(slot, new DocbaoError('internal', `Reading failed: ${error.message}`, {}, error));
    });
    return worker;
  }

  /** Ends a worker that hangs or died; its job fails, the next one gets a new worker. */
  #replace(slot: Slot, error: DocbaoError): void {
    void slot.worker?.terminate();
    slot.worker = null;
    this.#settle(slot)?.reject(error);
    if (!this.#isClosed) this.#dispatch();
  }

  #settle(slot: Slot): Job | null {
    const { job } = slot;
    if (slot.timer) clearTimeout(slot.timer);
    slot.job = null;
    slot.timer = null;
    return job;
  }
}
