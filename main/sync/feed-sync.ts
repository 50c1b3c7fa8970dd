import { createHash } from 'node:crypto';
import type { ArticleId } from '../../contract/domain/article.ts';
import { toReaderError, type ReaderError } from '../../contract/domain/result.ts';
import { isPrivateHost } from '../fetch/index.ts';
import type { FetchResponse } from '../fetch/index.ts';
import {
  addReceivedBytes,
  listEntryHashes,
  listEntryTimes,
  markFeedSynced,
  mergeEntries,
  pruneFeed,
  requireFeed,
  saveFeedAnswer,
  type FeedValidators,
  type IncomingEntry,
} from '../store/index.ts';
import { today } from './budget.ts';
import { completeArticles, type CompletingOptions } from './complete-articles.ts';
import type { LibraryContext } from './context.ts';
import { imagesWait, readinessOf, type ImagesWait } from './image-policy.ts';
import { JUDGED_ENTRIES, nextSyncAfterSuccess, type Manners } from './schedule.ts';
import { ENTRY_BATCH, type ReadFeed, type ReadyEntry } from './steps.ts';
import { urlKey } from './url-key.ts';

/** Bytes that are counted at least so often: the day's limit is to be kept, and each counting is a write. */
const COUNTED_BYTES = 500_000;

/** What a run shares between its feeds. */
export interface FeedSyncOptions extends CompletingOptions {
  /** Articles that are in the library from now on; who looks at it is yet to be told. */
  readonly onNewArticles: (ids: readonly ArticleId[]) => void;
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
 * articles. Never throws: a failure is answered, in words, and leaves everything else as it was; the run notes it with the feed. A feed
 * whose time has not come is not asked: only what is due for its articles is done.
 */
export async function syncFeed(context: LibraryContext, feed: FeedValidators, options: FeedSyncOptions): Promise<FeedSyncResult> {
  const counts = { newArticles: 0, updatedArticles: 0, assets: 0 };
  let uncounted = 0;
  const count = (): void => {
    if (uncounted > 0) addReceivedBytes(context.store.write, feed.id, today(), uncounted);
    uncounted = 0;
  };
  const counted = {
    ...options,
    onBytes: (more: number) => {
      uncounted += more;
      if (uncounted >= COUNTED_BYTES) count();
      options.onBytes(more);
    },
  };
  try {
    const answer = feed.isDue ? await fetchEntries(context, feed, counted) : null;
    counts.newArticles = answer?.inserted ?? 0;
    counts.updatedArticles = answer?.updated ?? 0;
    const work = await completeArticles(context, { feedId: feed.id, feedUrl: feed.feedUrl }, counted);
    counts.updatedArticles += work.updatedArticles;
    counts.assets = work.assets;
    if (options.signal.aborted) return { outcome: 'cancelled', error: null, ...counts };
    context.store.write.transaction(() => {
      count();
      if (answer !== null) finishWell(context, feed, answer);
    });
    return { outcome: answer === null || answer.isUnchanged ? 'unchanged' : 'done', error: null, ...counts };
  } catch (thrown) {
    if (options.signal.aborted) return { outcome: 'cancelled', error: null, ...counts };
    return { outcome: 'failed', error: toReaderError(thrown), ...counts };
  } finally {
    count();
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
  const known = listEntryHashes(context.store.read, feed.id);
  const read = await context.steps.run('readFeed', { bytes: answer.bytes, contentType: answer.contentType, url: answer.url, kind: feed.kind, fullText: feed.fullText, known });
  const ready = [...read.ready];
  for (let from = 0; from < read.rest.length; from += ENTRY_BATCH) {
    options.signal.throwIfAborted();
    const entries = read.rest.slice(from, from + ENTRY_BATCH);
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
  const imagesWhy = imagesWait(context);
  const outcome = write.transaction(() => {
    // Unsubscribed from while it was being fetched: then nothing is stored.
    requireFeed(write, feed.id);
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
    return mergeEntries(write, feed.id, ready.map((entry) => toIncoming(imagesWhy, feed, entry, at)), at);
  });
  context.changes.articles(outcome.updated);
  options.onNewArticles(outcome.inserted);
  return { inserted: outcome.inserted.length, updated: outcome.updated.length };
}

function toIncoming(imagesWhy: ImagesWait | null, feed: FeedValidators, { key, hash, url, text, enclosures, needsPage }: ReadyEntry, at: number): IncomingEntry {
  const images = text.images.map((ref, position) => ({ ...ref, position, asset: null, error: null }));
  const state = needsPage ? { offline: 'summary' as const, offlineReason: { why: 'pending' as const, message: 'The page has not been fetched yet.' } } : readinessOf(images, imagesWhy);
  // A date in the future would keep an entry on top of every list for ever.
  const publishedAt = Math.min(text.publishedAt ?? at, at);
  return {
    entryKey: key,
    entryHash: hash,
    needsPage,
    article: { ...text, ...state, images, feedId: feed.id, origin: 'feed', url, urlKey: url === null ? null : urlKey(url), publishedAt, arrivedAt: at, enclosures },
  };
}
