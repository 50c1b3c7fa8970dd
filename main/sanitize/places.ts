import { placeName } from './addresses.ts';
import type { ElementNode, OutNode } from './nodes.ts';
import { element, textOf } from './nodes.ts';
import type { Events } from './reader.ts';

type Attributes = ReadonlyMap<string, string>;

/** What an element is called as the target of a link: its id, and an anchor's old `name`. */
export function namesIn(tag: string, attributes: Attributes): readonly string[] {
  return [attributes.get('id'), tag === 'a' ? attributes.get('name') : undefined].filter((name) => name !== undefined && name !== '') as string[];
}

/** Whether any link of the text may lead to a place in it: few do, and nothing of the following is done for the others. */
export function mayLeadInside(html: string): boolean {
  return /href\s*=\s*["']?[^"'>\s]*(?:#|&)/i.test(html);
}

/** Reads which elements of a page are led to by links of the same page. */
export class PlaceScan implements Events {
  private readonly baseUrl: string | null;
  private readonly led = new Set<string>();
  private readonly names = new Set<string>();

  constructor(baseUrl: string | null) {
    this.baseUrl = baseUrl;
  }

  open(tag: string, attributes: Attributes): void {
    for (const name of namesIn(tag, attributes)) this.names.add(name);
    const place = tag === 'a' ? placeName(attributes.get('href') ?? '', this.baseUrl) : null;
    if (place !== null) this.led.add(place);
  }

  empty(): void {
    // Nothing without content is a place to go to.
  }

  close(): void {
    // Only what begins counts.
  }

  closeInline(): void {
    // Only what begins counts.
  }

  text(): void {
    // Only elements count.
  }

  get found(): ReadonlySet<string> {
    return new Set([...this.led].filter((name) => this.names.has(name)));
  }
}

interface Place {
  readonly name: string;
  /** Where it is; where it is if tidying takes that away. */
  readonly nodes: readonly ElementNode[];
}

/** Notes, while the tree is built, which of its nodes stand for the elements that are led to. */
export class Places {
  readonly wanted: ReadonlySet<string>;
  readonly noted: Place[] = [];
  private expected: { readonly name: string; readonly isInline: boolean }[] = [];

  constructor(wanted: ReadonlySet<string>) {
    this.wanted = wanted;
  }

  /** An element begins; the node that stands for it comes with its first content. */
  expect(names: readonly string[], isInline: boolean): void {
    for (const name of names) if (this.wanted.has(name)) this.expected.push({ name, isInline });
  }

  /** A node has come. What was inline in the source waits for an inline node rather than take the block around it. */
  settle(kind: 'block' | 'any', node: ElementNode, around: ElementNode): void {
    if (this.expected.length === 0) return;
    const later = kind === 'block' ? this.expected.filter(({ isInline }) => isInline) : [];
    for (const { name } of this.expected) if (!later.some((one) => one.name === name)) this.noted.push({ name, nodes: [node, around] });
    this.expected = later;
  }
}

interface Link {
  readonly node: ElementNode;
  readonly name: string;
  readonly order: number;
  readonly isRaised: boolean;
}

interface Tree {
  /** Each element's number in the order of the document. */
  readonly order: ReadonlyMap<ElementNode, number>;
  readonly links: readonly Link[];
}

function walk(blocks: readonly OutNode[]): Tree {
  const order = new Map<ElementNode, number>();
  const links: Link[] = [];
  const visit = (node: OutNode, isRaised: boolean): void => {
    if (node.kind === 'text') return;
    const number = order.size;
    order.set(node, number);
    const href = node.tag === 'a' ? node.attributes.get('href') : undefined;
    if (href?.startsWith('#') === true) links.push({ node, name: href.slice(1), order: number, isRaised });
    for (const child of node.children) visit(child, isRaised || node.tag === 'sup');
  };
  for (const block of blocks) visit(block, false);
  return { order, links };
}

function targetsIn({ order }: Tree, noted: readonly Place[]): ReadonlyMap<string, ElementNode> {
  const targets = new Map<string, ElementNode>();
  for (const { name, nodes } of noted) {
    const node = nodes.find((one) => order.has(one));
    if (node !== undefined && !targets.has(name)) targets.set(name, node);
  }
  return targets;
}

function holds(node: OutNode, wanted: (node: ElementNode) => boolean): boolean {
  return node.kind === 'element' && (wanted(node) || node.children.some((child) => holds(child, wanted)));
}

/** The names whose element is in the finished tree, and led to from somewhere else in it. */
export function survivors(blocks: readonly OutNode[], noted: readonly Place[]): ReadonlySet<string> {
  const tree = walk(blocks);
  const targets = targetsIn(tree, noted);
  const leading = tree.links.filter(({ node, name }) => {
    const target = targets.get(name);
    return target !== undefined && !holds(target, (inner) => inner === node);
  });
  return new Set(leading.map(({ name }) => name));
}

/** How a text marks its notes: `1`, `[2]`, `(a)`, `iv`, `*`, `†`, `[chú thích 3]`. */
const NOTE_MARK = /^[[(]?(?:(?:note|nb|n|chú thích|ghi chú)\s?)?(?:\d{1,3}|\p{L}|[ivxl]{1,6}|[*†‡§¶]{1,3})[\])]?\.?$/iu;
/** A mark that would run into the word before it. */
const BARE_MARK = /^(?:\d{1,3}|[*†‡§¶]{1,3})$/;
/** The longest words with which a note leads back. */
const MAX_BACK = 24;

/**
 * Gives the places names of ours, `place-1` and on in the order of the text, so that nothing of the page's own names is kept; marks
 * links to notes and the ways back from them by their roles (DPUB-ARIA 1.1).
 */
export function namePlaces(blocks: readonly OutNode[], noted: readonly Place[]): void {
  const tree = walk(blocks);
  const targets = targetsIn(tree, noted);
  const orderOf = (node: ElementNode): number => tree.order.get(node) ?? 0;
  const inOrder = [...new Set(tree.links.flatMap(({ name }) => targets.get(name) ?? []))].toSorted((a, b) => orderOf(a) - orderOf(b));
  inOrder.forEach((node, index) => node.attributes.set('id', `place-${index + 1}`));
  for (const { node, name, order, isRaised } of tree.links) {
    const target = targets.get(name);
    if (target === undefined) continue;
    const mark = textOf(node).trim();
    node.attributes.set('href', `#${target.attributes.get('id')}`);
    if (!node.attributes.has('role') && orderOf(target) > order && NOTE_MARK.test(mark)) node.attributes.set('role', 'doc-noteref');
    const isBare = node.attributes.get('role') === 'doc-noteref' && BARE_MARK.test(mark) && !isRaised && !holds(node, (inner) => inner.tag === 'sup');
    if (isBare) node.children = [element('sup', [], node.children)];
  }
  for (const { node, name, order } of tree.links) {
    const target = targets.get(name);
    const isBack = target !== undefined && orderOf(target) < order && holds(target, (inner) => inner.attributes.get('role') === 'doc-noteref');
    if (isBack && !node.attributes.has('role') && textOf(node).trim().length <= MAX_BACK) node.attributes.set('role', 'doc-backlink');
  }
}
