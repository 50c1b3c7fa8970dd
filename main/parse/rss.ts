import type { ParsedEntry, ParsedFeed } from '../../contract/domain/feed.ts';
import {
  countOf,
  dateOf,
  distinct,
  enclosuresOf,
  guidOf,
  htmlOf,
  lineOf,
  personOf,
  pictureOf,
  titleOf,
} from './entry-parts.ts';
import type { FeedContext } from './entry-parts.ts';
import { LIMITS } from './limits.ts';
import { originOf, webUrl } from './links.ts';
import { cleanLine, htmlToLine } from './text.ts';
import { innerHtml } from './markup.ts';
import { child, childrenNamed, textOf } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

/** Where an item keeps its parts, the names that are preferred first. */
const SUMMARIES = [
  ...['description', 'atom:summary', 'summary', 'dc:description', 'dcterms:abstract'],
  ...['itunes:summary', 'media:description', 'itunes:subtitle'],
];
const CONTENTS = ['content:encoded', 'atom:content', 'xhtml:body', 'body', 'fulltext', 'fullitem', 'content'];
const PUBLISHED = [
  ...['pubdate', 'dc:date', 'dcterms:issued', 'atom:published', 'published', 'atom:issued', 'dcterms:created'],
  ...['dcterms:available', 'date', 'prism:publicationdate'],
];
const UPDATED = ['dcterms:modified', 'atom:updated', 'updated', 'lastbuilddate', 'atom:modified'];

/** RSS 0.90, 0.91, 0.92, 1.0 (RDF), 1.1 and 2.0. `channel` and `items` may be in different places of the document. */
export function mapRss(channel: XmlElement, items: readonly XmlElement[], context: FeedContext): ParsedFeed {
  const image = child(channel, 'image') ?? (channel.parent === null ? null : child(channel.parent, 'image'));
  const selfUrl = linkWithRel(channel, 'self');
  const siteUrl = siteOf(channel, image, selfUrl, context);
  return {
    format: 'rss',
    title: titleOf(channel, 'title', 'atom:title', 'dc:title', 'itunes:title'),
    description: lineOf(channel, 'description', 'tagline', 'atom:subtitle', 'dc:description', 'itunes:subtitle', 'itunes:summary'),
    siteUrl,
    selfUrl,
    iconUrl: iconOf(channel, image),
    language: languageOf(channel),
    ttlMinutes: countOf(textOf(child(channel, 'ttl'))) ?? updatePeriodMinutes(channel),
    skipHours: skipHoursOf(channel),
    entries: items.map((item) => mapItem(item, siteUrl, context)),
  };
}

function mapItem(item: XmlElement, siteUrl: string | null, context: FeedContext): ParsedEntry {
  const atomLinks = childrenNamed(item, 'atom:link', 'link');
  const enclosures = enclosuresOf(item, atomLinks);
  const guid = guidElement(item);
  const updatedAt = dateOf(item, context, ...UPDATED);
  return {
    guid: guid === null ? guidOf(item.attributes['rdf:about'] ?? '') : guidOf(textOf(guid)),
    url: urlOf(item, guid, atomLinks, siteUrl, context),
    title: titleOf(item, 'title', 'atom:title', 'dc:title', 'itunes:title', 'media:title'),
    summaryHtml: htmlOf(item, context, ...SUMMARIES),
    contentHtml: htmlOf(item, context, ...CONTENTS),
    author: authorOf(item),
    publishedAt: dateOf(item, context, ...PUBLISHED) ?? updatedAt,
    updatedAt,
    categories: categoriesOf(item),
    enclosures,
    imageUrl: pictureOf(item, enclosures),
  };
}

function guidElement(item: XmlElement): XmlElement | null {
  for (const element of childrenNamed(item, 'guid', 'atom:id', 'id', 'dc:identifier')) {
    if (textOf(element).trim() !== '') return element;
  }
  return null;
}

function urlOf(
  item: XmlElement,
  guid: XmlElement | null,
  atomLinks: readonly XmlElement[],
  siteUrl: string | null,
  context: FeedContext,
): string | null {
  const base = item.base === context.url ? (siteUrl ?? context.url) : item.base;
  const original = child(item, 'feedburner:origlink', 'pheedo:origlink');
  const written = [original, ...childrenNamed(item, 'link'), child(item, 'url')];
  for (const element of written) {
    if (element === null || element.isCut) continue;
    const rel = element.attributes['rel'] ?? 'alternate';
    const address = textOf(element).trim() || (rel === 'alternate' ? (element.attributes['href'] ?? '') : '');
    const url = webUrl(address, element.base === context.url ? base : element.base);
    if (url !== null) return url;
  }
  const alternate = atomLinks.find(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate');
  return (
    webUrl(alternate?.attributes['href'], base) ??
    permalinkOf(guid) ??
    webUrl(/^https?:/i.test(item.attributes['rdf:about'] ?? '') ? item.attributes['rdf:about'] : undefined, base)
  );
}

/** A guid is an address unless it says otherwise (RSS 2.0); one that does not look like it is not believed. */
function permalinkOf(guid: XmlElement | null): string | null {
  if (guid === null || guid.isCut || isFalse(guid)) return null;
  const text = textOf(guid).trim();
  return /^https?:\/\//i.test(text) ? webUrl(text, guid.base) : null;
}

function isFalse({ attributes }: XmlElement): boolean {
  return (attributes['ispermalink'] ?? '').trim().toLowerCase() === 'false';
}

function authorOf(item: XmlElement): string | null {
  const creators = distinct(childrenNamed(item, 'dc:creator').map((element) => personOf(htmlToLine(innerHtml(element), LIMITS.person))));
  if (creators.length > 0) return creators.join(', ');
  for (const element of childrenNamed(item, 'author', 'atom:author', 'itunes:author', 'dc:author', 'dc:contributor')) {
    const named = child(element, 'name', 'atom:name');
    const person = personOf(htmlToLine(named === null ? innerHtml(element) : textOf(named), LIMITS.person));
    if (person !== '') return person;
  }
  return null;
}

function categoriesOf(item: XmlElement): readonly string[] {
  const lines: string[] = [];
  for (const element of childrenNamed(item, 'category', 'dc:subject', 'atom:category', 'media:category')) {
    const { term, label } = element.attributes;
    lines.push(htmlToLine(label ?? (innerHtml(element).trim() || (term ?? ''))));
  }
  for (const element of childrenNamed(item, 'itunes:category')) {
    for (const one of [element, ...childrenNamed(element, 'itunes:category')]) {
      lines.push(htmlToLine(one.attributes['text'] ?? ''));
    }
  }
  for (const element of childrenNamed(item, 'itunes:keywords', 'media:keywords')) {
    for (const keyword of textOf(element).split(',')) lines.push(cleanLine(keyword));
  }
  return distinct(lines);
}

function linkWithRel(channel: XmlElement, rel: string): string | null {
  for (const element of childrenNamed(channel, 'atom:link', 'link', 'atom10:link')) {
    if (element.attributes['rel'] === rel) return webUrl(element.attributes['href'], element.base);
  }
  return null;
}

/** Some papers give the feed's own address as that of its site; then the picture's link or the start page serves better. */
function siteOf(
  channel: XmlElement,
  image: XmlElement | null,
  selfUrl: string | null,
  context: FeedContext,
): string | null {
  for (const element of childrenNamed(channel, 'link', 'atom:link')) {
    const { rel, href } = element.attributes;
    if ((rel ?? 'alternate') !== 'alternate') continue;
    const url = webUrl(textOf(element).trim() || href, element.base);
    if (url === null) continue;
    if (url !== selfUrl && url !== context.url && !/\.rss$/i.test(url)) return url;
    return webUrl(textOf(image === null ? null : child(image, 'link')), element.base) ?? originOf(url);
  }
  return null;
}

function iconOf(channel: XmlElement, image: XmlElement | null): string | null {
  const declared = image === null ? undefined : textOf(child(image, 'url')) || image.attributes['rdf:resource'];
  const podcast = child(channel, 'itunes:image', 'googleplay:image');
  const linked = childrenNamed(channel, 'itunes:link').find(({ attributes }) => attributes['rel'] === 'image');
  const { href, url } = (podcast ?? linked)?.attributes ?? {};
  return webUrl(declared, channel.base) ?? webUrl(href ?? url, channel.base);
}

function languageOf(channel: XmlElement): string | null {
  const stated = cleanLine(textOf(child(channel, 'language', 'dc:language')), 100);
  const inherited = channel.attributes['xml:lang'] ?? channel.parent?.attributes['xml:lang'] ?? '';
  const language = stated === '' ? cleanLine(inherited, 100) : stated;
  return language === '' ? null : language;
}

const PERIOD_MINUTES: ReadonlyMap<string, number> = new Map([
  ['hourly', 60],
  ['daily', 1_440],
  ['weekly', 10_080],
  ['monthly', 43_200],
  ['yearly', 525_600],
]);

/** RSS 1.0 syndication module: so many updates a period. */
function updatePeriodMinutes(channel: XmlElement): number | null {
  const minutes = PERIOD_MINUTES.get(textOf(child(channel, 'sy:updateperiod')).trim().toLowerCase());
  if (minutes === undefined) return null;
  const frequency = countOf(textOf(child(channel, 'sy:updatefrequency'))) ?? 1;
  return Math.round(minutes / Math.max(1, frequency));
}

function skipHoursOf(channel: XmlElement): readonly number[] {
  const list = child(channel, 'skiphours');
  if (list === null) return [];
  const hours = new Set<number>();
  for (const element of childrenNamed(list, 'hour')) {
    const hour = countOf(textOf(element));
    // RSS 0.91 counted the hours from 1 to 24.
    if (hour !== null && hour <= 24) hours.add(hour % 24);
  }
  return [...hours].sort((one, other) => one - other);
}
