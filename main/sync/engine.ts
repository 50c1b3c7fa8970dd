import pLimit from 'p-limit';
import type { Conditions } from '../../contract/domain/background.ts';
import type { FeedId } from '../../contract/domain/feed.ts';
import type { FeedSyncProgress, SyncOutcome, SyncProgress } from '../../contract/domain/sync.ts';
import { listFeedValidators, type FeedSelection, type FeedValidators } from '../store/index.ts';
import { SyncConditions } from './conditions.ts';
import type { Arrivals } from './arrivals.ts';
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
  /** When Docbao may ask hosts by itself. */
  readonly conditions = new SyncConditions();
  readonly #context: LibraryContext;
  readonly #index: IndexKeeper;
  readonly #stories: StoryKeeper;
  readonly #arrivals: Arrivals;
  #current: SyncRun | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #wanted = new Map<SyncOptions['feedId'], Promise<SyncOutcome>>();

  constructor(context: LibraryContext, index: IndexKeeper, stories: StoryKeeper, arrivals: Arrivals) {
    this.#context = context;
    this.#index = index;
    this.#stories = stories;
    this.#arrivals = arrivals;
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
    const run = new SyncRun(this.#context, listFeedValidators(this.#context.store.read, selectionOf(options)), options.concurrency ?? DEFAULT_CONCURRENCY);
    this.#current = run;
    const indexing = setInterval(() => void this.#followUp(), FOLLOW_EVERY_MS);
    try {
      return await run.start();
    } finally {
      clearInterval(indexing);
      await this.#followUp();
      this.#context.changes.flush();
      await this.#arrivals.take();
      this.#current = null;
      this.#context.emit('sync:progress', { ...run.progress(), isRunning: false });
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
  readonly #concurrency: number;
  readonly #abort = new AbortController();
  readonly #states = new Map<FeedId, FeedSyncProgress>();
  readonly #startedAt = Date.now();
  #feedsDone = 0;
  #newArticles = 0;
  #bytes = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(context: LibraryContext, feeds: readonly FeedValidators[], concurrency: number) {
    this.#context = context;
    this.#feeds = feeds;
    this.#concurrency = concurrency;
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
    const feedPlaces = pLimit(this.#concurrency);
    const places = { page: pLimit(CONCURRENT_PAGES), images: pLimit(CONCURRENT_ILLUSTRATIONS) };
    this.#tell();
    const results = await Promise.all(this.#feeds.map((feed) => feedPlaces(async () => ({ feed, result: await this.#syncOne(feed, (kind, work) => places[kind](work)) }))));
    if (this.#timer) clearTimeout(this.#timer);
    const sum = (pick: (result: FeedSyncResult) => number): number => results.reduce((total, { result }) => total + pick(result), 0);
    return {
      feeds: results.length,
      unchanged: sum((result) => (result.outcome === 'unchanged' ? 1 : 0)),
      failed: results.flatMap(({ feed, result }) => (result.error === null ? [] : [{ url: feed.feedUrl, kind: result.error.kind, message: result.error.message }])),
      newArticles: sum((result) => result.newArticles),
      updatedArticles: sum((result) => result.updatedArticles),
      assets: sum((result) => result.assets),
      ms: Date.now() - this.#startedAt,
      wasCancelled: this.#abort.signal.aborted,
    };
  }

  async #syncOne(feed: FeedValidators, inTurn: FeedSyncOptions['inTurn']): Promise<FeedSyncResult> {
    if (this.#abort.signal.aborted) return { outcome: 'cancelled', error: null, newArticles: 0, updatedArticles: 0, assets: 0 };
    this.#note(feed, { state: 'fetching' });
    const result = await syncFeed(this.#context, feed, {
      signal: this.#abort.signal,
      inTurn,
      onArticles: (articlesDone, articlesTotal) => this.#note(feed, { state: 'articles', articlesDone, articlesTotal }),
      onNewArticles: (count) => {
        this.#newArticles += count;
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
