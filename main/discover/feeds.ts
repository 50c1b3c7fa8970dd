import { scanPage } from './html-scan.ts';
import type { PageLink } from './html-scan.ts';

export interface DiscoveredFeed {
  readonly url: string;
  readonly title: string | null;
  readonly evidence: 'link-rel' | 'anchor';
}

const FEED_TYPE = /^(?:application|text)\/(?:rss\+xml|rss|atom\+xml|atom|rdf\+xml|rdf|feed\+json|x-rss\+xml|x\.atom\+xml)\b/;
/** Types that are feeds only where the address or the title says so. */
const DOUBTFUL_TYPE = /^(?:application|text)\/(?:xml|json)\b/;
/** Addresses that end like a feed's, or have a path segment or parameter that says feed. */
const FEED_PATH =
  /(?:\.(?:rss|atom|rdf)|\/(?:rss|atom|feed|index|feeds|home|news|tin-moi-nhat)\.(?:xml|json)|\/(?:rss|feed|atom)(?:\/[\w-]*)?)\/?$/i;
const FEED_QUERY = /[?&](?:feed|format|type|alt|output)=(?:rss2?|atom|feed|json-?feed)(?:&|$)/i;
const FEED_HOST = /^https?:\/\/(?:feeds?\d*|rss|feedproxy)\./i;
const FEED_WORDS = /(?:^|[^\p{L}])(?:rss|atom|feed|xml feed|nguồn tin)(?:$|[^\p{L}])/iu;
const NEVER = /\.(?:html?|php\d?|aspx?|jpe?g|png|gif|svg|css|js|pdf|zip|mp[34])$/i;
const COMMENTS = /comment|binh-?luan|bình luận|phản hồi|replies/iu;
/** Answers of programs that are not feeds for readers. */
const NOT_FEEDS = /\/wp-json\b|oembed|opensearch|\/xmlrpc|sitemap|manifest\.json|\/osd\.xml/i;
/** An address of a feed anywhere in a page's source: its scripts' data, its text. */
const NAMED_FEED = /https?:(?:\\?\/){2}[\w.-]+(?:\\?\/[\w.~%-]+){0,8}\.(?:rss|atom)(?=["'\s<&\\?)])/gi;
const NO_LINK: PageLink = { href: '', rel: '', type: '', title: '', text: '' };
const MOST_FEEDS = 100;

/**
 * The feeds that a page names, the likeliest first: alternate links of its head in the page's order, then anchors that
 * look like feeds; feeds of comments last of each. Addresses are absolute, each listed once. They are claims: only a
 * fetch shows whether there is a feed.
 */
export function discoverFeeds(html: string, pageUrl: string): readonly DiscoveredFeed[] {
  const page = scanPage(html);
  const base = resolve(page.baseHref ?? '', pageUrl) ?? pageUrl;
  const found = new Map<string, DiscoveredFeed>();
  const add = (link: PageLink, url: string, evidence: DiscoveredFeed['evidence']): void => {
    const title = (link.title || link.text).replace(/\s+/g, ' ').trim().normalize('NFC').slice(0, 300);
    if (!found.has(url)) found.set(url, { url, title: title === '' ? null : title, evidence });
  };
  for (const link of page.links) {
    const url = resolve(link.href, base);
    if (url !== null && isFeedLink(link, url)) add(link, url, 'link-rel');
  }
  for (const anchor of page.anchors) {
    const url = feedOfAnchor(anchor, base);
    if (url !== null && url !== pageUrl) add(anchor, url, 'anchor');
  }
  for (const [address] of html.matchAll(NAMED_FEED)) {
    const url = resolve(address.replaceAll('\\/', '/').replaceAll('&amp;', '&'), base);
    if (url !== null && url !== pageUrl && !NOT_FEEDS.test(url)) add(NO_LINK, url, 'anchor');
  }
  return [...found.values()].sort((one, other) => rank(one) - rank(other)).slice(0, MOST_FEEDS);
}

function isFeedLink({ rel, type, title }: PageLink, url: string): boolean {
  const rels = rel.split(/\s+/);
  if (NOT_FEEDS.test(url)) return false;
  if (rels.includes('feed')) return true;
  if (!rels.includes('alternate')) return false;
  if (FEED_TYPE.test(type)) return true;
  if (type !== '' && !DOUBTFUL_TYPE.test(type)) return false;
  return looksLikeFeed(url) || (type !== '' && FEED_WORDS.test(title));
}

function feedOfAnchor(anchor: PageLink, base: string): string | null {
  const wrapped = /^feed:(?:\/\/)?(.*)$/i.exec(anchor.href.trim())?.[1];
  const address = wrapped === undefined ? anchor.href : wrapped.replace(/^(?!https?:)/i, 'https://');
  const url = resolve(address, base) ?? null;
  if (url === null || NOT_FEEDS.test(url)) return null;
  if (wrapped !== undefined || FEED_TYPE.test(anchor.type)) return url;
  return looksLikeFeed(url) ? url : null;
}

function looksLikeFeed(url: string): boolean {
  const { pathname, search } = new URL(url);
  if (FEED_PATH.test(pathname) || FEED_QUERY.test(search)) return true;
  return FEED_HOST.test(url) && !NEVER.test(pathname) && pathname !== '/';
}

function rank({ url, title, evidence }: DiscoveredFeed): number {
  const isComments = COMMENTS.test(title ?? '') || /\/comments?\/|comments?[-_.]|[-_]comments?\b/i.test(url);
  return (evidence === 'anchor' ? 2 : 0) + (isComments ? 1 : 0);
}

function resolve(href: string, base: string): string | null {
  if (href.length > 4096) return null;
  try {
    const url = new URL(href.trim(), base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    url.hash = '';
    return url.href;
  } catch {
    return null;
  }
}

/**
 * Pages that a page names as lists of feeds (`/rss.htm` of many papers): `discoverFeeds` finds the feeds in them. To be
 * asked when the page itself names none.
 */
export function feedListPages(html: string, pageUrl: string): readonly string[] {
  const page = scanPage(html);
  const base = resolve(page.baseHref ?? '', pageUrl) ?? pageUrl;
  const found = new Set<string>();
  for (const anchor of page.anchors) {
    const url = resolve(anchor.href, base);
    if (url === null || url === pageUrl || new URL(url).host !== new URL(base).host) continue;
    const isNamed = /^(?:rss|rss feeds?|kênh rss|nguồn tin|feeds)$/iu.test(anchor.text || anchor.title);
    if (isNamed || /\/rss(?:main|feeds?)?(?:\.(?:html?|aspx|php))?\/?$/i.test(new URL(url).pathname)) found.add(url);
  }
  return [...found].slice(0, 3);
}

const VIETNAMESE_PATHS = ['/rss/home.rss', '/rss/tin-moi-nhat.rss', '/home.rss', '/trang-chu.rss', '/tin-moi.rss'] as const;
const COMMON_PATHS = [
  '/feed',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feed.json',
  '/feeds/posts/default',
  '/?feed=rss2',
] as const;

/**
 * Addresses at which a page's site may have its feed, to be tried in this order when the page names none: a section's
 * own first (`/thoi-su` -> `/thoi-su.rss`, `/rss/thoi-su.rss`), then the site's; on .vn hosts the ways of Vietnamese
 * papers before those of the world.
 */
export function commonFeedUrls(pageUrl: string): readonly string[] {
  const page = resolve(pageUrl, 'https://invalid.invalid/');
  if (page === null) return [];
  const { pathname, hostname } = new URL(page);
  const path = pathname.replace(/\.(?:html?|chn|vnp|php)$/i, '').replace(/\/+$/, '');
  const section = path.split('/').at(-1) ?? '';
  const isSection = section !== '' && path.split('/').length <= 3 && !/\d{4,}/.test(section);
  const own = isSection ? [`${path}.rss`, `/rss/${section}.rss`, `${path}/feed`, `${path}/rss`] : [];
  const isVietnamese = hostname.endsWith('.vn') || hostname === 'vnexpress.net';
  const site = isVietnamese ? ['/rss.xml', ...VIETNAMESE_PATHS, ...COMMON_PATHS] : [...COMMON_PATHS, ...VIETNAMESE_PATHS];
  return [...new Set([...own, ...site].map((address) => new URL(address, page).href))];
}
