import { createHash } from 'node:crypto';
import { toReaderError, type ReaderError } from '../../contract/domain/result.ts';
import { isPrivateHost } from '../fetch/index.ts';
import type { FetchResponse } from '../fetch/index.ts';
import {
  getFeed,
  listDueWork,
  listEntryHashes,
  markFeedFailed,
  markFeedSynced,
  mergeEntries,
  saveFeedAnswer,
  type FeedValidators,
  type IncomingEntry,
} from '../store/index.ts';
import { doArticleWork } from './article-work.ts';
import type { LibraryContext } from './context.ts';
import { offlineStateOf } from './images.ts';
import type { ReadFeed, ReadyEntry } from './steps.ts';
import { urlKey } from './url-key.ts';

/** Entries that are made ready in one message to a step worker. */
const ENTRY_BATCH = 25;

/** What a run shares between its feeds. */
export interface FeedSyncOptions {
  readonly signal: AbortSignal;
  /** Runs an article's work when there is a free place for it. */
  readonly inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>;
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
  try {
    const merged = await fetchEntries(context, feed, options);
    counts.newArticles = merged?.inserted ?? 0;
    counts.updatedArticles = merged?.updated ?? 0;
    const work = await completeArticles(context, feed, options);
    counts.updatedArticles += work.updatedArticles;
    counts.assets = work.assets;
    if (options.signal.aborted) return { outcome: 'cancelled', error: null, ...counts };
    markFeedSynced(context.store.write, feed.id, Date.now());
    return { outcome: merged === null ? 'unchanged' : 'done', error: null, ...counts };
  } catch (thrown) {
    if (options.signal.aborted) return { outcome: 'cancelled', error: null, ...counts };
    const error = toReaderError(thrown);
    markFeedFailed(context.store.write, feed.id, Date.now(), error);
    return { outcome: 'failed', error, ...counts };
  } finally {
    context.changes.feeds();
  }
}

/** Null where the feed says that it has not changed. */
async function fetchEntries(context: LibraryContext, feed: FeedValidators, options: FeedSyncOptions): Promise<{ inserted: number; updated: number } | null> {
  const answer = await context.fetcher.fetch({
    url: feed.feedUrl,
    kind: 'feed',
    etag: feed.etag,
    lastModified: feed.lastModified,
    signal: options.signal,
    allowPrivate: isPrivateHost(feed.feedUrl),
  });
  options.onBytes(answer.transferredBytes);
  if (answer.status === 'not-modified') return null;
  const contentHash = createHash('sha256').update(answer.bytes).digest('hex');
  if (contentHash === feed.contentHash) return null;
  const read = await context.steps.run('readFeed', { bytes: answer.bytes, contentType: answer.contentType, url: answer.url });
  const known = listEntryHashes(context.store.read, feed.id);
  const fresh = read.entries.filter((item) => known.get(item.key) !== item.hash);
  const ready: ReadyEntry[] = [];
  for (let from = 0; from < fresh.length; from += ENTRY_BATCH) {
    options.signal.throwIfAborted();
    const entries = fresh.slice(from, from + ENTRY_BATCH);
    const { title, siteUrl, language } = read.feed;
    ready.push(...(await context.steps.run('readyEntries', { entries, feedUrl: answer.url, feedTitle: title, siteUrl, language })));
  }
  options.signal.throwIfAborted();
  return store(context, feed, answer, contentHash, read, ready, options);
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
  const state = needsPage ? { offline: 'summary' as const, offlineReason: 'The page has not been fetched yet.' } : offlineStateOf(images);
  // A date in the future would keep an entry on top of every list for ever.
  const publishedAt = Math.min(text.publishedAt ?? at, at);
  return {
    entryKey: key,
    entryHash: hash,
    needsPage,
    article: { ...text, ...state, images, feedId: feed.id, origin: 'feed', url, urlKey: url === null ? null : urlKey(url), publishedAt, arrivedAt: at, enclosures },
  };
}

/** Does what is due for this feed's articles, new and left over from earlier syncs. */
async function completeArticles(context: LibraryContext, feed: FeedValidators, options: FeedSyncOptions): Promise<{ updatedArticles: number; assets: number }> {
  const due = listDueWork(context.store.read, feed.id, Date.now());
  const source = { referrer: feed.feedUrl, allowPrivate: isPrivateHost(feed.feedUrl), signal: options.signal };
  const sums = { updatedArticles: 0, assets: 0 };
  let done = 0;
  options.onArticles(done, due.length);
  await Promise.all(
    due.map((work) =>
      options.inTurn(async () => {
        if (options.signal.aborted) return;
        try {
          const outcome = await doArticleWork(context, work, source);
          sums.updatedArticles += outcome.wasUpdated ? 1 : 0;
          sums.assets += outcome.assets;
          options.onBytes(outcome.bytes);
        } catch (error) {
          // Removed while it was being fetched, or cancelled: its own affair, not the feed's.
          if (!options.signal.aborted && toReaderError(error).kind !== 'no-such-item') throw error;
        }
        done += 1;
        options.onArticles(done, due.length);
      }),
    ),
  );
  return sums;
}
