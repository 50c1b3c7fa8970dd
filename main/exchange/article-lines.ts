import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sanitizeHtml } from '../sanitize/index.ts';

/** The longest line that is read, in characters. */
export const MAX_LINE = 20_000_000;

const MOST_TAGS = 100;
const LONGEST_TAG = 100;

const text = z.string().max(10_000_000);
const lineSchema = z.object({
  title: text.trim().min(1, 'it has no title'),
  lede: text.nullish(),
  body: z.union([text, z.array(text)]).nullish(),
  html: text.nullish(),
  url: z.string().max(4096).nullish(),
  published_at: z.union([z.string(), z.number()]).nullish(),
  author: z.union([text, z.array(text).max(100)]).nullish(),
  source: text.nullish(),
  lang: z.string().max(35).nullish(),
  // `"lũ, bão"` and `["lũ", "bão"]` are the same two tags.
  tags: z.union([z.string().max(10_000).transform((list) => list.split(/[,;]/)), z.array(z.string().max(1_000))]).nullish(),
});

/** One line of a JSON Lines file as an article to be stored. */
export interface ArticleLine {
  readonly title: string;
  readonly lede: string | null;
  readonly byline: string | null;
  readonly sourceName: string | null;
  readonly lang: string | null;
  readonly url: string | null;
  readonly publishedAt: number | null;
  readonly html: string;
  readonly text: string;
  readonly wordCount: number;
  readonly images: ReturnType<typeof sanitizeHtml>['images'];
  readonly tags: readonly string[];
  /** SHA-256 over title, lede and text. */
  readonly contentHash: string;
}

/**
 * Reads one line: a JSON object with `title` and `body` (a string or a list of paragraphs) or `html`.
 *
 * @throws {Error} with a sentence that says what is wrong with the line
 */
export function readArticleLine(line: string): ArticleLine {
  const given = lineSchema.safeParse(parseJson(line));
  if (!given.success) {
    const [issue] = given.error.issues;
    throw new Error(`${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'not understood'}`);
  }
  const { title, lede, body, html, url, author, source, lang, tags } = given.data;
  const isWeb = url != null && /^https?:\/\//i.test(url) && URL.canParse(url);
  const clean = html == null ? fromParagraphs(Array.isArray(body) ? body : (body ?? '').split('\n')) : sanitizeHtml(html, { baseUrl: isWeb ? url : null });
  const plain = { title: title.normalize('NFC'), lede: lede?.normalize('NFC').trim() || null };
  const contentHash = createHash('sha256').update(`${plain.title}\u0001${plain.lede ?? ''}\u0001${clean.text}`).digest('hex');
  const publishedAt = readTime(given.data.published_at);
  const byline = oneLine(Array.isArray(author) ? author.map((name) => name.trim()).filter((name) => name !== '').join(', ') : (author ?? '')) || null;
  return { ...plain, ...clean, byline, sourceName: source?.trim() || null, lang: lang ?? null, url: isWeb ? url : null, publishedAt, tags: readTags(tags ?? []), contentHash };
}

/** Every tag once, whatever its case. */
function readTags(given: readonly string[]): readonly string[] {
  const names = new Map<string, string>();
  for (const tag of given) {
    const name = oneLine(tag.normalize('NFC')).replace(/^#/, '');
    if (name.length > LONGEST_TAG) throw new Error('tags: a tag is too long');
    if (name !== '' && !names.has(name.toLocaleLowerCase('vi'))) names.set(name.toLocaleLowerCase('vi'), name);
  }
  if (names.size > MOST_TAGS) throw new Error('tags: there are too many');
  return [...names.values()];
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error('it is not JSON');
  }
}

/** Plain paragraphs need no sanitiser: they are escaped, and are text. */
function fromParagraphs(paragraphs: readonly string[]): { html: string; text: string; wordCount: number; images: [] } {
  const kept = paragraphs.map((paragraph) => oneLine(paragraph.normalize('NFC'))).filter((paragraph) => paragraph !== '');
  const joined = kept.join('\n');
  return { html: kept.map((paragraph) => `<p>${escapeText(paragraph)}</p>`).join(''), text: joined, wordCount: countWords(joined), images: [] };
}

/** White space that is not one blank. Most texts have none, and looking costs less than writing anew. */
const ODD_SPACE = /[^\S ]| {2}/;

function oneLine(value: string): string {
  const trimmed = value.trim();
  return ODD_SPACE.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

/** Words where one blank or one line break stands between two. */
function countWords(spaced: string): number {
  let count = spaced === '' ? 0 : 1;
  for (let at = 0; at < spaced.length; at += 1) {
    const code = spaced.charCodeAt(at);
    if (code === 0x20 || code === 0x0a) count += 1;
  }
  return count;
}

function escapeText(value: string): string {
  return /[&<>]/.test(value) ? value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : value;
}

/** ISO 8601, or a number of seconds or milliseconds since 1970; null where the line says nothing. */
function readTime(given: string | number | null | undefined): number | null {
  if (given == null || given === '') return null;
  const time = typeof given === 'number' ? (given < 1e11 ? given * 1000 : given) : Date.parse(given);
  if (Number.isNaN(new Date(time).getTime())) throw new Error(`published_at: "${String(given).slice(0, 60)}" is no time; write it as 2026-11-24T08:30:00+07:00`);
  return Math.round(time);
}
