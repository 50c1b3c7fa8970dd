import { parseHTML } from 'linkedom';

/** What the extractor uses of the DOM: linkedom offers it in any thread, without a browser's types. */
export interface DomNode {
  readonly nodeType: number;
  readonly parentElement: DomElement | null;
  readonly nextSibling: DomNode | null;
  readonly previousSibling: DomNode | null;
  textContent: string;
  remove(): void;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly ownerDocument: DomDocument;
  readonly children: Iterable<DomElement> & { readonly length: number };
  readonly childNodes: Iterable<DomNode> & { readonly length: number };
  readonly firstElementChild: DomElement | null;
  readonly lastElementChild: DomElement | null;
  readonly nextElementSibling: DomElement | null;
  readonly previousElementSibling: DomElement | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  innerHTML: string;
  readonly outerHTML: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement> & { readonly length: number };
  getElementsByTagName(name: string): Iterable<DomElement> & { readonly length: number };
  closest(selector: string): DomElement | null;
  matches(selector: string): boolean;
  contains(node: DomNode): boolean;
  append(...nodes: (DomNode | string)[]): void;
  prepend(...nodes: (DomNode | string)[]): void;
  before(...nodes: (DomNode | string)[]): void;
  after(...nodes: (DomNode | string)[]): void;
  replaceWith(...nodes: (DomNode | string)[]): void;
}

export interface DomDocument {
  readonly documentElement: DomElement;
  readonly head: DomElement;
  readonly body: DomElement;
  createElement(name: string): DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement> & { readonly length: number };
  getElementsByTagName(name: string): Iterable<DomElement> & { readonly length: number };
}

/** A page whose elements nest deeper than this was not written by anybody; its deeper tags are left out. */
const MAX_DEPTH = 400;

/** Parses a page, or a fragment as the body of one. */
export function parsePage(html: string): DomDocument {
  const bounded = limitDepth(escapeStray(html));
  const isPage = /<(?:html|body|head)[\s>]/i.test(bounded.slice(0, 20_000));
  const { document } = parseHTML(isPage ? bounded : `<!doctype html><html><head></head><body>${asBlocks(bounded)}</body></html>`) as unknown as { document: DomDocument };
  return document;
}

/** A "page" without a single tag is plain text: what empty lines part are its paragraphs. */
function asBlocks(html: string): string {
  if (/<[a-z!/]/i.test(html)) return html;
  return html.split(/\n\s*\n/).map((block) => `<p>${block}</p>`).join('');
}

/** Every `<` that begins no tag is a text node of its own to the parser; a page of nothing else must not become a million nodes. */
function escapeStray(html: string): string {
  const stray = /<(?![a-z!/?])/gi;
  return (html.match(stray)?.length ?? 0) > MAX_STRAY ? html.replace(stray, '&lt;') : html;
}

const MAX_STRAY = 5000;
const NESTING_TAG = /<(\/?)(div|span|b|i|u|a|em|strong|font|section|article|ul|ol|table|blockquote|center|main|aside|figure|small|big|sub|sup|code|form|object|[a-z]+-[a-z-]+)(?=[\s>/])[^<>]*>/gi;

/** Leaves out tags beyond `MAX_DEPTH`, in one pass; a page within the limit is returned as it is. */
function limitDepth(html: string): string {
  let depth = 0;
  let deepest = 0;
  for (const match of html.matchAll(NESTING_TAG)) {
    depth = Math.max(0, depth + (match[1] === '/' ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  if (deepest <= MAX_DEPTH) return html;
  depth = 0;
  return html.replace(NESTING_TAG, (tag: string, slash: string) => {
    depth = Math.max(0, depth + (slash === '/' ? -1 : 1));
    return depth + (slash === '/' ? 1 : 0) > MAX_DEPTH ? '' : tag;
  });
}

/** Text with every run of white space (no-break ones too) as one space. */
export function squeeze(text: string): string {
  return text.replace(/[\u200B\u00AD\uFEFF]/g, '').replace(/\s{2,}|[^\S ]/gu, ' ').trim();
}

export function textOf(node: DomNode): string {
  return squeeze(node.textContent);
}

export function isElement(node: DomNode | null | undefined): node is DomElement {
  return node?.nodeType === 1;
}

export function attribute(element: DomElement, name: string): string {
  return element.getAttribute(name) ?? '';
}

/** Class and id, as one string to match against. */
export function namesOf(element: DomElement): string {
  return `${attribute(element, 'class')} ${attribute(element, 'id')}`;
}

/** Characters inside links divided by all characters. */
export function linkDensity(element: DomElement): number {
  const length = textOf(element).length;
  if (length === 0) return 0;
  let linked = 0;
  for (const link of element.getElementsByTagName('a')) linked += textOf(link).length;
  return linked / length;
}

/** Text for comparison: letters and digits only, lower case, NFC. */
export function comparable(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** How much of the shorter text's words are, in order of appearance or not, in the longer: 0 to 1. */
export function overlap(a: string, b: string): number {
  const left = new Set(comparable(a).split(' '));
  const right = new Set(comparable(b).split(' '));
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  let common = 0;
  for (const word of small) if (large.has(word)) common += 1;
  return small.size === 0 ? 0 : common / small.size;
}

/** True where both say the same, but for cuts at the end and a source's prefix. */
export function isSameText(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < Math.max(a.length, b.length) * 0.3) return false;
  const left = comparable(a);
  const right = comparable(b);
  if (left === '' || right === '') return false;
  if (left === right) return true;
  const [small, large] = left.length <= right.length ? [left, right] : [right, left];
  return small.length >= 30 && small.length / large.length > 0.6 && large.includes(small);
}

/** True where `first` starts before `second` in the page. */
export function isBefore(first: DomElement, second: DomElement): boolean {
  const left = pathOf(first);
  const right = pathOf(second);
  let depth = 0;
  while (depth < left.length && left[depth] === right[depth]) depth += 1;
  const a = left[depth];
  const b = right[depth];
  if (a === undefined || b === undefined) return a === undefined && b !== undefined;
  for (let node = a.nextElementSibling; node !== null; node = node.nextElementSibling) if (node === b) return true;
  return false;
}

function pathOf(element: DomElement): DomElement[] {
  const path: DomElement[] = [];
  for (let node: DomElement | null = element; node !== null; node = node.parentElement) path.unshift(node);
  return path;
}
