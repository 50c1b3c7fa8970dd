import type { ArticleImageRef } from '../../contract/domain/article.ts';
import { wholeNumber } from './attributes.ts';
import { flattenSpace } from './characters.ts';
import { imagesIn, isElement, textOf } from './nodes.ts';
import type { ElementNode, OutNode } from './nodes.ts';

const LINES = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'figcaption', 'caption', 'dt', 'tr']);

/** One paragraph a line; a caption that only repeats its neighbour is written once. */
export function plainText(blocks: readonly OutNode[]): string {
  const lines: string[] = [];
  collectLines(blocks, (text, isCaption) => {
    const line = flattenSpace(text);
    if (line === '' || (isCaption && lines.at(-1) === line)) return;
    lines.push(line);
  });
  return lines.join('\n').normalize('NFC');
}

function collectLines(nodes: readonly OutNode[], add: (text: string, isCaption: boolean) => void): void {
  let line = '';
  for (const node of nodes) {
    const isInline = node.kind === 'text' || !isBlock(node);
    if (isInline) {
      line += textOf(node);
      continue;
    }
    add(line, false);
    line = '';
    if (node.tag === 'tr') add(node.children.map((cell) => cellText(cell)).join(' '), false);
    else if (node.tag === 'pre') for (const codeLine of textOf(node).split('\n')) add(codeLine, false);
    else if (LINES.has(node.tag)) add(textOf(node), node.tag === 'figcaption');
    else collectLines(node.children, add);
  }
  add(line, false);
}

function cellText(cell: OutNode): string {
  const parts: string[] = [];
  if (isElement(cell)) collectLines(cell.children, (text) => parts.push(flattenSpace(text)));
  return parts.filter((part) => part !== '').join(' ');
}

const BLOCKS = new Set([...LINES, 'pre', 'figure', 'table', 'thead', 'tbody', 'ul', 'ol', 'li', 'dl', 'dd', 'blockquote', 'hr', 'td', 'th']);

function isBlock(node: ElementNode): boolean {
  return BLOCKS.has(node.tag);
}

/** The images in reading order, each with the caption of its figure. */
export function imageRefs(blocks: readonly OutNode[], caption: string | null = null): ArticleImageRef[] {
  return blocks.flatMap((node): ArticleImageRef[] => {
    if (!isElement(node)) return [];
    if (node.tag === 'img') return [imageRef(node, caption)];
    if (node.tag !== 'figure') return imageRefs(node.children, caption);
    const figcaption = node.children.find((child) => isElement(child, 'figcaption'));
    const text = figcaption === undefined ? null : flattenSpace(textOf(figcaption));
    return node.children.flatMap(imagesIn).map((image) => imageRef(image, text));
  });
}

function imageRef(image: ElementNode, caption: string | null): ArticleImageRef {
  const alt = image.attributes.get('alt') ?? '';
  return {
    src: image.attributes.get('data-src') ?? '',
    alt: alt === '' ? null : alt,
    caption,
    width: wholeNumber(image.attributes.get('width')),
    height: wholeNumber(image.attributes.get('height')),
  };
}
