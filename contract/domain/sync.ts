import type { FeedId } from './feed.ts';
import type { ErrorKind, ReaderError } from './result.ts';

/** Where one feed is in a running sync. */
export type FeedSyncState = 'waiting' | 'fetching' | 'articles' | 'done' | 'unchanged' | 'failed' | 'cancelled';

export interface FeedSyncProgress {
  readonly feedId: FeedId;
  readonly title: string;
  readonly state: FeedSyncState;
  /** Articles of this feed that are dealt with, and how many there are to deal with. */
  readonly articlesDone: number;
  readonly articlesTotal: number;
  readonly error: ReaderError | null;
}

/** A running sync as a whole. Sent at most ten times a second. */
export interface SyncProgress {
  readonly isRunning: boolean;
  readonly startedAt: number;
  readonly feedsDone: number;
  readonly feedsTotal: number;
  readonly newArticles: number;
  readonly bytes: number;
  /** Feeds that are under way or have failed; the finished ones are only counted. */
  readonly feeds: readonly FeedSyncProgress[];
}

/** A sync has ended, and what it brought. */
export interface SyncEnd {
  /** Whether Docbao had begun it by itself. */
  readonly isUnasked: boolean;
  /** The sources with articles that are new to their reader; those that a rule marked read or skipped don't count. */
  readonly arrivals: readonly Arrival[];
}

export interface Arrival {
  readonly feedId: FeedId;
  readonly title: string;
  readonly count: number;
}

export interface SyncOutcome {
  readonly feeds: number;
  readonly unchanged: number;
  readonly failed: readonly { readonly url: string; readonly kind: ErrorKind; readonly message: string }[];
  readonly newArticles: number;
  readonly updatedArticles: number;
  readonly assets: number;
  readonly ms: number;
  readonly wasCancelled: boolean;
}
