import type { ParsedEntry, ParsedFeed } from '../../../contract/domain/feed.ts';
import { parseFeed } from '../../../main/parse/index.ts';

export const FEED_URL = 'https://bao.example/rss/tin.rss';

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
].join(' ');

export function parse(text: string, url: string = FEED_URL): ParsedFeed {
  return parseFeed(text, { url, contentType: null });
}

/** An RSS 2.0 document with these elements in its channel. */
export function rss(channel: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${NAMESPACES}><channel><title>Báo</title><link>https://bao.example/</link>${channel}</channel></rss>`;
}

/** The only entry of an RSS feed whose item has these elements. */
export function rssEntry(item: string): ParsedEntry {
  return only(parse(rss(`<item>${item}</item>`)));
}

/** An Atom 1.0 document with these elements in its feed. */
export function atom(feed: string, attributes = ''): string {
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Báo</title>${feed}</feed>`;
}

export function atomEntry(entry: string, attributes = ''): ParsedEntry {
  return only(parse(atom(`<entry>${entry}</entry>`, attributes)));
}

export function only(feed: ParsedFeed): ParsedEntry {
  const [entry] = feed.entries;
  if (entry === undefined || feed.entries.length !== 1) throw new Error(`${feed.entries.length} entries`);
  return entry;
}
