import pLimit from 'p-limit';
import type { Conditions } from '../../contract/domain/background.ts';
import type { ArticleId } from '../../contract/domain/article.ts';
import type { FeedId } from '../../contract/domain/feed.ts';
import { toReaderError } from '../../contract/domain/result.ts';
import type { Arrival, FeedSyncProgress, SyncOutcome, SyncProgress } from '../../contract/domain/sync.ts';
import { addReceivedBytes, hasSavedWork, listFeedValidators, listStillNew, type FeedSelection, type FeedValidators } from '../store/index.ts';
import type { Arrivals } from './arrivals.ts';
import { noteFailures, wasOffline, type FeedOutcome } from './blame.ts';
import { completeArticles } from './complete-articles.ts';
import type { SyncConditions } from './conditions.ts';
import { today } from './budget.ts';
import type { LibraryContext } from './context.ts';
import { syncFeed, type FeedSyncOptions, type FeedSyncResult } from './feed-sync.ts';
import type { IndexKeeper } from './index-keeper.ts';
import type { StoryKeeper } from './stories/story-keeper.ts';

export interface SyncOptions {
  /** One feed, or (null) all of them, or (`due`) those whose time has come. */
  readonly feedId: FeedId | 'due' | null;
  /** Feeds that are fetched at a time. */
  readonly concurrency?: number;
}

const DEFAULT_CONCURRENCY = 96;
/** Pages that are fetched at a time, over all feeds, and articles whose images are. */
const CONCURRENT_PAGES = 24;
const CONCURRENT_ILLUSTRATIONS = 12;
const PROGRESS_EVERY_MS = 100;
/** How often index and stories catch up while a sync runs. */
const FOLLOW_EVERY_MS = 2_000;

/** Runs syncs one after another, tells how far they are, and cancels them. */
export class SyncEngine {
  readonly #context: LibraryContext;
  readonly #index: IndexKeeper;
  readonly #stories: StoryKeeper;
  readonly #arrivals: Arrivals;
  #current: SyncRun | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #wanted = new Map<SyncOptions['feedId'], Promise<SyncOutcome>>();
  #interrupted: SyncOptions | null = null;

  constructor(context: LibraryContext, index: IndexKeeper, stories: StoryKeeper, arrivals: Arrivals) {
    this.#context = context;
    this.#index = index;
    this.#stories = stories;
    this.#arrivals = arrivals;
  }

  /** When Docbao may ask hosts by itself. */
  get conditions(): SyncConditions {
    return this.#context.conditions;
  }

  /** The sync that found this machine without network and is to be taken up when there is one; null where there is none. */
  get interrupted(): SyncOptions | null {
    return this.#interrupted;
  }

  /** Syncs one feed or all; a sync that is asked for while another runs waits for it, the same one asked for twice runs once. */
  start(options: SyncOptions): Promise<SyncOutcome> {
    const waiting = this.#wanted.get(options.feedId);
    if (waiting) return waiting;
    const outcome = this.#queue.then(() => this.#run(options));
    this.#wanted.set(options.feedId, outcome);
    this.#queue = outcome.catch(() => undefined);
    const forget = (): boolean => this.#wanted.delete(options.feedId);
    outcome.then(forget, forget);
    return outcome;
  }

  /** Stops the running sync at once. What it has committed stays, the rest is taken up by the next one. */
  cancel(): void {
    this.#current?.cancel();
  }

  /** Takes what the system tells of network and power. */
  setConditions(conditions: Conditions): void {
    this.conditions.set(conditions);
  }

  /** The running sync, or null. */
  progress(): SyncProgress | null {
    return this.#current?.progress() ?? null;
  }

  async close(): Promise<void> {
    this.cancel();
    await this.#queue;
  }

  /** Resolves when what is committed is in the index and in its stories. */
  async #followUp(): Promise<void> {
    await Promise.all([this.#index.follow(), this.#stories.follow()]);
  }

  async #run(options: SyncOptions): Promise<SyncOutcome> {
    const run = new SyncRun(this.#context, options, (ids) => this.#arrivals.greet(ids));
    this.#current = run;
    this.#interrupted = null;
    const indexing = setInterval(() => void this.#followUp(), FOLLOW_EVERY_MS);
    try {
      const outcome = await run.start();
      if (run.isOffline && options.feedId !== 'due') this.#interrupted = options;
      return outcome;
    } finally {
      clearInterval(indexing);
      await this.#followUp();
      this.#context.changes.flush();
      await this.#arrivals.take();
      this.#current = null;
      this.#context.emit('sync:progress', { ...run.progress(), isRunning: false });
      this.#context.emit('sync:ended', { isUnasked: options.feedId === 'due', arrivals: run.arrivals });
    }
  }
}

function selectionOf({ feedId }: SyncOptions): FeedSelection {
  if (feedId === null) return 'all';
  return feedId === 'due' ? { dueAt: Date.now() } : { feedId };
}

class SyncRun {
  readonly #context: LibraryContext;
  readonly #feeds: readonly FeedValidators[];
  readonly #options: SyncOptions;
  readonly #abort = new AbortController();
  readonly #states = new Map<FeedId, FeedSyncProgress>();
  readonly #startedAt = Date.now();
  readonly #brought: { readonly feedId: FeedId; readonly title: string; readonly ids: readonly ArticleId[] }[] = [];
  readonly #onNewArticles: (ids: readonly ArticleId[]) => void;
  #feedsDone = 0;
  #newArticles = 0;
  #bytes = 0;
  #timer: NodeJS.Timeout | null = null;

  /** Whether this run found the machine without network. */
  isOffline = false;

  constructor(context: LibraryContext, options: SyncOptions, onNewArticles: (ids: readonly ArticleId[]) => void) {
    this.#onNewArticles = onNewArticles;
    this.#context = context;
    this.#options = options;
    this.#feeds = listFeedValidators(context.store.read, selectionOf(options));
  }

  /** The feeds that brought articles which are still new to their reader: not those that a rule marked read or skipped. */
  get arrivals(): readonly Arrival[] {
    const { read } = this.#context.store;
    return this.#brought.map(({ ids, ...feed }) => ({ ...feed, count: listStillNew(read, ids).length })).filter(({ count }) => count > 0);
  }

  cancel(): void {
    this.#abort.abort();
  }

  progress(): SyncProgress {
    return {
      isRunning: true,
      startedAt: this.#startedAt,
      feedsDone: this.#feedsDone,
      feedsTotal: this.#feeds.length,
      newArticles: this.#newArticles,
      bytes: this.#bytes,
      feeds: [...this.#states.values()],
    };
  }

  async start(): Promise<SyncOutcome> {
    const places = { page: pLimit(CONCURRENT_PAGES), images: pLimit(CONCURRENT_ILLUSTRATIONS) };
    const inTurn: FeedSyncOptions['inTurn'] = (kind, work) => places[kind](work);
    this.#tell();
    const [outcomes, saved] = await Promise.all([this.#syncFeeds(inTurn), this.#completeSaved(inTurn)]);
    noteFailures(this.#context, outcomes);
    this.#context.changes.feeds();
    this.isOffline = wasOffline(outcomes);
    if (this.#timer) clearTimeout(this.#timer);
    const sum = (pick: (result: FeedSyncResult) => number): number => outcomes.reduce((total, { result }) => total + pick(result), 0);
    return {
      feeds: outcomes.length,
      unchanged: sum((result) => (result.outcome === 'unchanged' ? 1 : 0)),
      failed: outcomes.flatMap(({ feed, result }) => (result.error === null ? [] : [{ url: feed.feedUrl, kind: result.error.kind, message: result.error.message }])),
      newArticles: sum((result) => result.newArticles),
      updatedArticles: sum((result) => result.updatedArticles) + saved.updatedArticles,
      assets: sum((result) => result.assets) + saved.assets,
      ms: Date.now() - this.#startedAt,
      wasCancelled: this.#abort.signal.aborted,
    };
  }

  /** Syncs every feed. Those that seemed unreachable before any host had answered are asked again when one has. */
  async #syncFeeds(inTurn: FeedSyncOptions['inTurn']): Promise<FeedOutcome[]> {
    const feedPlaces = pLimit(this.#options.concurrency ?? DEFAULT_CONCURRENCY);
    const syncAll = (feeds: readonly FeedValidators[]): Promise<FeedOutcome[]> =>
      Promise.all(feeds.map((feed) => feedPlaces(async () => ({ feed, result: await this.#syncOne(feed, inTurn) }))));
    const outcomes = await syncAll(this.#feeds);
    const doubtful = outcomes.filter(({ result }) => result.error?.kind === 'offline');
    if (doubtful.length === 0 || wasOffline(outcomes)) return outcomes;
    this.#feedsDone -= doubtful.length;
    const again = new Map((await syncAll(doubtful.map(({ feed }) => feed))).map((outcome) => [outcome.feed.id, outcome]));
    return outcomes.map((outcome) => again.get(outcome.feed.id) ?? outcome);
  }

  /** What is due for articles that no feed brought, or that outlived their subscription. */
  async #completeSaved(inTurn: FeedSyncOptions['inTurn']): Promise<{ updatedArticles: number; assets: number }> {
    const nothing = { updatedArticles: 0, assets: 0 };
    const { store } = this.#context;
    if (typeof this.#options.feedId === 'number' || !hasSavedWork(store.read, Date.now())) return nothing;
    const onBytes = (bytes: number): void => {
      addReceivedBytes(store.write, null, today(), bytes);
      this.#bytes += bytes;
    };
    const options = { signal: this.#abort.signal, inTurn, onArticles: () => undefined, onBytes };
    return completeArticles(this.#context, { feedId: null, feedUrl: null }, options).catch((thrown: unknown) => {
      const error = toReaderError(thrown);
      // Without network, or when the user ends the sync, it stays due; anything else is to be seen.
      if (error.kind !== 'offline' && error.kind !== 'cancelled') this.#context.emit('app:problem', error);
      return nothing;
    });
  }

  async #syncOne(feed: FeedValidators, inTurn: FeedSyncOptions['inTurn']): Promise<FeedSyncResult> {
    if (this.#abort.signal.aborted) return { outcome: 'cancelled', error: null, newArticles: 0, updatedArticles: 0, assets: 0 };
    this.#note(feed, { state: 'fetching' });
    const result = await syncFeed(this.#context, feed, {
      signal: this.#abort.signal,
      inTurn,
      onArticles: (articlesDone, articlesTotal) => this.#note(feed, { state: 'articles', articlesDone, articlesTotal }),
      onNewArticles: (ids) => {
        this.#newArticles += ids.length;
        if (ids.length > 0) this.#brought.push({ feedId: feed.id, title: feed.title, ids });
        this.#onNewArticles(ids);
      },
      onBytes: (bytes) => {
        this.#bytes += bytes;
      },
    });
    this.#feedsDone += 1;
    if (result.outcome === 'failed') this.#note(feed, { state: 'failed', error: result.error });
    else this.#states.delete(feed.id);
    this.#tell();
    return result;
  }

  #note(feed: FeedValidators, change: Partial<FeedSyncProgress>): void {
    const before = this.#states.get(feed.id) ?? { feedId: feed.id, title: feed.title, state: 'waiting' as const, articlesDone: 0, articlesTotal: 0, error: null };
    this.#states.set(feed.id, { ...before, ...change });
    this.#tell();
  }

  /** Tells at most ten times a second how far this run is. */
  #tell(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#context.emit('sync:progress', this.progress());
    }, PROGRESS_EVERY_MS);
  }
}
