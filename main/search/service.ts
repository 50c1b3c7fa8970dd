import { setImmediate } from 'node:timers/promises';
import { assertNever } from '../../contract/domain/result.ts';
import type { TaskMessage } from './messages.ts';
import { Searcher } from './searcher.ts';

/** Answers the worker's tasks; a query is answered between two pages of a catch-up that is under way. */
export class SearchService {
  readonly #folder: string;
  #searcher: Searcher | null = null;
  #catchingUp: Promise<void> = Promise.resolve();
  #learning: Promise<void> | null = null;
  #isClosed = false;

  constructor(libraryFolder: string) {
    this.#folder = libraryFolder;
  }

  /** Opened at the first task, so that a library that can't be opened is an answer and not the worker's end. */
  get #open(): Searcher {
    this.#searcher ??= new Searcher(this.#folder);
    return this.#searcher;
  }

  async run(message: TaskMessage): Promise<unknown> {
    switch (message.task) {
      case 'query':
        return this.#open.query(message.request);
      case 'ids':
        return this.#open.ids(message.request.query);
      case 'matchingIds':
        return this.#open.matchingIds(message.request.query);
      case 'counts':
        return this.#open.counts(message.request.queries);
      case 'suggest':
        await this.#learnNames();
        return this.#open.suggest(message.request.text, message.request.limit);
      case 'warm':
        await this.#learnNames();
        return null;
      case 'related':
        return this.#open.related(message.request.id, message.request.limit);
      case 'catchUp':
        await this.#catchUp();
        return null;
      case 'rebuild':
        this.#open.startAnew();
        await this.#catchUp();
        return null;
      case 'check':
        return this.#open.check();
      case 'indexBytes':
        return this.#open.indexBytes();
      case 'close':
        await this.#close();
        return null;
      default:
        return assertNever(message);
    }
  }

  /** Resolves when the index covers everything that was committed before the call. */
  #catchUp(): Promise<void> {
    const before = this.#catchingUp;
    // One that is under way may have seen the library's end already: another look follows it.
    const next = before.then(() => this.#index(), () => this.#index());
    this.#catchingUp = next;
    return next;
  }

  async #index(): Promise<void> {
    while (!this.#isClosed && this.#open.indexNextPage()) await setImmediate();
  }

  /** Reads the names that the newest articles hold, some at a time: a query may come between. */
  #learnNames(): Promise<void> {
    this.#learning ??= this.#learn();
    return this.#learning;
  }

  async #learn(): Promise<void> {
    while (!this.#isClosed && this.#open.learnNames()) await setImmediate();
  }

  async #close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled([this.#catchingUp, this.#learning]);
    this.#searcher?.close();
    this.#searcher = null;
  }
}
