import type { Enclosure, ParsedEntry, ParsedFeed } from '../../contract/domain/feed.ts';
import { DocbaoError } from '../../contract/domain/result.ts';
import { parseDate } from './date.ts';
import type { FeedContext } from './entry-parts.ts';
import { distinct, guidOf, mimeOf } from './entry-parts.ts';
import { rescueJson } from './json-rescue.ts';
import { LIMITS } from './limits.ts';
import { webUrl } from './links.ts';
import { cleanHtml, cleanLine, escapeHtml, plainToLine } from './text.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * JSON Feed 1 and 1.1 (jsonfeed.org). Wrong types are treated as absent.
 * @throws DocbaoError `not-a-feed` where it is other JSON, `broken-feed` where it says it is a feed but is not JSON.
 */
export function parseJsonFeed(text: string, context: FeedContext): ParsedFeed {
  const feed = readObject(text, context.url);
  const base = context.url;
  return {
    format: 'json',
    title: line(feed['title'], LIMITS.title) ?? '',
    description: line(feed['description']),
    siteUrl: url(feed['home_page_url'], base),
    selfUrl: url(feed['feed_url'], base),
    iconUrl: url(feed['icon'], base) ?? url(feed['favicon'], base),
    language: line(feed['language'], 100),
    ttlMinutes: null,
    skipHours: [],
    entries: objects(feed['items'], LIMITS.entries).map((item) => mapItem(item, feed, context)),
  };
}

function readObject(text: string, address: string): JsonObject {
  const claims = /"version"\s*:\s*"[^"]*jsonfeed\.org/.test(text.slice(0, 100_000));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    value = rescueJson(text);
    if (value === null && !claims) throw new DocbaoError('not-a-feed', `${address} is not a feed.`, { url: address }, cause);
    if (value === null) throw new DocbaoError('broken-feed', `The feed at ${address} is not valid JSON.`, { url: address }, cause);
  }
  if (!isObject(value) || (!claims && !isLikeFeed(value))) {
    throw new DocbaoError('not-a-feed', `${address} is JSON, but not a feed.`, { url: address });
  }
  return value;
}

/** Feeds without a version: what calls itself by a title and lists items that have an id, a link or content. */
function isLikeFeed(value: JsonObject): boolean {
  if (typeof value['title'] !== 'string' || !Array.isArray(value['items'])) return false;
  return objects(value['items'], 1).every((item) => 'id' in item || 'url' in item || 'content_html' in item);
}

function mapItem(item: JsonObject, feed: JsonObject, context: FeedContext): ParsedEntry {
  const base = context.url;
  const id = item['id'];
  const text = string(item['content_text']);
  const html = string(item['content_html']);
  const summary = string(item['summary']);
  const updatedAt = date(item['date_modified'], context);
  return {
    guid: typeof id === 'string' || typeof id === 'number' ? guidOf(String(id)) : null,
    url: url(item['url'], base) ?? url(item['external_url'], base) ?? (isAddress(id) ? url(id, base) : null),
    title: line(item['title'], LIMITS.title) ?? '',
    summaryHtml: summary === null ? null : cleanHtml(escapeHtml(summary)),
    contentHtml: (html === null ? null : cleanHtml(html)) ?? (text === null ? null : textToHtml(text)),
    author: authorsOf(item) ?? authorsOf(feed),
    publishedAt: date(item['date_published'], context) ?? updatedAt,
    updatedAt,
    categories: distinct(strings(item['tags']).map((tag) => plainToLine(tag))),
    enclosures: objects(item['attachments'], LIMITS.listItems).flatMap((attachment) => mapAttachment(attachment, base)),
    imageUrl: url(item['image'], base) ?? url(item['banner_image'], base),
  };
}

function mapAttachment(attachment: JsonObject, base: string): Enclosure[] {
  const address = url(attachment['url'], base);
  if (address === null) return [];
  return [
    {
      url: address,
      mimeType: mimeOf(string(attachment['mime_type']) ?? undefined),
      length: count(attachment['size_in_bytes']),
      durationSeconds: count(attachment['duration_in_seconds']),
      title: line(attachment['title'], LIMITS.title),
    },
  ];
}

function authorsOf(owner: JsonObject): string | null {
  const authors = [...objects(owner['authors'], LIMITS.listItems), ...objects([owner['author']], 1)];
  return distinct(authors.map(({ name }) => line(name) ?? '')).join(', ') || null;
}

/** Plain text keeps its paragraphs and line breaks. */
function textToHtml(text: string): string | null {
  return cleanHtml(
    escapeHtml(text.trim())
      .split(/\r?\n\s*\n/)
      .map((paragraph) => `<p>${paragraph.trim().replace(/\r?\n/g, '<br>')}</p>`)
      .join(''),
  );
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objects(value: unknown, most: number): JsonObject[] {
  return Array.isArray(value) ? value.slice(0, most).filter(isObject) : [];
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.slice(0, LIMITS.listItems).filter((one) => typeof one === 'string') : [];
}

function string(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function line(value: unknown, longest: number = LIMITS.plainText): string | null {
  return typeof value === 'string' ? plainToLine(value, longest) || null : null;
}

function url(value: unknown, base: string): string | null {
  return typeof value === 'string' ? webUrl(value, base) : null;
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\//i.test(value);
}

function date(value: unknown, context: FeedContext): number | null {
  return typeof value === 'string' ? parseDate(cleanLine(value, 200), context.dates) : null;
}

function count(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.round(value) : null;
}
