import { setImmediate } from 'node:timers/promises';
import type { ArticleId } from '../../../contract/domain/article.ts';
import { findAlike, getLibraryRevision, insertStoryBands, listStoryFeeds, listStoryTexts, listTellings, removeStoryBands, setStoryCursor, setStoryLead, type StoryText, type Telling } from '../../store/index.ts';
import type { LibraryContext } from '../context.ts';
import { leadOf } from './lead.ts';

/** Texts that are looked at in one go. */
const BATCH = 50;
/** Nearest candidates whose words are compared. */
const COMPARED = 6;
/** Two papers that print one story do so within so many days. */
const WITHIN_DAYS = 2;
/** For how long a text waits for another that tells the same, in days since it came. */
const REMEMBERED_DAYS = 30;
/** The share of the shorter text that stands in the other (measured: see docs/decisions/stories.md). */
const SAME_STORY = 0.5;
/** One paper's texts of one day are often made after one pattern (prices, weather, results): only a copy counts there. */
const SAME_IN_ONE_FEED = 0.9;
const DAY_MS = 86_400_000;

/** Finds the articles of several papers that tell the same story, as they come in, and lets one stand for all. */
export class StoryKeeper {
  readonly #context: LibraryContext;
  readonly #onError: (error: unknown) => void;
  #running: Promise<void> | null = null;
  #isStale = false;
  #isClosed = false;
  #swept = 0;

  constructor(context: LibraryContext, onError: (error: unknown) => void) {
    this.#context = context;
    this.#onError = onError;
  }

  /** Resolves when everything that was committed before this call has been looked at, or the looking has failed and said so. */
  async follow(): Promise<void> {
    this.#isStale = true;
    this.#running ??= this.#run();
    await this.#running;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#isStale) {
        this.#isStale = false;
        // Texts that need no looking at are passed over without waiting for anything: others want the thread, too.
        while (!this.#isClosed && (await this.#lookAtSome())) await setImmediate();
      }
    } catch (error) {
      if (!this.#isClosed) this.#onError(error);
    } finally {
      this.#running = null;
    }
  }

  /** Looks at the next texts; whether there were any. */
  async #lookAtSome(): Promise<boolean> {
    const { store } = this.#context;
    const upTo = getLibraryRevision(store.read);
    const texts = listStoryTexts(store.read, BATCH);
    const last = texts.at(-1);
    if (last === undefined) {
      setStoryCursor(store.write, upTo);
      return false;
    }
    const since = dayOf(Date.now()) - REMEMBERED_DAYS;
    const worthIt = texts.filter(({ offline, arrivedAt }) => offline !== 'summary' && dayOf(arrivedAt) >= since);
    const changed = await this.#group(worthIt);
    store.write.transaction(() => setStoryCursor(store.write, last.revision));
    this.#sweep(since);
    if (changed.length > 0) this.#context.changes.articles(changed);
    return true;
  }

  /** Once a day, what nobody is compared with any more goes. */
  #sweep(since: number): void {
    if (this.#swept === since) return;
    this.#swept = since;
    removeStoryBands(this.#context.store.write, since);
  }

  async #group(texts: readonly StoryText[]): Promise<ArticleId[]> {
    if (texts.length === 0) return [];
    const { store, steps } = this.#context;
    const signed = await steps.run('signTexts', { texts: texts.map(wordsOf) });
    store.write.transaction(() => {
      for (const [at, { id, publishedAt, arrivedAt }] of texts.entries()) insertStoryBands(store.write, id, signed[at] ?? [], dayOf(publishedAt), dayOf(arrivedAt));
    });
    const changed: ArticleId[] = [];
    for (const [at, text] of texts.entries()) {
      const bands = signed[at] ?? [];
      const candidates = bands.length === 0 ? [] : findAlike(store.read, text.id, bands, dayOf(text.publishedAt), WITHIN_DAYS, COMPARED);
      if (candidates.length > 0) changed.push(...(await this.#join(text, candidates)));
    }
    return changed;
  }

  /** Puts a text into the story of the nearest candidate that tells the same; answers whose place changed. */
  async #join(text: StoryText, candidates: readonly ArticleId[]): Promise<readonly ArticleId[]> {
    const { store, steps } = this.#context;
    const before = listTellings(store.read, [text.id, ...candidates]);
    const leads = before.flatMap(({ ledBy }) => (ledBy === null ? [] : [ledBy]));
    const others = [...before, ...listTellings(store.read, leads)].filter(({ id, ledBy }) => id !== text.id && ledBy === null);
    const unique = [...new Map(others.map((other) => [other.id, other])).values()];
    if (unique.length === 0) return [];
    const shares = await steps.run('compareTexts', { text: text.text, others: unique.map((other) => other.text) });
    const nearest = unique.map(({ id }, at) => ({ id, share: shares[at] ?? 0 })).filter(({ share }) => share >= SAME_STORY).sort((a, b) => b.share - a.share);
    return store.write.transaction(() => {
      for (const { id, share } of nearest) {
        // Asked again: the bin, another process, an earlier text of this batch may have changed who stands for whom.
        const [one, other] = [text.id, id].map((each) => listTellings(store.write, [each])[0]);
        if (one === undefined || one.ledBy !== null || one.following > 0) return [];
        if (other === undefined || other.ledBy !== null || !this.#mayShare(one, other, share)) continue;
        const lead = leadOf(one, other);
        const led = lead === one ? other : one;
        setStoryLead(store.write, led.id, lead.id);
        return [one.id, other.id];
      }
      return [];
    });
  }

  #mayShare(one: Telling, other: Telling, share: number): boolean {
    const told = new Set(listStoryFeeds(this.#context.store.write, other.id));
    return share >= SAME_IN_ONE_FEED || !one.feedIds.some((feedId) => told.has(feedId));
  }
}

function wordsOf({ title, text }: StoryText): string {
  return `${title}\n${text}`;
}

function dayOf(time: number): number {
  return Math.floor(time / DAY_MS);
}
