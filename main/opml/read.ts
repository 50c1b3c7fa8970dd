import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';
import { DocbaoError } from '../../contract/domain/result.ts';

/** A subscription as a list names it. */
export interface OpmlSubscription {
  readonly feedUrl: string;
  /** Empty where the list gives none. */
  readonly title: string;
  readonly siteUrl: string | null;
  /** The names of the folders it lies in, the outermost first. */
  readonly folders: readonly string[];
}

/** An entry that can't be subscribed to, and why, as an English sentence. */
export interface SkippedOutline {
  /** The address as written; empty where there is none. */
  readonly url: string;
  readonly title: string;
  readonly message: string;
}

export interface OpmlList {
  readonly title: string | null;
  readonly subscriptions: readonly OpmlSubscription[];
  readonly skipped: readonly SkippedOutline[];
}

const MOST_SUBSCRIPTIONS = 50_000;
const MOST_FOLDERS = 10;
/** The parser's cost grows with the square of the depth: what lies deeper is not read. */
const MOST_DEPTH = 2_000;
const LONGEST_NAME = 300;
const LONGEST_URL = 4_096;

/**
 * Reads an OPML 1.0, 1.1 or 2.0 subscription list. Broken XML is read as far as a browser would: stray ampersands,
 * attributes in any case, missing end tags, a file cut short. Each address is listed once.
 *
 * @throws {DocbaoError} `unsupported-type` where it is no subscription list
 */
export function parseOpml(text: string): OpmlList {
  const reader = new OutlineReader();
  const parser = new Parser(reader, { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
  try {
    parser.write(text);
    parser.end();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  if (!reader.isOpml && reader.subscriptions.length === 0) {
    throw new DocbaoError('unsupported-type', `This is not a subscription list (OPML): it is ${whatIs(text)}.`);
  }
  return { title: nameOf(reader.title) || null, subscriptions: reader.subscriptions, skipped: reader.skipped };
}

function whatIs(text: string): string {
  if (/<(?:html|body|head)[\s>]/i.test(text)) return 'a web page';
  if (/<(?:rss|feed|rdf:rdf)[\s>]/i.test(text)) return 'a feed; its address can be added by itself';
  return text.trim() === '' ? 'empty' : 'something else';
}

class TooDeep extends Error {}

class OutlineReader {
  readonly subscriptions: OpmlSubscription[] = [];
  readonly skipped: SkippedOutline[] = [];
  title = '';
  isOpml = false;
  #isInTitle = false;
  /** One for each open element: the name of the folder it is, or null where it is none. */
  readonly #open: (string | null)[] = [];
  readonly #seen = new Set<string>();

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.#open.length >= MOST_DEPTH) throw new TooDeep();
    if (name === 'opml') this.isOpml = true;
    this.#isInTitle = name === 'title' && this.title === '';
    this.#open.push(name === 'outline' ? this.#readOutline(attributes) : null);
  }

  ontext(text: string): void {
    if (this.#isInTitle) this.title += text;
  }

  onclosetag(): void {
    this.#isInTitle = false;
    this.#open.pop();
  }

  /** The name of the folder where the outline is one. */
  #readOutline(attributes: Readonly<Record<string, string>>): string | null {
    const title = nameOf(attributes['text'] || attributes['title'] || '');
    const type = (attributes['type'] ?? '').trim().toLowerCase();
    const written = attributes['xmlurl'] ?? (/^(?:rss|atom|feed|link)$/.test(type) ? attributes['url'] : undefined);
    if (written === undefined && !/^(?:rss|atom)$/.test(type)) return title;
    this.#addFeed(written?.trim() ?? '', title, attributes);
    return null;
  }

  #addFeed(written: string, title: string, attributes: Readonly<Record<string, string>>): void {
    const feedUrl = toFeedUrl(written);
    const problem = this.#problemOf(written, feedUrl);
    if (feedUrl === null || problem !== null) {
      this.skipped.push({ url: written.slice(0, LONGEST_URL), title, message: problem ?? '' });
      return;
    }
    this.#seen.add(feedUrl);
    const inside = this.#open.filter((name) => name !== null && name !== '').slice(0, MOST_FOLDERS) as string[];
    const folders = inside.length > 0 ? inside : foldersOfCategory(attributes['category'] ?? '');
    this.subscriptions.push({ feedUrl, title, siteUrl: webUrl(attributes['htmlurl'] ?? ''), folders });
  }

  #problemOf(written: string, feedUrl: string | null): string | null {
    if (written === '') return 'It has no feed address.';
    if (feedUrl === null) return `“${written.slice(0, 200)}” is not an address on the web.`;
    if (this.#seen.has(feedUrl)) return `${feedUrl} is in the list more than once.`;
    return this.subscriptions.length < MOST_SUBSCRIPTIONS ? null : `The list has more than ${MOST_SUBSCRIPTIONS} subscriptions.`;
  }
}

/** `feed:` addresses are those of the web; one without a scheme is https, as in a browser. */
function toFeedUrl(written: string): string | null {
  const bare = written.replace(/^feed:(?:\/\/)?/i, '');
  return webUrl(/^[a-z][a-z\d+.-]*:(?!\d)/i.test(bare) ? bare : `https://${bare.replace(/^\/+/, '')}`);
}

function webUrl(written: string): string | null {
  const address = written.trim();
  if (address === '' || address.length > LONGEST_URL || !URL.canParse(address)) return null;
  const url = new URL(address);
  const isWeb = (url.protocol === 'http:' || url.protocol === 'https:') && /[.:]|^localhost$/.test(url.hostname);
  return isWeb ? url.href : null;
}

/** OPML 2.0 `category="/News/Việt Nam,/other"`: a flat list's way to say folders; the first counts. */
function foldersOfCategory(category: string): string[] {
  const [first = ''] = category.split(',');
  if (!first.trim().startsWith('/')) return [];
  return first.split('/').map(nameOf).filter((name) => name !== '').slice(0, MOST_FOLDERS);
}

/** One line, NFC; references that were escaped twice are decoded. */
function nameOf(text: string): string {
  const decoded = /&(?:#\d|#x[\da-f]|[a-z]+\d*;)/i.test(text) ? decodeHTML(text) : text;
  const line = decoded.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u200B\uFEFF]|\p{Cs}/gu, '').replace(/\s+/g, ' ');
  return line.trim().normalize('NFC').slice(0, LONGEST_NAME).replace(/[\uD800-\uDBFF]$/, '').trim();
}
