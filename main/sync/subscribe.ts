import type { Feed, FeedCandidate } from '../../contract/domain/feed.ts';
import { DocbaoError } from '../../contract/domain/result.ts';
import { commonFeedUrls } from '../discover/index.ts';
import { isPrivateHost } from '../fetch/index.ts';
import { findFeedByUrl, getFeed, insertFeed } from '../store/index.ts';
import type { LibraryContext } from './context.ts';
import type { Inspection } from './steps.ts';

/** Addresses that one page may send us to in search of a feed. */
const MAX_CANDIDATES = 16;
/** A page without a feed that shows at least so many articles can be followed itself. */
const LEAST_LISTED = 5;
/** Pages that list a site's feeds, such as `/rss`, that are looked at. */
const MAX_LIST_PAGES = 2;

/**
 * The address that a person typed, as one to fetch: `https` where no scheme is given.
 *
 * @throws {DocbaoError} `bad-address`
 */
export function toAddress(typed: string): string {
  const text = typed.trim().replace(/^feed:(\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://');
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d+(\/|$))/i.test(text);
  const address = hasScheme ? text : `${isPrivateHost(`http://${text}`) ? 'http' : 'https'}://${text}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || !/[.:]|^localhost$/.test(url.hostname)) {
    throw new DocbaoError('bad-address', `“${typed.trim().slice(0, 200)}” is not the address of a web page.`, { address: typed.trim().slice(0, 200) });
  }
  url.hash = '';
  return url.href;
}

/**
 * Finds the feeds that an address leads to: itself where it is one, else those that its page names, else those at the
 * usual places of its site.
 *
 * @throws {DocbaoError} what fetching the address threw, or `no-feed-found`
 */
export async function discover(context: LibraryContext, typed: string, signal: AbortSignal): Promise<FeedCandidate[]> {
  const address = toAddress(typed);
  const allowPrivate = isPrivateHost(address);
  const first = await inspectAddress(context, address, allowPrivate, signal);
  if (first.inspection.kind === 'feed') return [toCandidate(context, first.url, first.inspection)];
  const { links, listPages } = first.inspection;
  const look = (urls: readonly string[]): Promise<FeedCandidate[]> => tryAll(context, urls.slice(0, MAX_CANDIDATES), allowPrivate, signal);
  let found = await look(links);
  if (found.length === 0) found = (await look(commonFeedUrls(first.url))).slice(0, 1);
  for (const listPage of found.length === 0 ? listPages.slice(0, MAX_LIST_PAGES) : []) {
    const listed = await inspectAddress(context, listPage, allowPrivate, signal).catch(() => null);
    if (listed?.inspection.kind === 'page') found.push(...(await look(listed.inspection.links)));
    if (found.length > 0) break;
  }
  if (found.length === 0 && first.inspection.listedTitles.length >= LEAST_LISTED) return [toListPage(context, first.url, first.inspection)];
  if (found.length === 0) {
    throw new DocbaoError('no-feed-found', `No feed was found at ${address}. Its page names none, and the usual places have none.`, { url: address, host: new URL(address).host });
  }
  return found;
}

async function inspectAddress(context: LibraryContext, url: string, allowPrivate: boolean, signal: AbortSignal): Promise<{ url: string; inspection: Inspection }> {
  const answer = await context.fetcher.fetch({ url, kind: 'feed', signal, allowPrivate, isUrgent: true });
  const inspection = await context.steps.run('inspect', { bytes: answer.bytes, contentType: answer.contentType, url: answer.url });
  return { url: answer.movedPermanentlyTo ?? (inspection.kind === 'feed' ? url : answer.url), inspection };
}

/** The candidates that turn out to be feeds, in the order given; one that fails is no candidate. */
async function tryAll(context: LibraryContext, urls: readonly string[], allowPrivate: boolean, signal: AbortSignal): Promise<FeedCandidate[]> {
  const tried = await Promise.all(
    urls.map(async (url) => {
      try {
        const { url: feedUrl, inspection } = await inspectAddress(context, url, allowPrivate, signal);
        return inspection.kind === 'feed' ? toCandidate(context, feedUrl, inspection) : null;
      } catch (error) {
        if (signal.aborted) throw error;
        return null;
      }
    }),
  );
  const unique = new Map(tried.flatMap((candidate) => (candidate === null ? [] : [[candidate.feedUrl, candidate] as const])));
  return [...unique.values()];
}

function toCandidate(context: LibraryContext, feedUrl: string, { feed, entryCount, sampleTitles }: Extract<Inspection, { kind: 'feed' }>): FeedCandidate {
  return {
    feedUrl,
    title: feed.title || new URL(feedUrl).host,
    siteUrl: feed.siteUrl,
    format: feed.format,
    entryCount,
    sampleTitles,
    isSubscribed: findFeedByUrl(context.store.read, feedUrl) !== null,
  };
}

/** A site without a feed: its list page, whose article links are followed. */
function toListPage(context: LibraryContext, url: string, { title, listedTitles }: Extract<Inspection, { kind: 'page' }>): FeedCandidate {
  return {
    feedUrl: url,
    title: title ?? new URL(url).host,
    siteUrl: url,
    format: 'page',
    entryCount: listedTitles.length,
    sampleTitles: listedTitles.slice(0, 3),
    isSubscribed: findFeedByUrl(context.store.read, url) !== null,
  };
}

/** Subscribes to a feed; one that is there already is answered as it is. Its articles come with the next sync. */
export async function subscribe(context: LibraryContext, typed: string, signal: AbortSignal): Promise<Feed> {
  const feedUrl = toAddress(typed);
  const known = findFeedByUrl(context.store.read, feedUrl);
  if (known !== null) return getFeed(context.store.read, known);
  const { inspection } = await inspectAddress(context, feedUrl, isPrivateHost(feedUrl), signal);
  if (inspection.kind === 'page' && inspection.listedTitles.length >= LEAST_LISTED) return subscribeTo(context, toListPage(context, feedUrl, inspection));
  if (inspection.kind !== 'feed') throw new DocbaoError('not-a-feed', `What ${feedUrl} answers is not a feed.`, { url: feedUrl, host: new URL(feedUrl).host });
  return subscribeTo(context, toCandidate(context, feedUrl, inspection));
}

/** Subscribes to a feed that was just looked at. */
export function subscribeTo(context: LibraryContext, candidate: FeedCandidate): Feed {
  const { feedUrl, siteUrl, title, format } = candidate;
  const kind = format === 'page' ? 'page' : 'feed';
  const id = insertFeed(context.store.write, { feedUrl, siteUrl, title, addedAt: Date.now(), kind, folderId: null });
  context.changes.feeds();
  return getFeed(context.store.write, id);
}
