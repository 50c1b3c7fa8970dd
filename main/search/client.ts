import { Worker } from 'node:worker_threads';
import type { ArticleId } from '../../contract/domain/article.ts';
import { DocbaoError } from '../../contract/domain/result.ts';
import type { SearchHit, SearchRequest, SearchResponse, Suggestion } from '../../contract/domain/search.ts';
import { newestOnly } from './newest-only.ts';
import type { QueryCount, SearchTask, SearchTasks, TaskAnswer } from './messages.ts';

interface SearchClientOptions {
  readonly libraryFolder: string;
  /** The worker's entry: `main/search/worker.ts`, or its bundle. */
  readonly workerUrl: URL;
}

/** Search over one library, in a thread of its own. Every method rejects with `DocbaoError`. */
export interface SearchClient {
  /** Answers with what is indexed by now; `isComplete` says whether that is all. */
  query(request: SearchRequest): Promise<SearchResponse>;
  /**
   * As `query`, for a box in which somebody types: while one is being answered, only the newest that was asked since waits for
   * its turn, and the others reject with `cancelled`.
   */
  queryAsTyped(request: SearchRequest): Promise<SearchResponse>;
  /** All that `query` finds, in the order of its results. */
  ids(query: string): Promise<Uint32Array>;
  /** All articles that the whole query language finds, ids ascending: not ranked, no other spelling tried, none in the bin. */
  matchingIds(query: string): Promise<Uint32Array>;
  /** How many articles each of some queries finds as it was written; what one article stands for counts once. */
  counts(queries: readonly string[]): Promise<readonly QueryCount[]>;
  /** What to search for, while it is being typed: own searches, tags, feeds, people and places, titles. */
  suggest(text: string, limit: number): Promise<readonly Suggestion[]>;
  /** Learns what suggestions need and the index does not hold, between other work, so that the first suggestion need not wait for it. */
  warm(): Promise<void>;
  /** Articles that share most of what one is about, best first. */
  related(id: ArticleId, limit: number): Promise<readonly SearchHit[]>;
  /** Indexes what the library has committed before this call. */
  catchUp(): Promise<void>;
  /** Throws the index away and makes it anew. */
  rebuild(): Promise<void>;
  /** What is wrong with the index, as sentences; none where it agrees with the library. */
  check(): Promise<readonly string[]>;
  /** Bytes on disk. */
  indexBytes(): Promise<number>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: DocbaoError) => void;
}

/** Starts the search worker at the first call; one that dies is started again at the next call. */
export function createSearchClient(options: SearchClientOptions): SearchClient {
  const thread = new SearchThread(options);
  return {
    query: (request) => thread.ask('query', request),
    queryAsTyped: newestOnly((request: SearchRequest) => thread.ask('query', request)),
    ids: (query) => thread.ask('ids', { query }),
    matchingIds: (query) => thread.ask('matchingIds', { query }),
    counts: (queries) => thread.ask('counts', { queries }),
    suggest: (text, limit) => thread.ask('suggest', { text, limit }),
    warm: async () => void (await thread.ask('warm', null)),
    related: (id, limit) => thread.ask('related', { id, limit }),
    catchUp: async () => void (await thread.ask('catchUp', null)),
    rebuild: async () => void (await thread.ask('rebuild', null)),
    check: () => thread.ask('check', null),
    indexBytes: () => thread.ask('indexBytes', null),
    close: () => thread.close(),
  };
}

class SearchThread {
  readonly #options: SearchClientOptions;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #nextId = 1;
  #isClosed = false;

  constructor(options: SearchClientOptions) {
    this.#options = options;
  }

  ask<T extends SearchTask>(task: T, request: SearchTasks[T]['request']): Promise<SearchTasks[T]['response']> {
    if (this.#isClosed) return Promise.reject(new DocbaoError('cancelled', 'The library is being closed.'));
    return this.#send(task, request);
  }

  #send<T extends SearchTask>(task: T, request: SearchTasks[T]['request']): Promise<SearchTasks[T]['response']> {
    return new Promise<SearchTasks[T]['response']>((resolve, reject) => {
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#worker ??= this.#start();
      this.#worker.ref();
      this.#worker.postMessage({ id, task, request });
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#options.workerUrl, { workerData: { libraryFolder: this.#options.libraryFolder } });
    worker.on('message', (answer: TaskAnswer) => this.#settle(worker, answer));
    worker.on('error', (error: Error) => this.#lose(worker, new DocbaoError('internal', `Search failed: ${error.message}`, {}, error)));
    worker.on('exit', () => this.#lose(worker, new DocbaoError('internal', 'Search ended before it answered.')));
    return worker;
  }

  #settle(worker: Worker, { id, result }: TaskAnswer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    // A worker that is waiting for work does not keep the program alive.
    if (this.#waiting.size === 0) worker.unref();
    if (result.ok) waiting?.resolve(result.value);
    else waiting?.reject(new DocbaoError(result.error.kind, result.error.message, result.error.facts));
  }

  #lose(worker: Worker, error: DocbaoError): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const worker = this.#worker;
    if (worker === null) return;
    try {
      await this.#send('close', null);
    } finally {
      await worker.terminate();
    }
  }
}
