import { createHash } from 'node:crypto';
import { toReaderError, type ReaderError } from '../../contract/domain/result.ts';
import { isPrivateHost } from '../fetch/index.ts';
import type { FetchResponse } from '../fetch/index.ts';
import {
  addReceivedBytes,
  getFeed,
  listDueWork,
  listEntryHashes,
  listEntryTimes,
  markFeedFailed,
  markFeedSynced,
  mergeEntries,
  pruneFeed,
  saveFeedAnswer,
  type ArticleWork,
  type FeedValidators,
  type IncomingEntry,
  type WorkKind,
} from '../store/index.ts';
import { doArticleWork, type WorkOutcome } from './article-work.ts';
import { today } from './budget.ts';
import type { LibraryContext } from './context.ts';
import { offlineStateOf } from './images.ts';
import { JUDGED_ENTRIES, nextSyncAfterFailure, nextSyncAfterSuccess, type Manners } from './schedule.ts';
import type { ReadFeed, ReadyEntry } from './steps.ts';
import { urlKey } from './url-key.ts';

/** Entries that are made ready in one message to a step worker. */
const ENTRY_BATCH = 25;

/** What a run shares between its feeds. */
export interface FeedSyncOptions {
  readonly signal: AbortSignal;
  /** Runs an article's work when there is a free place for its kind. */
  readonly inTurn: <Value>(kind: WorkKind, work: () => Promise<Value>) => Promise<Value>;
  readonly onArticles: (done: number, total: number) => void;
  readonly onNewArticles: (count: number) => void;
  readonly onBytes: (bytes: number) => void;
}

export interface FeedSyncResult {
  readonly outcome: 'done' | 'unchanged' | 'failed' | 'cancelled';
  readonly error: ReaderError | null;
  readonly newArticles: number;
  readonly updatedArticles: number;
  readonly assets: number;
}

/**
 * Brings one feed up to date: asks for it (conditionally), stores what is new in one transaction, then completes its
 * articles. Never throws: a failure is noted with the feed, in words, and leaves everything else as it was.
 */
export async function syncFeed(context: LibraryContext, feed: FeedValidators, options: FeedSyncOptions): Promise<FeedSyncResult> {
  const counts = { newArticles: 0, updatedArticles: 0, assets: 0 };
  const counted = {
    ...options,
    onBytes: (more: number) => {
      if (more > 0) addReceivedBytes(context.store.write, feed.id, today(), more);
      options.onBytes(more);
    },
  };
  try {
    const answer = await fetchEntries(context, feed, counted);
    counts.newArticles = answer.inserted;
    counts.updatedArticles = answer.updated;
    const work = await completeArticles(context, feed, counted);
    counts.updatedArticles += work.updatedArticles;
    counts.assets = work.assets;
    if (options.signal.aborted) return { outcome: 'cancelled', error: null, ...counts };
    finishWell(context, feed, answer);
    return { outcome: answer.isUnchanged ? 'unchanged' : 'done', error: null, ...counts };
  } catch (thrown) {
    if (options.signal.aborted) return { outcome: 'cancelled', error: null, ...counts };
    const error = toReaderError(thrown);
    finishBadly(context, feed, error);
    return { outcome: 'failed', error, ...counts };
  } finally {
    context.changes.feeds();
  }
}

/** Sets when the feed is due again, and lets go of what its owner no longer wants kept. */
function finishWell(context: LibraryContext, feed: FeedValidators, answer: FeedAnswered): void {
  const { write } = context.store;
  const now = Date.now();
  const publishedAt = listEntryTimes(write, feed.id, JUDGED_ENTRIES);
  markFeedSynced(write, feed.id, now, nextSyncAfterSuccess({ now, publishedAt, ...answer.asked, random: Math.random() }));
  if (pruneFeed(write, feed.id, now) > 0) context.changes.articles(null);
}

/** A feed is not to blame for a machine that has no network: it stays due. One that is gone for good is left in peace. */
function finishBadly(context: LibraryContext, feed: FeedValidators, error: ReaderError): void {
  const now = Date.now();
  const retryAfter = error.facts?.['retryAfterSeconds'];
  const failures = error.kind === 'offline' ? 1 : feed.failureCount + 1;
  const next = error.kind === 'gone' ? null : nextSyncAfterFailure(now, failures, typeof retryAfter === 'number' ? retryAfter : null, Math.random());
  if (error.kind !== 'offline') markFeedFailed(context.store.write, feed.id, now, error, next);
}

/** What came of asking for the feed itself. */
interface FeedAnswered {
  readonly inserted: number;
  readonly updated: number;
  readonly isUnchanged: boolean;
  /** How often the feed and its server want to be asked. */
  readonly asked: Pick<Manners, 'ttlMinutes' | 'skipHours' | 'maxAgeSeconds'>;
}

async function fetchEntries(context: LibraryContext, feed: FeedValidators, options: FeedSyncOptions): Promise<FeedAnswered> {
  const answer = await context.fetcher.fetch({
    url: feed.feedUrl,
    kind: 'feed',
    etag: feed.etag,
    lastModified: feed.lastModified,
    signal: options.signal,
    allowPrivate: isPrivateHost(feed.feedUrl),
  });
  options.onBytes(answer.transferredBytes);
  const { maxAgeSeconds } = answer;
  const unchanged = { inserted: 0, updated: 0, isUnchanged: true, asked: { ttlMinutes: feed.ttlMinutes, skipHours: feed.skipHours, maxAgeSeconds } };
  if (answer.status === 'not-modified') return unchanged;
  const contentHash = createHash('sha256').update(answer.bytes).digest('hex');
  if (contentHash === feed.contentHash) return unchanged;
  const read = await context.steps.run('readFeed', { bytes: answer.bytes, contentType: answer.contentType, url: answer.url, kind: feed.kind });
  const known = listEntryHashes(context.store.read, feed.id);
  const fresh = read.entries.filter((item) => known.get(item.key) !== item.hash);
  const ready: ReadyEntry[] = [];
  for (let from = 0; from < fresh.length; from += ENTRY_BATCH) {
    options.signal.throwIfAborted();
    const entries = fresh.slice(from, from + ENTRY_BATCH);
    const { title, siteUrl, language } = read.feed;
    ready.push(...(await context.steps.run('readyEntries', { entries, feedUrl: answer.url, feedTitle: title, siteUrl, language, fullText: feed.fullText })));
  }
  options.signal.throwIfAborted();
  const { ttlMinutes, skipHours } = read.feed;
  return { ...store(context, feed, answer, contentHash, read, ready, options), isUnchanged: false, asked: { ttlMinutes, skipHours, maxAgeSeconds } };
}

function store(
  context: LibraryContext,
  feed: FeedValidators,
  answer: FetchResponse,
  contentHash: string,
  read: ReadFeed,
  ready: readonly ReadyEntry[],
  options: FeedSyncOptions,
): { inserted: number; updated: number } {
  const { write } = context.store;
  const at = Date.now();
  const outcome = write.transaction(() => {
    // Throws where the user unsubscribed while the feed was being fetched: then nothing is stored.
    getFeed(write, feed.id);
    saveFeedAnswer(write, feed.id, {
      title: read.feed.title || null,
      siteUrl: read.feed.siteUrl,
      description: read.feed.description,
      language: read.feed.language,
      ttlMinutes: read.feed.ttlMinutes,
      skipHours: read.feed.skipHours,
      etag: answer.etag,
      lastModified: answer.lastModified,
      contentHash,
      movedTo: answer.movedPermanentlyTo,
    });
    return mergeEntries(write, feed.id, ready.map((entry) => toIncoming(feed, entry, at)), at);
  });
  context.changes.articles([...outcome.inserted, ...outcome.updated]);
  options.onNewArticles(outcome.inserted.length);
  return { inserted: outcome.inserted.length, updated: outcome.updated.length };
}

function toIncoming(feed: FeedValidators, { key, hash, url, text, enclosures, needsPage }: ReadyEntry, at: number): IncomingEntry {
  const images = text.images.map((ref, position) => ({ ...ref, position, asset: null, error: null }));
  const state = needsPage ? { offline: 'summary' as const, offlineReason: { why: 'pending' as const, message: 'The page has not been fetched yet.' } } : offlineStateOf(images);
  // A date in the future would keep an entry on top of every list for ever.
  const publishedAt = Math.min(text.publishedAt ?? at, at);
  return {
    entryKey: key,
    entryHash: hash,
    needsPage,
    article: { ...text, ...state, images, feedId: feed.id, origin: 'feed', url, urlKey: url === null ? null : urlKey(url), publishedAt, arrivedAt: at, enclosures },
  };
}

/**
 * Does what is due for this feed's articles, new and left over from earlier syncs: text first, all of it, then images, so that on
 * a slow line there is something to read soonest.
 */
async function completeArticles(context: LibraryContext, feed: FeedValidators, options: FeedSyncOptions): Promise<{ updatedArticles: number; assets: number }> {
  const sums = { updatedArticles: 0, assets: 0 };
  let done = 0;
  let total = 0;
  for (const kind of ['page', 'images'] as const) {
    const due = listDueWork(context.store.read, feed.id, Date.now()).filter((work) => work.kind === kind);
    total += due.length;
    options.onArticles(done, total);
    await Promise.all(
      due.map(async (work) => {
        const outcome = await options.inTurn(kind, () => workOn(context, feed, work, options));
        sums.updatedArticles += outcome.wasUpdated ? 1 : 0;
        sums.assets += outcome.assets;
        done += 1;
        options.onBytes(outcome.bytes);
        options.onArticles(done, total);
      }),
    );
  }
  return sums;
}

async function workOn(context: LibraryContext, feed: FeedValidators, work: ArticleWork, { signal }: FeedSyncOptions): Promise<WorkOutcome> {
  const nothing = { wasUpdated: false, assets: 0, bytes: 0 };
  const isCancelled = (): boolean => signal.aborted;
  if (isCancelled()) return nothing;
  try {
    return await doArticleWork(context, work, { referrer: feed.feedUrl, allowPrivate: isPrivateHost(feed.feedUrl), signal });
  } catch (error) {
    // Removed while it was being fetched, or cancelled: its own affair, not the feed's.
    if (isCancelled() || toReaderError(error).kind === 'no-such-item') return nothing;
    throw error;
  }
}
