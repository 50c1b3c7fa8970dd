import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import { pointToHeld, readMhtml, type HeldAddress, type PageArchive } from '../archive/index.ts';
import { extractArticle, extractFeedContent, extractTextFile } from '../extract/index.ts';
import { decodeBody } from '../fetch/charset.ts';
import { sanitizeHtml } from '../sanitize/index.ts';
import { FILE_BASE, HELD_BASE } from './no-address.ts';
import { firstWords, toReadyText } from './ready-text.ts';
import type { Clip, ReadyText, SavedPage, SavedPageRequest } from './steps.ts';

/** Longest address that is looked up. */
const MOST_ADDRESS = 8000;

/** Reads a page from the user's disk, with the pictures that were saved with it. */
export function readSavedPage(request: SavedPageRequest): SavedPage {
  return /\.mht(?:ml)?$/i.test(request.name) ? readArchivedPage(request) : readPageBesideFiles(request);
}

function readArchivedPage({ name, bytes }: SavedPageRequest): SavedPage {
  const archive = readMhtml(bytes, name);
  const url = webAddress(archive.address);
  const html = decodeBody(archive.page.bytes, { contentType: archive.page.contentType, kind: 'html' });
  const base = baseOf(html, archive.address);
  const pictures = addressPictures(archive, base);
  const read = readHtml(pointToHeld(html, heldIn(pictures.byKey, base)), url, archive.title);
  const shown = new Set(read.text.images.map(({ src }) => src));
  return { ...read, url: url ?? webAddress(read.text.canonicalUrl), pictures: pictures.all.filter(({ src }) => shown.has(src)), files: [] };
}

function readPageBesideFiles({ name, bytes, beside }: SavedPageRequest): SavedPage {
  const html = decodeBody(bytes, { contentType: null, kind: 'html' });
  const prefix = `${HELD_BASE}${sha256(bytes)}/`;
  const addresses = new Map(beside.map((path) => [path.normalize('NFC'), { path, src: prefix + path.split('/').map(encodeURIComponent).join('/') }]));
  const held: HeldAddress = (written) => {
    const whole = keyOf(written, FILE_BASE)?.replace(/\?.*$/, '');
    return whole?.startsWith(FILE_BASE) === true ? (addresses.get(safelyDecoded(whole.slice(FILE_BASE.length)).normalize('NFC'))?.src ?? null) : null;
  };
  const read = readHtml(beside.length === 0 ? html : pointToHeld(html, held), null, name);
  const shown = new Set(read.text.images.map(({ src }) => src));
  const files = [...addresses.values()].filter(({ src }) => shown.has(src));
  return { ...read, url: webAddress(read.text.canonicalUrl), pictures: [], files };
}

function readHtml(html: string, url: string | null, fallbackTitle: string | null): { text: ReadyText; brotli: Uint8Array } {
  const extracted = extractArticle(html, { url: url ?? FILE_BASE });
  const title = extracted.title || fallbackTitle || firstWords(sanitizeHtml(extracted.html, { baseUrl: null }).text);
  const text = toReadyText({ ...extracted, title }, sanitizeHtml(extracted.html, { baseUrl: url ?? extracted.canonicalUrl }));
  return { text, brotli: brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) };
}

interface AddressedPictures {
  readonly all: readonly { readonly src: string; readonly bytes: Uint8Array }[];
  /** What a page may call a picture -> the address it is kept under. */
  readonly byKey: ReadonlyMap<string, string>;
}

function addressPictures({ others }: PageArchive, base: string): AddressedPictures {
  const all: { src: string; bytes: Uint8Array }[] = [];
  const byKey = new Map<string, string>();
  for (const { mediaType, location, contentId, bytes } of others) {
    if (!/^image\/|^application\/octet-stream$/.test(mediaType) || bytes.byteLength === 0) continue;
    const key = location === null ? null : keyOf(location, base);
    const src = key === null || key.startsWith(FILE_BASE) ? HELD_BASE + sha256(bytes) : (webAddress(key) ?? HELD_BASE + sha256(bytes));
    all.push({ src, bytes });
    for (const name of [key, contentId === null ? null : `cid:${contentId}`]) if (name !== null && !byKey.has(name)) byKey.set(name, src);
  }
  return { all, byKey };
}

function heldIn(byKey: ReadonlyMap<string, string>, base: string): HeldAddress {
  return (written) => {
    if (written.length > MOST_ADDRESS || /^data:/i.test(written)) return null;
    const key = /^cid:/i.test(written) ? `cid:${safelyDecoded(written.slice(4))}` : keyOf(written, base);
    return key === null ? null : (byKey.get(key) ?? null);
  };
}

/** An address made whole and without its fragment; null where it is none. */
function keyOf(address: string, base: string): string | null {
  if (address.length > MOST_ADDRESS || !URL.canParse(address.trim(), base)) return null;
  const url = new URL(address.trim(), base);
  url.hash = '';
  return url.href;
}

/** What the page's addresses stand on: its `<base>`, else where it was. */
function baseOf(html: string, address: string | null): string {
  const page = address !== null && URL.canParse(address) ? address : FILE_BASE;
  const declared = /<base\b[^>]{0,300}?\shref\s*=\s*["']?([^"'\s>]{1,2000})/i.exec(html.slice(0, 200_000))?.[1];
  const base = (declared === undefined ? null : keyOf(declared, page)) ?? page;
  // An address such as `cid:frame@mhtml.blink` can't carry a path.
  return URL.canParse('x', base) ? base : FILE_BASE;
}

function webAddress(address: string | null): string | null {
  return address !== null && /^https?:\/\/[^/]/i.test(address) && URL.canParse(address) ? new URL(address).href : null;
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const PAGE_SOURCE = /^\s*(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html)[\s>]/i;

/** Reads what was pasted or dropped as text: a page's source, a piece of a page, or plain text. */
export function readClip({ text, html, url }: Clip): ReadyText {
  if (PAGE_SOURCE.test(text)) return readHtml(text, url, null).text;
  const rich = html === null ? null : readFragment(fragmentOf(html), url);
  // Some programs put a picture of the text on the clipboard as HTML: then the text says more.
  if (rich !== null && rich.wordCount * 2 >= text.split(/\s+/).length) return rich;
  const plain = extractTextFile(text, '—');
  return toReadyText({ ...plain, title: plain.title === '—' ? firstWords(text) : plain.title, canonicalUrl: url }, sanitizeHtml(plain.html, { baseUrl: null }));
}

/** All of a piece that somebody chose belongs to it: nothing is looked for, only cleaned. */
function readFragment(html: string, url: string | null): ReadyText {
  const heading = /<h[1-3]\b[^>]*>([\s\S]{1,2000}?)<\/h[1-3]>/i.exec(html)?.[1] ?? '';
  const headed = sanitizeHtml(heading, { baseUrl: null }).text.trim();
  const extracted = extractFeedContent(html, { url: url ?? FILE_BASE, title: headed });
  const clean = sanitizeHtml(extracted.html, { baseUrl: url });
  const title = headed === '' ? firstWords(clean.text) : headed;
  const sourceName = url === null ? null : new URL(url).host;
  return toReadyText({ title, lede: extracted.lede, byline: null, sourceName, publishedAt: null, lang: null, dir: 'ltr', canonicalUrl: url }, clean);
}

/** What was chosen, without the document that the clipboard wraps around it. */
function fragmentOf(html: string): string {
  return /<!--\s*StartFragment\s*-->([\s\S]*?)<!--\s*EndFragment\s*-->/i.exec(html)?.[1] ?? html;
}
