import { Parser } from 'htmlparser2';

/** A link of a page, as written, with what stands in and around it. */
export interface PageLink {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  /** The title attribute. */
  readonly title: string;
  /** Text inside the element, white space folded. */
  readonly text: string;
}

export interface ScannedPage {
  /** The base element's address, as written. */
  readonly baseHref: string | null;
  readonly links: readonly PageLink[];
  readonly anchors: readonly PageLink[];
}

/** More links than this are not looked at: no page for people has them. */
const MOST_LINKS = 20_000;
/** The parser's cost grows with the square of the depth: a page that is deeper is read no further. */
const MOST_DEPTH = 5_000;

class TooDeep extends Error {}

/** Reads the link and anchor elements of a page in one pass, without building its tree. */
export function scanPage(html: string): ScannedPage {
  const scanner = new Scanner();
  const parser = new Parser(scanner, { decodeEntities: true, recognizeSelfClosing: false });
  try {
    parser.write(html);
    parser.end();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  return scanner;
}

class Scanner implements ScannedPage {
  baseHref: string | null = null;
  readonly links: PageLink[] = [];
  readonly anchors: PageLink[] = [];
  #depth = 0;
  #open: { href: string; rel: string; type: string; title: string; text: string } | null = null;

  onopentag(name: string, attributes: Record<string, string>): void {
    this.#depth += 1;
    if (this.#depth > MOST_DEPTH) throw new TooDeep();
    if (name === 'base') this.baseHref ??= attributes['href'] ?? null;
    if (name === 'img' && this.#open !== null) this.#open.text += ` ${attributes['alt'] ?? ''}`;
    const { href } = attributes;
    if (href === undefined || this.links.length + this.anchors.length >= MOST_LINKS) return;
    const { rel = '', type = '', title = '' } = attributes;
    const link = { href, rel: rel.toLowerCase(), type: type.toLowerCase(), title, text: '' };
    if (name === 'link') this.links.push(link);
    if (name === 'a') {
      this.anchors.push(link);
      this.#open = link;
    }
  }

  ontext(text: string): void {
    if (this.#open !== null && this.#open.text.length < 500) this.#open.text += text;
  }

  onclosetag(name: string): void {
    this.#depth -= 1;
    if (name !== 'a' || this.#open === null) return;
    this.#open.text = this.#open.text.replace(/\s+/g, ' ').trim();
    this.#open = null;
  }
}
