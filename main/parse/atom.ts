import type { ParsedEntry, ParsedFeed } from '../../contract/domain/feed.ts';
import { dateOf, distinct, enclosuresOf, guidOf, personOf, pictureOf, withBase } from './entry-parts.ts';
import type { FeedContext } from './entry-parts.ts';
import { LIMITS } from './limits.ts';
import { webUrl } from './links.ts';
import { innerHtml, innerXhtml } from './markup.ts';
import { cleanHtml, cleanLine, escapeHtml, htmlToLine, plainToLine } from './text.ts';
import { child, childrenNamed, textOf } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

/** Atom 1.0 (RFC 4287) and 0.3. Documents that forgot the namespace are read all the same. */
export function mapAtom(feed: XmlElement, entries: readonly XmlElement[], context: FeedContext): ParsedFeed {
  const links = childrenNamed(feed, ...both('link'));
  const author = authorsOf(feed);
  return {
    format: 'atom',
    title: lineOf(feed, LIMITS.title, 'title') ?? '',
    description: lineOf(feed, LIMITS.plainText, 'subtitle', 'tagline', 'description'),
    siteUrl: alternateOf(links),
    selfUrl: hrefOf(links.find(({ attributes }) => attributes['rel'] === 'self')),
    iconUrl: resolvedText(feed, 'icon') ?? resolvedText(feed, 'logo'),
    language: cleanLine(feed.attributes['xml:lang']?.replaceAll('_', '-') ?? textOf(child(feed, 'dc:language')), 100) || null,
    ttlMinutes: null,
    skipHours: [],
    entries: entries.map((entry) => mapEntry(entry, author, context)),
  };
}

function mapEntry(entry: XmlElement, feedAuthor: string | null, context: FeedContext): ParsedEntry {
  const links = childrenNamed(entry, ...both('link'));
  const enclosures = enclosuresOf(entry, links);
  const id = textOf(child(entry, ...both('id')));
  const content = firstContent(entry, context, 'content');
  const source = child(entry, ...both('source'));
  const group = child(entry, 'media:group') ?? entry;
  const updatedAt = dateOf(entry, context, ...both('updated', 'modified'), 'dcterms:modified');
  const publishedAt = dateOf(entry, context, ...both('published', 'issued', 'created'), 'dc:date', 'dcterms:issued', 'pubdate');
  return {
    guid: guidOf(id),
    url: entryUrl(entry, links, id),
    title: lineOf(entry, LIMITS.title, 'title') ?? cleanLine(textOf(child(group, 'media:title', 'dc:title')), LIMITS.title),
    summaryHtml:
      firstContent(entry, context, 'summary', 'description') ?? plainHtml(textOf(child(group, 'media:description'))),
    contentHtml: content,
    author: authorsOf(entry) ?? (source === null ? null : authorsOf(source)) ?? feedAuthor,
    publishedAt: publishedAt ?? updatedAt,
    updatedAt,
    categories: categoriesOf(entry),
    enclosures,
    imageUrl: pictureOf(entry, enclosures),
  };
}

/** Names with and without the namespace of Atom. */
function both(...names: readonly string[]): string[] {
  return names.flatMap((name) => [`atom:${name}`, name]);
}

/** How a text construct is written: Atom 1.0's `type`, or Atom 0.3's media type and `mode`. */
function constructType(element: XmlElement): 'text' | 'html' | 'xhtml' | 'base64' | 'other' {
  const type = (element.attributes['type'] ?? '').trim().toLowerCase();
  const mode = element.attributes['mode']?.trim().toLowerCase();
  if (mode === 'base64') return type === '' || type.startsWith('text/') ? 'base64' : 'other';
  const hasElements = element.children.some((node) => typeof node !== 'string');
  if (type === 'xhtml' || type.includes('xhtml+xml')) return mode === 'escaped' || !hasElements ? 'html' : 'xhtml';
  if (type === 'html' || type === 'text/html') return hasElements && mode === 'xml' ? 'xhtml' : 'html';
  if (hasElements) return type === '' || type === 'text' || type.startsWith('text/') ? 'xhtml' : 'other';
  if (mode === 'escaped') return type === '' || type === 'text/plain' ? looseType(element) : 'html';
  if (type === '' || type === 'text' || type === 'text/plain') return looseType(element);
  return type.startsWith('text/') ? 'text' : 'other';
}

/** Text that says it is plain but holds whole elements is HTML whose author forgot to say so. */
function looseType(element: XmlElement): 'text' | 'html' {
  const text = textOf(element);
  const hasElements = /<(?:p|div|a|table|ul|ol|blockquote|figure)\b[^<>]*>/i.test(text) && /<\/[a-z]+>/i.test(text);
  return hasElements || /<(?:br|img)\b[^<>]*>/i.test(text) ? 'html' : 'text';
}

function contentHtml(element: XmlElement): string | null {
  switch (constructType(element)) {
    case 'html':
      return cleanHtml(innerHtml(element, true));
    case 'xhtml':
      return cleanHtml(innerXhtml(element));
    case 'text':
      return plainHtml(textOf(element));
    case 'base64':
      return cleanHtml(decodeBase64(textOf(element)));
    case 'other':
      return /^[A-Za-z\d+/=\s]*$/.test(textOf(element)) ? cleanHtml(decodeBase64(textOf(element))) : null;
  }
}

function plainHtml(text: string): string | null {
  return cleanHtml(escapeHtml(text).replace(/\n\s*\n/g, '<br><br>'));
}

function decodeBase64(text: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(atob(text.replace(/\s+/g, '')), (unit) => unit.charCodeAt(0)));
  } catch {
    return '';
  }
}

function firstContent(entry: XmlElement, context: FeedContext, ...names: readonly string[]): string | null {
  for (const element of childrenNamed(entry, ...both(...names))) {
    const html = contentHtml(element);
    if (html !== null) return withBase(html, element, context);
  }
  return null;
}

function lineOf(parent: XmlElement, longest: number, ...names: readonly string[]): string | null {
  for (const name of both(...names)) {
    for (const element of childrenNamed(parent, name)) {
      const type = constructType(element);
      const line = type === 'text' ? plainToLine(textOf(element), longest) : htmlToLine(contentHtml(element) ?? '', longest);
      if (line !== '') return line;
    }
  }
  return null;
}

function authorsOf(parent: XmlElement): string | null {
  const names = childrenNamed(parent, ...both('author'), 'dc:creator').map((element) => {
    const named = child(element, ...both('name'));
    if (named !== null) return plainToLine(textOf(named), LIMITS.person);
    if (element.children.some((node) => typeof node !== 'string')) return textOf(child(element, ...both('email'))).trim();
    return personOf(plainToLine(textOf(element), LIMITS.person));
  });
  return distinct(names).join(', ') || null;
}

function categoriesOf(entry: XmlElement): readonly string[] {
  return distinct(
    childrenNamed(entry, ...both('category'), 'dc:subject', 'media:category').map((element) =>
      plainToLine(element.attributes['label'] ?? element.attributes['term'] ?? textOf(element)),
    ),
  );
}

function resolvedText(feed: XmlElement, name: string): string | null {
  const element = child(feed, ...both(name));
  return element === null ? null : webUrl(textOf(element), element.base);
}

function hrefOf(link: XmlElement | undefined): string | null {
  return link === undefined || link.isCut ? null : webUrl(link.attributes['href'], link.base);
}

/** The page itself: an alternate link, the HTML one where there are several. */
function alternateOf(links: readonly XmlElement[]): string | null {
  const alternates = links.filter(({ attributes }) => (attributes['rel']?.trim() || 'alternate') === 'alternate');
  const html = alternates.find(({ attributes }) => /html/.test(attributes['type'] ?? 'text/html'));
  return hrefOf(html ?? alternates[0]) ?? hrefOf(alternates[0]);
}

function entryUrl(entry: XmlElement, links: readonly XmlElement[], id: string): string | null {
  const original = child(entry, 'feedburner:origlink');
  const content = child(entry, ...both('content'));
  return (
    (original === null ? null : webUrl(textOf(original), entry.base)) ??
    alternateOf(links) ??
    (content === null ? null : webUrl(content.attributes['src'], content.base)) ??
    linkText(links) ??
    (/^https?:\/\//i.test(id.trim()) ? webUrl(id, entry.base) : null)
  );
}

/** `<link>https://...</link>`: RSS habits in an Atom document. */
function linkText(links: readonly XmlElement[]): string | null {
  for (const link of links) {
    const url = webUrl(textOf(link), link.base);
    if (url !== null) return url;
  }
  return null;
}
