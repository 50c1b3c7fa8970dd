import { Parser } from 'htmlparser2';

/** An element of a page, with as much as finding links needs. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (PageElement | string)[];
  readonly parent: PageElement | null;
}

/** The parser's cost grows with the square of the depth: a page that is deeper is read no further. */
const MOST_DEPTH = 1_000;
const MOST_ELEMENTS = 200_000;
/** Elements whose content is not the page's text. */
const UNREAD_TAGS: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'select', 'textarea']);

class TooMuch extends Error {}

/** Reads a page into a tree; scripts, styles and the like are left out. The root is an element without a name. */
export function readPage(html: string): PageElement {
  const builder = new TreeBuilder();
  const parser = new Parser(builder, { decodeEntities: true });
  try {
    parser.write(html);
    parser.end();
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
  }
  return builder.root;
}

class TreeBuilder {
  readonly root: PageElement = { tag: '', attributes: {}, children: [], parent: null };
  #current = this.root;
  #depth = 0;
  #elements = 0;
  /** How many open elements are left out with all they hold. */
  #unread = 0;

  onopentag(tag: string, attributes: Record<string, string>): void {
    this.#depth += 1;
    this.#elements += 1;
    if (this.#depth > MOST_DEPTH || this.#elements > MOST_ELEMENTS) throw new TooMuch();
    if (this.#unread > 0 || UNREAD_TAGS.has(tag)) {
      this.#unread += 1;
      return;
    }
    const element: PageElement = { tag, attributes, children: [], parent: this.#current };
    this.#current.children.push(element);
    this.#current = element;
  }

  ontext(text: string): void {
    if (this.#unread > 0) return;
    // The parser hands over text in pieces, one for each reference.
    const { children } = this.#current;
    const last = children.at(-1);
    if (typeof last === 'string') children[children.length - 1] = last + text;
    else children.push(text);
  }

  onclosetag(): void {
    this.#depth -= 1;
    if (this.#unread > 0) this.#unread -= 1;
    else this.#current = this.#current.parent ?? this.root;
  }
}

/** Every element below this one, in the document's order. */
export function* descendants(element: PageElement): Generator<PageElement> {
  const waiting = elementsIn(element);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    waiting.push(...elementsIn(next));
  }
}

/** The child elements, the last first. */
function elementsIn({ children }: PageElement): PageElement[] {
  return children.filter((child) => typeof child !== 'string').reverse();
}

/** The text inside, white space folded, blocks apart. */
export function textOf(element: PageElement): string {
  return rawText(element).replace(/\s+/g, ' ').trim().normalize('NFC');
}

function rawText(element: PageElement): string {
  let text = '';
  for (const child of element.children) text += typeof child === 'string' ? child : ` ${rawText(child)} `;
  return text;
}

/** The element's ancestors, the nearest first, without the root. */
export function* ancestors(element: PageElement): Generator<PageElement> {
  for (let at = element.parent; at !== null && at.parent !== null; at = at.parent) yield at;
}

/** The words of an element's classes and id, lower case: `box-MostView` -> box, most, view. */
export function nameWords({ attributes }: PageElement): string[] {
  const names = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`;
  return names
    .slice(0, 500)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}
