import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import type { ParsedEntry } from '../contract/domain/feed.ts';
import { parseFeed } from '../main/parse/index.ts';

/** What both parsers are asked for, in one shape; `undefined` is a parser's failure to read the feed at all. */
export interface CommonFeed {
  readonly title: string;
  readonly description: string;
  readonly link: string;
  readonly language: string;
  readonly picture: string;
  readonly ttl: string;
  readonly entries: readonly CommonEntry[];
}

export interface CommonEntry {
  readonly title: string;
  readonly link: string;
  readonly guid: string;
  readonly summary: string;
  readonly content: string;
  readonly author: string;
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  readonly tags: readonly string[];
  readonly enclosures: readonly { readonly url: string; readonly type: string; readonly length: string }[];
  readonly picture: string;
}

export type Adapter = (text: string, url: string) => CommonFeed;

export function withDocbao(text: string, url: string): CommonFeed {
  const feed = parseFeed(text, { url, contentType: null });
  return {
    title: feed.title,
    description: feed.description ?? '',
    link: feed.siteUrl ?? '',
    language: feed.language ?? '',
    picture: feed.iconUrl ?? '',
    ttl: String(feed.ttlMinutes ?? ''),
    entries: feed.entries.map(docbaoEntry),
  };
}

function docbaoEntry(entry: ParsedEntry): CommonEntry {
  return {
    title: entry.title,
    link: entry.url ?? '',
    guid: entry.guid ?? '',
    summary: entry.summaryHtml ?? '',
    content: entry.contentHtml ?? '',
    author: entry.author ?? '',
    publishedAt: entry.publishedAt,
    updatedAt: entry.updatedAt,
    tags: entry.categories,
    enclosures: entry.enclosures.map(({ url, mimeType, length }) => ({
      url,
      type: mimeType ?? '',
      length: String(length ?? ''),
    })),
    picture: entry.imageUrl ?? '',
  };
}

/** A value inside what feedsmith answers, whose shape differs by format. */
type Loose = { readonly [key: string]: Loose } | readonly Loose[] | string | number | boolean | undefined;

/** Feedsmith leaves dates and relative addresses to its user: here `Date.parse` and `new URL` do that. */
export function withFeedsmith(text: string, url: string): CommonFeed {
  const feed = JSON.parse(JSON.stringify(parseWithFeedsmith(text).feed)) as Loose;
  return {
    title: first(feed, 'title.value', 'title', 'dc.titles.0'),
    description: first(feed, 'description.value', 'description', 'subtitle.value', 'subtitle', 'tagline.value', 'tagline', 'dc.descriptions.0', 'itunes.summary'),
    link: absolute(first(feed, 'link', 'links.0.href', 'home_page_url', 'atom.links.0.href'), url),
    language: first(feed, 'language', 'dc.languages.0', 'xml.lang'),
    picture: absolute(first(feed, 'image.url', 'icon', 'logo', 'itunes.image'), url),
    ttl: first(feed, 'ttl'),
    entries: list(get(feed, 'items') ?? get(feed, 'entries')).map((entry) => feedsmithEntry(entry, url)),
  };
}

function feedsmithEntry(entry: Loose, url: string): CommonEntry {
  const tags = [...list(get(entry, 'categories')), ...list(get(entry, 'dc.subjects'))];
  const enclosures = [...list(get(entry, 'enclosures')), ...list(get(entry, 'links')).filter((link) => first(link, 'rel') === 'enclosure')];
  return {
    title: first(entry, 'title.value', 'title', 'dc.titles.0'),
    link: absolute(first(entry, 'feedburner.origLink', 'link', 'links.0.href', 'atom.links.0.href', 'guid.value'), url),
    guid: first(entry, 'guid.value', 'id', 'atom.id'),
    summary: first(entry, 'description', 'summary.value', 'summary', 'dc.descriptions.0', 'itunes.summary'),
    content: first(entry, 'content.encoded', 'content.value', 'content'),
    author: first(entry, 'authors.0.name', 'authors.0', 'dc.creators.0', 'itunes.author'),
    publishedAt: date(first(entry, 'pubDate', 'published', 'dc.dates.0', 'issued', 'dcterms.issued.0', 'dcterms.created.0')),
    updatedAt: date(first(entry, 'updated', 'dcterms.modified.0', 'modified')),
    tags: tags.map((tag) => (typeof tag === 'string' ? tag : first(tag, 'label', 'term', 'name', 'value'))),
    enclosures: enclosures.map((one) => ({
      url: absolute(first(one, 'url', 'href'), url),
      type: first(one, 'type'),
      length: first(one, 'length'),
    })),
    picture: absolute(first(entry, 'media.thumbnails.0.url', 'itunes.image', 'media.contents.0.url'), url),
  };
}

function get(value: Loose, path: string): Loose {
  let at: Loose = value;
  for (const key of path.split('.')) at = typeof at === 'object' ? (at as Record<string, Loose>)[key] : undefined;
  return at;
}

function first(value: Loose, ...paths: readonly string[]): string {
  for (const path of paths) {
    const found = get(value, path);
    if (typeof found === 'string' || typeof found === 'number') return String(found);
  }
  return '';
}

function list(value: Loose): readonly Loose[] {
  return Array.isArray(value) ? (value as readonly Loose[]) : [];
}

function absolute(address: string, base: string): string {
  return URL.canParse(address, base) && address !== '' ? new URL(address, base).href : address;
}

function date(text: string): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
