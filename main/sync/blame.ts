import type { ReaderError } from '../../contract/domain/result.ts';
import { isPrivateHost } from '../fetch/index.ts';
import { markFeedFailed, type FeedValidators } from '../store/index.ts';
import type { LibraryContext } from './context.ts';
import type { FeedSyncResult } from './feed-sync.ts';
import { nextSyncAfterFailure } from './schedule.ts';

/** What came of one feed in a run. */
export interface FeedOutcome {
  readonly feed: FeedValidators;
  readonly result: FeedSyncResult;
}

/** Failures that a machine without network has with every host. */
function mayBeOurs({ result: { error } }: FeedOutcome): boolean {
  return error?.kind === 'offline' || error?.kind === 'host-unreachable';
}

/** Whether a run found this machine without network: some feeds could not be asked, and no host out there answered another. */
export function wasOffline(outcomes: readonly FeedOutcome[]): boolean {
  const hasAnswer = outcomes.some((outcome) => !mayBeOurs(outcome) && outcome.result.outcome !== 'cancelled' && !isPrivateHost(outcome.feed.feedUrl));
  return !hasAnswer && outcomes.some(({ result }) => result.error?.kind === 'offline');
}

/**
 * Notes with each feed that failed why, and when to try again. A feed is not to blame for a machine that has no network: it stays due.
 * One that is gone for good is left in peace.
 */
export function noteFailures({ store }: LibraryContext, outcomes: readonly FeedOutcome[]): void {
  const isOurs = wasOffline(outcomes);
  const now = Date.now();
  store.write.transaction(() => {
    for (const outcome of outcomes) {
      const { error } = outcome.result;
      if (error === null || error.kind === 'offline' || (isOurs && mayBeOurs(outcome))) continue;
      markFeedFailed(store.write, outcome.feed.id, now, error, nextTry(outcome.feed, error, now));
    }
  });
}

function nextTry({ failureCount }: FeedValidators, { kind, facts }: ReaderError, now: number): number | null {
  if (kind === 'gone') return null;
  const retryAfter = facts?.['retryAfterSeconds'];
  return nextSyncAfterFailure(now, failureCount + 1, typeof retryAfter === 'number' ? retryAfter : null, Math.random());
}
