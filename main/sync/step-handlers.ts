import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import type { ExtractedArticle } from '../../contract/domain/article.ts';
import type { ParsedEntry, ParsedFeed } from '../../contract/domain/feed.ts';
import { DocbaoError } from '../../contract/domain/result.ts';
import { discoverArticles, discoverFeeds, feedListPages } from '../discover/index.ts';
import { extractArticle, extractFeedContent, extractMarkdown, extractTextFile, plainSummary, SMALL_WIDTH } from '../extract/index.ts';
import { decodeBody } from '../fetch/charset.ts';
import { parseDate, parseFeed } from '../parse/index.ts';
import { sanitizeHtml } from '../sanitize/index.ts';
import { firstWords, toReadyText } from './ready-text.ts';
import { readClip, readSavedPage } from './saved-steps.ts';
import { ENTRY_BATCH, type Inspection, type KeyedEntry, type PageHints, type ReadyEntry, type StepHandlers, type StepRequest, type StepResponse } from './steps.ts';
import { bandsOf, likeness, runsOf } from './stories/likeness.ts';
import { urlKey } from './url-key.ts';

/** A feed that gives this many words of an article, not cut off, gives all of it. */
const FULL_TEXT_WORDS = 200;
const CUT_OFF = /(\[…\]|\[\.\.\.\]|…|\.\.\.|»|→|(read more|continue reading|xem thêm|đọc tiếp|xem tiếp)\W*)$/iu;

export const stepHandlers: StepHandlers = { readFeed, readyEntries, inspect, readPage, sanitizePage, readFile, readSavedPage, readClip, signTexts, compareTexts };

function sha256(...parts: readonly (string | null)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part ?? '\u0000').update('\u0001');
  return hash.digest('hex');
}

function readFeed({ bytes, contentType, url, kind, fullText, known }: StepRequest<'readFeed'>): StepResponse<'readFeed'> {
  const { entries, ...feed } = kind === 'page' ? readListPage(decodeBody(bytes, { contentType, kind: 'html' }), url) : parseFeed(decodeBody(bytes, { contentType, kind: 'xml' }), { url, contentType });
  const keyed = new Map<string, KeyedEntry>();
  for (const entry of entries) {
    const item = { key: entryKey(entry), hash: sha256(entry.title, entry.url, entry.summaryHtml, entry.contentHtml), entry };
    if (!keyed.has(item.key)) keyed.set(item.key, item);
  }
  const fresh = [...keyed.values()].filter(({ key, hash }) => known.get(key) !== hash);
  const { title, siteUrl, language } = feed;
  const ready = readyEntries({ entries: fresh.slice(0, ENTRY_BATCH), feedUrl: url, feedTitle: title, siteUrl, language, fullText });
  return { feed, ready, rest: fresh.slice(ENTRY_BATCH) };
}

const VIETNAM_OFFSET_MINUTES = 7 * 60;

/** Dates without a zone are Vietnamese ones on pages that are. */
function dateReader(html: string, url: string): (text: string) => number | null {
  const isVietnamese = new URL(url).hostname.endsWith('.vn') || languageOf(html)?.startsWith('vi') === true;
  return (text) => parseDate(text, isVietnamese ? { defaultOffsetMinutes: VIETNAM_OFFSET_MINUTES } : {});
}

function languageOf(html: string): string | null {
  return /<html[^>]*\slang=["']?([a-z-]{2,12})/i.exec(html)?.[1]?.toLowerCase() ?? null;
}

/** A list page as if it were a feed: its article links are the entries, their pages hold the text. */
function readListPage(html: string, url: string): ParsedFeed {
  const nothing = { summaryHtml: null, contentHtml: null, author: null, updatedAt: null, categories: [], enclosures: [], guid: null };
  const entries = discoverArticles(html, url, { readDate: dateReader(html, url) }).map((listed) => ({ ...nothing, url: listed.url, title: listed.title, publishedAt: listed.publishedAt, imageUrl: listed.imageUrl }));
  if (entries.length === 0) throw new DocbaoError('no-article', `No article links were found on ${url}.`, { url, host: new URL(url).host });
  return { format: 'page', title: '', description: null, siteUrl: url, selfUrl: null, iconUrl: null, language: languageOf(html), ttlMinutes: null, skipHours: [], entries };
}

/** RSS 2.0 and RFC 4287 let a guid or id identify an entry; where there is none, its address does, else what it says. */
function entryKey(entry: ParsedEntry): string {
  if (entry.guid !== null) return `id:${entry.guid}`;
  const key = entry.url === null ? null : urlKey(entry.url);
  return key === null ? `text:${sha256(entry.title, entry.summaryHtml)}` : `url:${key}`;
}

function readyEntries({ entries, ...feed }: StepRequest<'readyEntries'>): StepResponse<'readyEntries'> {
  return entries.map((item) => readyEntry(item, feed));
}

function readyEntry({ key, hash, entry }: KeyedEntry, feed: Omit<StepRequest<'readyEntries'>, 'entries'>): ReadyEntry {
  const url = entry.url ?? entry.guid ?? feed.feedUrl;
  const source = entry.contentHtml ?? entry.summaryHtml ?? '';
  const plain = plainSummary(source, entry.title);
  const extracted = plain === null ? extractFeedContent(source, { url: URL.canParse(url) ? url : feed.feedUrl, title: entry.title }) : { html: plain, lede: null };
  const clean = sanitizeHtml(extracted.html, { baseUrl: URL.canParse(url) ? url : feed.feedUrl });
  const isFull = clean.wordCount >= FULL_TEXT_WORDS && !CUT_OFF.test(clean.text.trim());
  const summary = entry.contentHtml !== null && entry.summaryHtml !== null ? sanitizeHtml(entry.summaryHtml, { baseUrl: feed.feedUrl }).text.trim() : '';
  const about = {
    title: entry.title || firstWords(clean.text),
    lede: extracted.lede ?? ledeFrom(summary, clean.text, isFull),
    byline: entry.author,
    sourceName: null,
    publishedAt: entry.publishedAt,
    lang: feed.language,
    dir: isRightToLeft(feed.language) ? ('rtl' as const) : ('ltr' as const),
    canonicalUrl: entry.url,
  };
  return {
    key,
    hash,
    url: entry.url,
    text: toReadyText(about, clean),
    enclosures: entry.enclosures,
    needsPage: entry.url !== null && feed.fullText !== 'never' && (feed.fullText === 'always' || !isFull),
  };
}

/** A feed's summary stands before the text where the text does not begin with it; where there is only a summary, it is both. */
function ledeFrom(summary: string, text: string, isFull: boolean): string | null {
  const lede = summary || (isFull ? '' : text.trim());
  if (lede === '' || lede.length > 700) return null;
  return isFull && text.includes(lede.slice(0, 60)) ? null : lede;
}

function isRightToLeft(language: string | null): boolean {
  return /^(ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb)\b/i.test(language ?? '');
}

function inspect({ bytes, contentType, url }: StepRequest<'inspect'>): Inspection {
  try {
    const { entries, ...feed } = parseFeed(decodeBody(bytes, { contentType, kind: 'xml' }), { url, contentType });
    return { kind: 'feed', feed, entryCount: entries.length, sampleTitles: entries.slice(0, 3).map((entry) => entry.title) };
  } catch (error) {
    if (!(error instanceof DocbaoError) || error.kind !== 'not-a-feed') throw error;
  }
  const html = decodeBody(bytes, { contentType, kind: 'html' });
  return { kind: 'page', title: /<title[^>]*>([^<]{1,300})/i.exec(html)?.[1]?.trim() ?? null, links: discoverFeeds(html, url).map((found) => found.url), listPages: feedListPages(html, url), listedTitles: discoverArticles(html, url, { readDate: dateReader(html, url) }).map(({ title }) => title) };
}

function readPage({ bytes, contentType, url, hints, wantsSmallImages }: StepRequest<'readPage'>): StepResponse<'readPage'> {
  const html = decodeBody(bytes, { contentType, kind: 'html' });
  const extracted = extractArticle(html, { url, hints: toExtractHints(hints), ...(wantsSmallImages ? { imageWidth: SMALL_WIDTH } : {}) });
  const text = toReadyText(extracted, sanitizeHtml(extracted.html, { baseUrl: url }));
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength } });
  return { text, brotli, nextPageUrl: extracted.nextPageUrl, variantUrls: extracted.variantUrls.map((variant) => variant.url) };
}

function signTexts({ texts }: StepRequest<'signTexts'>): StepResponse<'signTexts'> {
  return texts.map((text) => bandsOf(runsOf(text)));
}

function compareTexts({ text, others }: StepRequest<'compareTexts'>): StepResponse<'compareTexts'> {
  const runs = runsOf(text);
  return others.map((other) => likeness(runs, runsOf(other)));
}

function sanitizePage({ bytes, contentType, url }: StepRequest<'sanitizePage'>): StepResponse<'sanitizePage'> {
  return sanitizeHtml(decodeBody(bytes, { contentType, kind: 'html' }), { baseUrl: url });
}

function toExtractHints(hints: PageHints): { title?: string; byline?: string | null; publishedAt?: number | null; lede?: string | null } {
  const { title, ...rest } = hints;
  return title === null ? rest : { title, ...rest };
}

function readFile({ name, bytes, baseUrl }: StepRequest<'readFile'>): StepResponse<'readFile'> {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const extracted = extractFile(extension, name, bytes);
  return toReadyText(extracted, sanitizeHtml(extracted.html, { baseUrl: extracted.canonicalUrl ?? baseUrl }));
}

function extractFile(extension: string, name: string, bytes: Uint8Array): ExtractedArticle {
  if (!['txt', 'text', 'md', 'markdown'].includes(extension)) {
    throw new DocbaoError('unsupported-type', `Docbao can't read ${name}: it takes .html, .mhtml, .txt and .md files.`, { file: name });
  }
  const text = decodeBody(bytes, { contentType: null, kind: 'text' });
  if (text.trim() === '') throw new DocbaoError('no-article', `The file ${name} is empty.`, { file: name });
  return extension.startsWith('t') ? extractTextFile(text, name) : extractMarkdown(text, name);
}
