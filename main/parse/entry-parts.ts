import type { Enclosure } from '../../contract/domain/feed.ts';
import { parseDate } from './date.ts';
import type { DateOptions } from './date.ts';
import { LIMITS } from './limits.ts';
import { resolveUrl, webUrl, rebaseHtml } from './links.ts';
import { cleanHtml, cleanLine, htmlToLine } from './text.ts';
import { innerHtml } from './markup.ts';
import { child, childrenNamed, textOf } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

/** What the mappers of one document share. */
export interface FeedContext {
  /** The address that the document came from. */
  readonly url: string;
  readonly dates: DateOptions;
}

/** The first of these children that has text, as one plain line; null where none has. */
export function lineOf(element: XmlElement, ...names: readonly string[]): string | null {
  for (const name of names) {
    for (const found of childrenNamed(element, name)) {
      const line = htmlToLine(innerHtml(found));
      if (line !== '') return line;
    }
  }
  return null;
}

/** A title: like `lineOf`, shorter, and empty where there is none. */
export function titleOf(element: XmlElement, ...names: readonly string[]): string {
  for (const name of names) {
    for (const found of childrenNamed(element, name)) {
      const line = htmlToLine(innerHtml(found), LIMITS.title);
      if (line !== '') return line;
    }
  }
  return '';
}

/** The first of these children that holds HTML, as HTML. */
export function htmlOf(element: XmlElement, context: FeedContext, ...names: readonly string[]): string | null {
  for (const name of names) {
    for (const found of childrenNamed(element, name)) {
      const html = cleanHtml(innerHtml(found));
      if (html !== null) return withBase(html, found, context);
    }
  }
  return null;
}

/** Makes a fragment's addresses absolute where an xml:base says against what. */
export function withBase(html: string, element: XmlElement, context: FeedContext): string {
  return element.base === context.url ? html : rebaseHtml(html, element.base);
}

/** The first of these children that can be read as a date. */
export function dateOf(element: XmlElement, context: FeedContext, ...names: readonly string[]): number | null {
  for (const name of names) {
    for (const found of childrenNamed(element, name)) {
      const at = parseDate(textOf(found), context.dates);
      if (at !== null) return at;
    }
  }
  return null;
}

/** Distinct lines, the first hundred. */
export function distinct(lines: Iterable<string>): readonly string[] {
  const seen = new Set<string>();
  for (const line of lines) {
    if (line !== '' && seen.size < LIMITS.listItems) seen.add(line);
  }
  return [...seen];
}

/** A whole number of at least zero, or null. */
export function countOf(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : null;
}

/** Seconds from `3600`, `59:30` or `1:02:03` (itunes:duration). */
export function secondsOf(text: string | undefined): number | null {
  const match = /^\s*(?:(?:(\d{1,4}):)?(\d{1,4}):)?(\d{1,7})(?:\.\d+)?\s*$/.exec(text ?? '');
  if (match === null) return null;
  return Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3]);
}

/** A media type as written, without parameters; null where it is none. */
export function mimeOf(text: string | undefined): string | null {
  const type = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(text ?? '')?.[1];
  return type === undefined ? null : type.toLowerCase();
}

/** An opaque id, kept as written but for white space around it; too long ones are none. */
export function guidOf(text: string): string | null {
  const guid = cleanLine(text, Number.MAX_SAFE_INTEGER);
  return guid === '' || guid.length > LIMITS.guid ? null : guid;
}

/** Where a person is named as `name@example.org (The Name)` or `The Name <name@example.org>`, the name. */
export function personOf(line: string): string {
  const inParentheses = /^\S+@\S+\s*\((.+)\)$/.exec(line)?.[1];
  const beforeAddress = /^(.+?)\s*[<(]\s*(?:mailto:)?\S+@\S+[>)]$/.exec(line)?.[1];
  return (inParentheses ?? beforeAddress ?? line).replace(/^"(.*)"$/, '$1').trim();
}

const IMAGE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:[?#]|$)/i;

interface Picture {
  readonly url: string;
  readonly width: number;
}

/** The media:content and media:thumbnail elements of an entry, those inside groups too. */
function mediaElements(entry: XmlElement, name: string): XmlElement[] {
  const found = childrenNamed(entry, name);
  for (const group of childrenNamed(entry, 'media:group', 'media:content')) found.push(...mediaElements(group, name));
  return found;
}

function isPicture(element: XmlElement): boolean {
  const { medium, type, url } = element.attributes;
  if (medium !== undefined && medium !== '') return medium === 'image';
  const mime = mimeOf(type);
  return mime !== null ? mime.startsWith('image/') : IMAGE_FILE.test(url ?? '');
}

/** The picture an entry declares for itself: the widest one, a full picture before a thumbnail of unknown width. */
export function pictureOf(entry: XmlElement, enclosures: readonly Enclosure[]): string | null {
  const pictures: Picture[] = [];
  const add = (element: XmlElement, address: string | undefined): void => {
    const url = webUrl(address, element.base);
    if (url !== null) pictures.push({ url, width: countOf(element.attributes['width']) ?? 0 });
  };
  for (const element of mediaElements(entry, 'media:content')) {
    if (isPicture(element)) add(element, element.attributes['url']);
  }
  for (const element of mediaElements(entry, 'media:thumbnail')) add(element, element.attributes['url'] ?? textOf(element));
  const widest = pictures.reduce<Picture | null>((best, one) => (best === null || one.width > best.width ? one : best), null);
  if (widest !== null) return widest.url;
  const enclosed = enclosures.find(({ mimeType, url }) => mimeType?.startsWith('image/') ?? IMAGE_FILE.test(url));
  return enclosed?.url ?? ownPicture(entry) ?? openingPicture(entry);
}

/** The habit of Vietnamese papers: a summary that opens with its picture, usually in a link. */
function openingPicture(entry: XmlElement): string | null {
  const summary = child(entry, 'description', 'atom:summary', 'summary');
  if (summary === null) return null;
  const start = textOf(summary).slice(0, 4_000);
  const image = /^\s*(?:<(?:a|p|div|figure|center)\b[^<>]*>\s*){0,3}<img\b([^<>]*)>/i.exec(start)?.[1];
  if (image === undefined || /\b(?:width|height)\s*=\s*["']?[01]\b/i.test(image)) return null;
  const src = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(image);
  return webUrl((src?.[1] ?? src?.[2] ?? src?.[3])?.replaceAll('&amp;', '&'), summary.base);
}

/** Elements outside any standard that papers put pictures in, and iTunes' picture, which often is the whole feed's. */
function ownPicture(entry: XmlElement): string | null {
  for (const element of childrenNamed(entry, 'image', 'thumb', 'thumbnail', 'itunes:image', 'googleplay:image', 'itunes:link')) {
    const { href, url, rel } = element.attributes;
    if (rel !== undefined && rel !== 'image') continue;
    const found = webUrl(href ?? url ?? textOf(child(element, 'url') ?? element), element.base);
    if (found !== null) return found;
  }
  return null;
}

/** Enclosures of RSS, and media:content that is not a picture; each address once. */
export function enclosuresOf(entry: XmlElement, atomLinks: readonly XmlElement[]): readonly Enclosure[] {
  const found = new Map<string, Enclosure>();
  const add = (element: XmlElement, address: string | undefined, size: string | undefined): void => {
    const url = address === undefined ? null : resolveUrl(address, element.base);
    if (url === null || !/^https?:/.test(url) || found.has(url) || found.size >= LIMITS.listItems) return;
    const title = element.attributes['title'] ?? textOf(child(element, 'media:title'));
    const line = htmlToLine(title, LIMITS.title);
    found.set(url, {
      url,
      mimeType: mimeOf(element.attributes['type']),
      length: countOf(size),
      durationSeconds: secondsOf(element.attributes['duration']),
      title: line === '' ? null : line,
    });
  };
  for (const element of childrenNamed(entry, 'enclosure')) {
    const { url, href, length } = element.attributes;
    add(element, url ?? href, length);
  }
  for (const element of atomLinks) {
    if (element.attributes['rel'] === 'enclosure') add(element, element.attributes['href'], element.attributes['length']);
  }
  for (const element of mediaElements(entry, 'media:content')) {
    if (!isPicture(element)) add(element, element.attributes['url'], element.attributes['filesize']);
  }
  return withDuration([...found.values()], entry);
}

/** itunes:duration belongs to the entry; it says something of an enclosure only where there is a single one. */
function withDuration(enclosures: readonly Enclosure[], entry: XmlElement): readonly Enclosure[] {
  const [only] = enclosures;
  if (only === undefined || enclosures.length > 1 || only.durationSeconds !== null) return enclosures;
  return [{ ...only, durationSeconds: secondsOf(textOf(child(entry, 'itunes:duration'))) }];
}
