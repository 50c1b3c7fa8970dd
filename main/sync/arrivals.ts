import type { ArticleId } from '../../contract/domain/article.ts';
import { toReaderError } from '../../contract/domain/result.ts';
import { getRuledUpTo, listArrivals, listNewestIds, listRules, listSavedSearches, runRules, type PlannedRule } from '../store/index.ts';
import type { LibraryContext } from './context.ts';

/**
 * Deals with what syncs have brought: runs the user's rules over it, once it is in the index, and tells of what saved searches
 * with an alert find in it. How far that has come is written with what the rules did, so that a crash before it repeats all of
 * it and a crash after it nothing.
 */
export class Arrivals {
  readonly #context: LibraryContext;
  #running: Promise<void> = Promise.resolve();

  constructor(context: LibraryContext) {
    this.#context = context;
  }

  /** Resolves when everything that had arrived before this call is dealt with, or that has failed and was said. */
  take(): Promise<void> {
    this.#running = this.#running.then(() => this.#take()).catch((error: unknown) => this.#context.emit('app:problem', toReaderError(error)));
    return this.#running;
  }

  async #take(): Promise<void> {
    const { store, search, changes, emit } = this.#context;
    const after = getRuledUpTo(store.read);
    const upTo = listNewestIds(store.read, 1)[0] ?? 0;
    if (upTo <= after) return;
    const arrived = new Set(listArrivals(store.read, after, upTo));
    if (arrived.size > 0) await search.catchUp();
    const plan = await this.#plan(arrived);
    const alerts = await this.#alerts(arrived);
    const skipped = runRules(store.write, plan, { after, upTo }, Date.now());
    if (skipped === null) return;
    const touched = [...new Set(plan.flatMap(({ ids }) => ids))];
    if (touched.length > 0) {
      changes.articles(touched);
      await search.catchUp();
    }
    for (const { search: { id, name, query }, ids } of alerts) {
      const told = ids.filter((article) => !skipped.has(article));
      if (told.length > 0) emit('alerts:matched', { searchId: id, name, query, count: told.length, ids: told });
    }
  }

  async #plan(arrived: ReadonlySet<ArticleId>): Promise<readonly PlannedRule[]> {
    const rules = arrived.size === 0 ? [] : listRules(this.#context.store.read).filter(({ isEnabled }) => isEnabled);
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
