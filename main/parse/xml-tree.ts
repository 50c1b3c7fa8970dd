import { Parser } from 'htmlparser2';
import { LIMITS } from './limits.ts';
import { resolveUrl } from './links.ts';
import { canonicalName, enterScope, ROOT_SCOPE_DECLARED } from './namespaces.ts';
import type { NamespaceScope } from './namespaces.ts';

/** An element of a feed. Names are canonical (see `canonicalName`); text children are decoded. */
export interface XmlElement {
  readonly name: string;
  /** The local name in lower case: what markup inside an entry is written out with. */
  readonly tag: string;
  /** By lower-case name, prefix as written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
  readonly parent: XmlElement | null;
  /** The address that relative ones are resolved against: the nearest xml:base, or else the document's own. */
  readonly base: string;
  /** True where the document ended before the element did. */
  isCut: boolean;
}

const ENTRY_NAMES: ReadonlySet<string> = new Set(['item', 'entry', 'atom:entry']);

/**
 * Reads XML the way a browser reads HTML: stray ampersands and less-than signs are text, an end tag closes what was
 * left open inside, end tags without a start are ignored, an early end closes everything. Entities of a DOCTYPE are
 * never expanded; only the five of XML and numeric references are decoded here.
 * @returns an element without a name that holds whatever stood at the top level.
 */
export function readXml(text: string, url: string): XmlElement {
  const builder = new TreeBuilder(url);
  const parser = new Parser(builder, { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
  try {
    parser.write(text);
    builder.isAtEnd = true;
    parser.end();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  return builder.root;
}

/** Ends the reading: the parser's own cost grows with the square of the depth. What was read before stays. */
class TooDeep extends Error {}

class TreeBuilder {
  readonly root: XmlElement;
  isAtEnd = false;
  #current: XmlElement;
  #scope: NamespaceScope = { declared: ROOT_SCOPE_DECLARED, names: new Map() };
  readonly #scopes: NamespaceScope[] = [];
  #depth = 0;
  /** How many open elements are left out, because they lie too deep or there are too many. */
  #skipping = 0;
  #entries = 0;
  #elementsInEntry = 0;

  constructor(url: string) {
    this.root = makeElement('', '', {}, null, url);
    this.#current = this.root;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.#skipping > 0) {
      this.#skipping += 1;
      if (this.#skipping > LIMITS.skippedDepth) throw new TooDeep();
      return;
    }
    const scope = enterScope(this.#scope, attributes);
    const canonical = canonicalName(scope, name);
    if (!this.#admits(canonical)) {
      this.#skipping = 1;
      return;
    }
    const element = makeElement(canonical, localPart(name), attributes, this.#current, baseOf(attributes, this.#current));
    this.#current.children.push(element);
    this.#current = element;
    this.#scopes.push(this.#scope);
    this.#scope = scope;
    this.#depth += 1;
  }

  ontext(text: string): void {
    if (this.#skipping > 0) return;
    const { children } = this.#current;
    const last = children.length - 1;
    const previous = children[last];
    if (typeof previous === 'string') children[last] = previous + text;
    else children.push(text);
  }

  onclosetag(_name: string, isImplied: boolean): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    const { parent } = this.#current;
    if (parent === null) return;
    this.#current.isCut = isImplied && this.isAtEnd;
    this.#current = parent;
    this.#scope = this.#scopes.pop() ?? this.#scope;
    this.#depth -= 1;
  }

  #admits(name: string): boolean {
    if (this.#depth >= LIMITS.depth) return false;
    if (ENTRY_NAMES.has(name)) {
      this.#elementsInEntry = 0;
      this.#entries += 1;
      return this.#entries <= LIMITS.entries;
    }
    this.#elementsInEntry += 1;
    return this.#elementsInEntry <= LIMITS.elementsPerEntry;
  }
}

function makeElement(
  name: string,
  tag: string,
  attributes: Readonly<Record<string, string>>,
  parent: XmlElement | null,
  base: string,
): XmlElement {
  return { name, tag, attributes, children: [], parent, base, isCut: false };
}

function localPart(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function baseOf(attributes: Readonly<Record<string, string>>, parent: XmlElement): string {
  const own = attributes['xml:base']?.trim();
  if (own === undefined || own === '') return parent.base;
  return resolveUrl(own, parent.base) ?? parent.base;
}

/** The first child element of one of these names; earlier names are preferred to earlier places. */
export function child(element: XmlElement, ...names: readonly string[]): XmlElement | null {
  for (const name of names) {
    for (const node of element.children) {
      if (typeof node !== 'string' && node.name === name) return node;
    }
  }
  return null;
}

/** All child elements of these names, in the document's order. */
export function childrenNamed(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = [];
  for (const node of element.children) {
    if (typeof node !== 'string' && names.includes(node.name)) found.push(node);
  }
  return found;
}

/** The text inside an element and all its descendants. */
export function textOf(element: XmlElement | null): string {
  if (element === null) return '';
  let text = '';
  for (const node of element.children) text += typeof node === 'string' ? node : textOf(node);
  return text;
}
