import type { ParsedFeed } from '../../contract/domain/feed.ts';
import { DocbaoError } from '../../contract/domain/result.ts';
import { mapAtom } from './atom.ts';
import type { DateOptions } from './date.ts';
import { parseJsonFeed } from './json-feed.ts';
import { mapRss } from './rss.ts';
import { expandEntities } from './entities.ts';
import { child, readXml } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

export { parseDate } from './date.ts';

export interface ParseOptions {
  /** The address that the document came from: relative addresses are resolved against it. */
  readonly url: string;
  /** Not believed, only kept for the message: feeds come as text/html, text/plain and worse. */
  readonly contentType: string | null;
}

const LANDMARK = /<!--|<(?:html|head|body)(?=[\s>])|<(?:[a-z][\w.-]{0,20}:)?(?:rss|rdf|feed|channel)(?=[\s>/])/gi;

/**
 * Reads a feed of any kind: RSS 0.90-2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1.x. What is broken is rescued where a
 * browser would make something of it: stray ampersands, undeclared prefixes, illegal characters, junk before the
 * document, a document cut short (an entry that lost its address with the cut is left out).
 * @throws DocbaoError `not-a-feed` where it is something else, `broken-feed` where nothing of a feed can be rescued.
 */
export function parseFeed(text: string, options: ParseOptions): ParsedFeed {
  const { url } = options;
  const start = text.trimStart();
  if (/^[\uFEFF\s]*\{/.test(start.slice(0, 16))) {
    return parseJsonFeed(start.replace(/^\uFEFF/, ''), { url, dates: datesOf(null, url) });
  }
  const at = findRoot(text);
  if (at < 0) {
    throw new DocbaoError('not-a-feed', `${url} is ${describe(text, options)}, not a feed.`, { url });
  }
  return mapDocument(expandEntities(text, at), url);
}

/** Where the feed's root element starts, whatever stands before it; -1 where there is none or a page's comes first. */
function findRoot(text: string): number {
  const lastEnd = text.lastIndexOf('-->');
  for (let match = firstMatch(text, 0); match !== null; ) {
    if (match[0] !== '<!--') return /^<(?:html|head|body)/i.test(match[0]) ? -1 : match.index;
    const isClosed = match.index < lastEnd;
    match = firstMatch(text, isClosed ? text.indexOf('-->', match.index) : match.index + 4);
  }
  return -1;
}

function firstMatch(text: string, from: number): RegExpExecArray | null {
  LANDMARK.lastIndex = from;
  return LANDMARK.exec(text);
}

function describe(text: string, { contentType }: ParseOptions): string {
  if (/^\s*<(?:!doctype\s+html|html|head|body)(?=[\s>])/i.test(text)) return 'a web page';
  const type = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(contentType ?? '')?.[1];
  return type === undefined ? 'something else' : `a document of type ${type}`;
}

function mapDocument(text: string, url: string): ParsedFeed {
  const root = readXml(text, url);
  const top = root.children.find((node) => typeof node !== 'string');
  if (top === undefined) throw broken(url);
  if (top.name === 'atom:feed' || top.name === 'feed') return mapAtomDocument(top, url);
  return mapRssDocument(top, url);
}

function mapAtomDocument(feed: XmlElement, url: string): ParsedFeed {
  const entries = collectEntries(feed, ['atom:entry', 'entry', 'item']);
  const hasText = feed.children.some((node) => typeof node === 'string' && node.trim() !== '');
  const hasElements = feed.children.some((node) => typeof node !== 'string' && ATOM_PARTS.has(node.tag));
  if (!hasElements && (hasText || feed.name === 'feed')) throw broken(url);
  const language = feed.attributes['xml:lang'] ?? null;
  const mapped = mapAtom(feed, entries, { url, dates: datesOf(language, url) });
  return { ...mapped, entries: wholeEntries(mapped.entries, entries, url) };
}

function mapRssDocument(top: XmlElement, url: string): ParsedFeed {
  const channel = top.name === 'channel' ? top : child(top, 'channel');
  const items = collectEntries(top, ['item', 'atom:entry', 'entry']);
  if (channel === null && items.length === 0) throw broken(url);
  const language = child(channel ?? top, 'language', 'dc:language')?.children[0];
  const dates = datesOf(typeof language === 'string' ? language : null, url);
  const mapped = mapRss(channel ?? top, items, { url, dates });
  return { ...mapped, entries: wholeEntries(mapped.entries, items, url) };
}

function broken(url: string): DocbaoError {
  return new DocbaoError('broken-feed', `The feed at ${url} is too broken to be read.`, { url });
}

/**
 * A cut entry is kept only with its title and an address or id: without them it would come again as another one. A feed of
 * which nothing is left then is not an empty feed but a broken one.
 */
function wholeEntries(entries: ParsedFeed['entries'], elements: readonly XmlElement[], url: string): ParsedFeed['entries'] {
  const whole = entries.filter((entry, index) => elements[index]?.isCut !== true || (entry.title !== '' && (entry.url !== null || entry.guid !== null)));
  if (whole.length === 0 && elements.length > 0) throw broken(url);
  return whole;
}

/** Entries in the document's order: those beside the channel (RDF), and those inside an entry that was never closed. */
function collectEntries(element: XmlElement, names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = [];
  for (const node of element.children) {
    if (typeof node === 'string') continue;
    if (names.includes(node.name)) found.push(node, ...collectEntries(node, names));
    else if (CONTAINERS.has(node.name)) found.push(...collectEntries(node, names));
  }
  return found;
}

/** What tells a `feed` element of Atom, namespace or not, from other things called so. */
const ATOM_PARTS: ReadonlySet<string> = new Set(
  'author category entry generator icon id link logo modified rights subtitle tagline title updated info item'.split(' '),
);
const CONTAINERS: ReadonlySet<string> = new Set(['channel', 'items', 'rdf:rdf', 'rss', 'feed', 'atom:feed']);

/** Dates without a zone in a Vietnamese feed are Vietnamese time. */
function datesOf(language: string | null, url: string): DateOptions {
  const isVietnamese = /^\s*vi\b/i.test(language ?? '') || /^https?:\/\/[^/?#]*\.vn(?=[:/?#]|$)/i.test(url);
  return isVietnamese ? { defaultOffsetMinutes: 420 } : {};
}
