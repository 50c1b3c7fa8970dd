import { INLINE } from './allow-list.ts';
import { element, imagesIn, isElement, textOf } from './nodes.ts';
import type { ElementNode, OutNode, TextNode } from './nodes.ts';
import { tidyTable } from './tidy-table.ts';

/** Brings the tree into its one canonical form, in which it reads back as itself. */
export function tidy(root: ElementNode): OutNode[] {
  setLanguages(root.children, new Map());
  const blocks = tidyFlow(root.children);
  setLanguages(blocks, new Map());
  return withoutIdleRules(blocks);
}

/** A list of blocks: empty ones gone, pictures that stand alone in figures. */
export function tidyFlow(nodes: readonly OutNode[]): OutNode[] {
  return nodes.flatMap(tidyBlock);
}

function tidyBlock(node: OutNode): OutNode[] {
  if (node.kind === 'text') return [];
  switch (node.tag) {
    case 'p':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return tidyLine(node);
    case 'pre':
      return tidyPre(node);
    case 'figure':
      return tidyFigure(node);
    case 'table':
      return tidyTable(node, tidyFlow);
    case 'ul':
    case 'ol':
      return tidyList(node);
    case 'dl':
      return tidyDefinitions(node);
    case 'blockquote':
      return withChildren(node, tidyFlow(node.children));
    case 'hr':
      return [node];
    default:
      return tidyFlow(node.children);
  }
}

function withChildren(node: ElementNode, children: OutNode[]): OutNode[] {
  node.children = children;
  return children.length === 0 ? [] : [node];
}

/** Removes inline elements that hold nothing, joins and normalises text. */
function tidyInline(node: ElementNode): void {
  const kept: OutNode[] = [];
  for (const child of node.children) {
    if (child.kind === 'element') tidyInline(child);
    const isVoid = child.kind === 'element' && (child.tag === 'img' || child.tag === 'br' || child.tag === 'wbr');
    const isEmpty = child.kind === 'text' ? child.text === '' : !isVoid && child.children.length === 0;
    if (isEmpty) continue;
    const last = kept.at(-1);
    if (child.kind === 'text' && last?.kind === 'text') last.text += child.text;
    else kept.push(child);
  }
  for (const child of kept) if (child.kind === 'text') child.text = child.text.normalize('NFC');
  node.children = kept;
}

function tidyLine(node: ElementNode): OutNode[] {
  tidyInline(node);
  const images = imagesIn(node);
  if (textOf(node).trim() === '') return images.map((image) => figureOf(image, node));
  if (images.length === 0) return [node];
  return splitAroundImages(node);
}

/** A picture with a line break between it and the text is no part of the line. */
function splitAroundImages(node: ElementNode): OutNode[] {
  const parts: OutNode[][] = [[]];
  for (const child of node.children) {
    if (isElement(child, 'br')) parts.push([]);
    else parts.at(-1)?.push(child);
  }
  const blocks: OutNode[] = [];
  let line: OutNode[] = [];
  const endLine = (): void => {
    const paragraph = element(node.tag, node.attributes, line);
    trimLine(paragraph);
    if (paragraph.children.length > 0) blocks.push(paragraph);
    line = [];
  };
  for (const part of parts) {
    const images = part.flatMap(imagesIn);
    if (images.length > 0 && part.map(textOf).join('').trim() === '') {
      endLine();
      for (const image of images) blocks.push(figureOf(image, element('p', [], part)));
    } else {
      if (line.length > 0) line.push(element('br'));
      line.push(...part);
    }
  }
  endLine();
  return blocks;
}

/** Takes the space away at both ends, however deep in formatting it stands. */
function trimLine(node: ElementNode, leading: RegExp = /^\s+/): void {
  for (;;) {
    const first = edgeText(node, 0);
    const last = edgeText(node, -1);
    const before = (first?.text.length ?? 0) + (last?.text.length ?? 0);
    if (first !== null) first.text = first.text.replace(leading, '');
    if (last !== null) last.text = last.text.trimEnd();
    if (before === (first?.text.length ?? 0) + (last?.text.length ?? 0)) return;
    tidyInline(node);
  }
}

function edgeText(node: ElementNode, index: 0 | -1): TextNode | null {
  const child = node.children.at(index);
  if (child === undefined) return null;
  return child.kind === 'text' ? child : edgeText(child, index);
}

/** The picture in a figure, inside its link where that leads somewhere else than to the picture. */
function figureOf(image: ElementNode, context: ElementNode): ElementNode {
  const link = linkAround(context, image);
  const shown = link === null || isPictureAddress(link.attributes.get('href') ?? '') ? image : element('a', link.attributes, [image]);
  return element('figure', [], [shown]);
}

function linkAround(node: ElementNode, image: ElementNode): ElementNode | null {
  for (const child of node.children) {
    if (child.kind === 'text' || !imagesIn(child).includes(image)) continue;
    return child.tag === 'a' ? child : linkAround(child, image);
  }
  return null;
}

function isPictureAddress(address: string): boolean {
  return /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(address);
}

function tidyPre(node: ElementNode): OutNode[] {
  tidyInline(node);
  trimLine(node, /^(?:[ \t]*\n)+/);
  return textOf(node).trim() === '' ? [] : [node];
}

/** Pictures (or a table, code, a quotation) with at most one caption, last; other text stands after the figure. */
function tidyFigure(node: ElementNode): OutNode[] {
  const shown: OutNode[] = [];
  const after: OutNode[] = [];
  const captions: ElementNode[] = [];
  for (const child of node.children) {
    if (isElement(child, 'img', 'a')) shown.push(...tidyShown(child));
    else if (isElement(child, 'figcaption')) captions.push(child);
    else {
      for (const block of tidyBlock(child)) {
        if (isElement(block, 'figure')) shown.push(...block.children);
        else (isElement(block, 'table', 'pre', 'blockquote') ? shown : after).push(block);
      }
    }
  }
  const caption = joinCaptions(captions);
  if (caption !== null) {
    const pictures = caption.children.flatMap(imagesIn);
    if (textOf(caption).trim() === '') shown.push(...pictures);
    else shown.push(caption);
  }
  return [...withChildren(node, shown), ...after];
}

function tidyShown(node: ElementNode): OutNode[] {
  if (node.tag === 'img') return [node];
  const images = imagesIn(node);
  if (images.length === 0) return [];
  return isPictureAddress(node.attributes.get('href') ?? '') ? images : [element('a', node.attributes, images)];
}

function joinCaptions(captions: readonly ElementNode[]): ElementNode | null {
  const [first] = captions;
  if (first === undefined) return null;
  for (const caption of captions) tidyInline(caption);
  for (const caption of captions.slice(1)) {
    if (caption.children.length === 0) continue;
    if (first.children.length > 0) first.children.push({ kind: 'text', text: ' ' });
    first.children.push(...caption.children);
  }
  tidyInline(first);
  return first.children.length === 0 ? null : first;
}

function tidyList(node: ElementNode): OutNode[] {
  const items: ElementNode[] = [];
  for (const child of node.children) {
    if (isElement(child, 'li')) {
      const [item] = withChildren(child, unwrapParagraph(tidyFlow(child.children)));
      if (item !== undefined) items.push(child);
    } else {
      const blocks = tidyBlock(child);
      const previous = items.at(-1);
      if (blocks.length > 0 && previous !== undefined) previous.children = unwrapParagraph(rewrap([...previous.children, ...blocks]));
      else if (blocks.length > 0) items.push(element('li', [], unwrapParagraph(blocks)));
    }
  }
  return withChildren(node, items);
}

/** In an item or a cell a single paragraph needs no tags of its own. */
export function unwrapParagraph(blocks: OutNode[]): OutNode[] {
  const [first] = blocks;
  const others = blocks.slice(1);
  const isPlain = isElement(first, 'p') && first.attributes.size === 0 && others.every((other) => isElement(other, 'ul', 'ol'));
  return isPlain ? [...first.children, ...others] : blocks;
}

/** Undoes `unwrapParagraph`, so that more blocks can be added. */
function rewrap(nodes: readonly OutNode[]): OutNode[] {
  const blocks: OutNode[] = [];
  let line: OutNode[] = [];
  for (const node of nodes) {
    if (isElement(node) && BLOCK_TAGS.has(node.tag)) {
      if (line.length > 0) blocks.push(element('p', [], line));
      line = [];
      blocks.push(node);
    } else line.push(node);
  }
  if (line.length > 0) blocks.push(element('p', [], line));
  return blocks;
}

const BLOCK_TAGS = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'figure', 'table', 'ul', 'ol', 'dl', 'blockquote', 'hr']);

function tidyDefinitions(node: ElementNode): OutNode[] {
  const parts: ElementNode[] = [];
  for (const child of node.children) {
    const isTerm = isElement(child, 'dt');
    const blocks = isTerm ? [] : tidyBlock(child);
    if (isTerm) tidyInline(child);
    if (isTerm && child.children.length > 0) parts.push(child);
    if (blocks.length > 0) parts.push(element('dd', attributesOf(child, 'dd'), unwrapParagraph(blocks)));
  }
  return withChildren(node, parts);
}

function attributesOf(node: OutNode, tag: string): Iterable<readonly [string, string]> {
  return node.kind === 'element' && node.tag === tag ? node.attributes : [];
}

/** `lang` and `dir` stay only where they change something; formatting that then repeats what is around it goes. */
function setLanguages(nodes: readonly OutNode[], inherited: ReadonlyMap<string, string>, formats: readonly string[] = []): void {
  for (const node of nodes) {
    if (node.kind === 'text') continue;
    const own = node.attributes.size === 0 ? inherited : languagesOf(node, inherited);
    const open = [...formats, node.tag];
    setLanguages(node.children, own, open);
    if (node.children.some((child) => isRedundant(child, open))) node.children = node.children.flatMap((child) => (isRedundant(child, open) ? child.children : [child]));
  }
}

function languagesOf(node: ElementNode, inherited: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const own = new Map(inherited);
  for (const name of ['lang', 'dir']) {
    const value = node.attributes.get(name);
    if (value === undefined) continue;
    if (inherited.get(name) === value && node.tag !== 'bdo') node.attributes.delete(name);
    own.set(name, value);
  }
  return own;
}

function isRedundant(node: OutNode, open: readonly string[]): node is ElementNode {
  return node.kind === 'element' && node.attributes.size === 0 && (node.tag === 'span' || (INLINE.has(node.tag) && open.includes(node.tag)));
}

/** A rule separates: at the ends and beside another it does not. */
function withoutIdleRules(blocks: readonly OutNode[]): OutNode[] {
  const kept = blocks.filter((block, i) => !isElement(block, 'hr') || (i > 0 && !isElement(blocks[i - 1], 'hr')));
  while (isElement(kept.at(-1), 'hr')) kept.pop();
  while (isElement(kept[0], 'hr')) kept.shift();
  return kept;
}
