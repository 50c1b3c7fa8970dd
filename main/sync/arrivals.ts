import type { ArticleId } from '../../contract/domain/article.ts';
import { toReaderError } from '../../contract/domain/result.ts';
import { excludesAnything } from '../search/index.ts';
import { getEarlyRun, getRuledUpTo, listArrivals, listNewestIds, listRules, listSavedSearches, listStillNew, runRules, runRulesEarly, type PlannedRule } from '../store/index.ts';
import type { LibraryContext } from './context.ts';

/**
 * Deals with what syncs have brought. The user's rules meet an article twice at most: as it is stored, before anybody is told of it, and
 * once more at the end of the sync, when it is complete, with those that did not fit before. Then what saved searches with an alert
 * find in it is told. How far that has come is written with what the rules did, so that a crash repeats and loses nothing.
 */
export class Arrivals {
  readonly #context: LibraryContext;
  #running: Promise<void> = Promise.resolve();
  #greeting: Promise<void> | null = null;
  #waiting: ArticleId[] = [];

  constructor(context: LibraryContext) {
    this.#context = context;
  }

  /** Tells of articles that were just stored, after the rules have met them; those that come meanwhile are met together. */
  greet(ids: readonly ArticleId[]): void {
    if (!this.#hasRules()) {
      this.#context.changes.articles(ids);
      return;
    }
    this.#waiting.push(...ids);
    this.#greeting ??= this.#greetAll().finally(() => (this.#greeting = null));
  }

  /** Resolves when everything that had arrived before this call is dealt with, or that has failed and was said. */
  async take(): Promise<void> {
    await this.#greeting;
    await this.#next(() => this.#take());
  }

  #hasRules(): boolean {
    return listRules(this.#context.store.read).some(({ isEnabled }) => isEnabled);
  }

  /** One after the other; what fails is said, and the next goes on. */
  #next(work: () => Promise<void>): Promise<void> {
    this.#running = this.#running.then(work).catch((error: unknown) => this.#context.emit('app:problem', toReaderError(error)));
    return this.#running;
  }

  async #greetAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const ids = this.#waiting;
      this.#waiting = [];
      await this.#next(() => this.#meetEarly());
      this.#context.changes.articles(ids);
    }
  }

  async #meetEarly(): Promise<void> {
    const { store, search } = this.#context;
    const after = Math.max(getEarlyRun(store.read).upTo, getRuledUpTo(store.read));
    const { arrived, upTo } = this.#arrivedAfter(after);
    if (arrived.size === 0) return;
    await search.catchUp();
    // What the page that is still to come might say decides whether these fit.
    const plan = await this.#plan(arrived, (query) => !excludesAnything(query));
    runRulesEarly(store.write, plan, { after, upTo }, Date.now());
  }

  async #take(): Promise<void> {
    const { store, search, changes, emit } = this.#context;
    const after = getRuledUpTo(store.read);
    const { arrived, upTo } = this.#arrivedAfter(after);
    if (upTo <= after) return;
    if (arrived.size > 0) await search.catchUp();
    const plan = await this.#plan(arrived, () => true);
    const alerts = await this.#alerts(arrived);
    if (!runRules(store.write, plan, { after, upTo }, Date.now())) return;
    const touched = [...new Set(plan.flatMap(({ ids }) => ids))];
    if (touched.length > 0) {
      changes.articles(touched);
      await search.catchUp();
    }
    for (const { search: { id, name, query }, ids } of alerts) {
      const told = listStillNew(store.read, ids);
      if (told.length > 0) emit('alerts:matched', { searchId: id, name, query, count: told.length, ids: told });
    }
  }

  #arrivedAfter(after: ArticleId): { readonly arrived: ReadonlySet<ArticleId>; readonly upTo: ArticleId } {
    const { read } = this.#context.store;
    const upTo = listNewestIds(read, 1)[0] ?? 0;
    return { arrived: new Set(listArrivals(read, after, upTo)), upTo };
  }

  async #plan(arrived: ReadonlySet<ArticleId>, isReady: (query: string) => boolean): Promise<readonly PlannedRule[]> {
    const rules = arrived.size === 0 ? [] : listRules(this.#context.store.read).filter(({ isEnabled, query }) => isEnabled && isReady(query));
    return Promise.all(rules.map(async (rule) => ({ rule, ids: await this.#matching(rule.query, arrived) })));
  }

  async #alerts(arrived: ReadonlySet<ArticleId>) {
    const searches = arrived.size === 0 ? [] : listSavedSearches(this.#context.store.read).filter(({ notifies }) => notifies);
    return Promise.all(searches.map(async (search) => ({ search, ids: await this.#matching(search.query, arrived) })));
  }

  async #matching(query: string, arrived: ReadonlySet<ArticleId>): Promise<readonly ArticleId[]> {
    return [...(await this.#context.search.matchingIds(query))].filter((id) => arrived.has(id));
  }
}
