import type { SearchClient } from '../search/index.ts';

/** Lets the search index follow the library: one catch-up at a time, and another one where something came meanwhile. */
export class IndexKeeper {
  readonly #search: SearchClient;
  readonly #onError: (error: unknown) => void;
  #running: Promise<void> | null = null;
  #isStale = false;
  #isWanted = false;

  constructor(search: SearchClient, onError: (error: unknown) => void) {
    this.#search = search;
    this.#onError = onError;
  }

  /** Resolves when everything that was committed before this call is in the index, or the index has failed and said so. */
  async follow(): Promise<void> {
    this.#isWanted = true;
    this.#isStale = true;
    this.#running ??= this.#run();
    await this.#running;
  }

  /** As `follow`, unless nobody has wanted the index since the library was opened: then whoever does will bring it up to date. */
  async finish(): Promise<void> {
    if (this.#isWanted) await this.follow();
  }

  async #run(): Promise<void> {
    try {
      while (this.#isStale) {
        this.#isStale = false;
        await this.#search.catchUp();
      }
    } catch (error) {
      this.#onError(error);
    } finally {
      this.#running = null;
    }
  }
}
