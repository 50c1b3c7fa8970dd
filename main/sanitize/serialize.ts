import type { OutNode } from './nodes.ts';

const ATTRIBUTE_ORDER = ['id', 'href', 'rel', 'role', 'title', 'data-src', 'alt', 'width', 'height', 'start', 'reversed', 'value', 'colspan', 'rowspan', 'scope', 'data-language', 'lang', 'dir'];
const EMPTY_ELEMENTS = new Set(['br', 'hr', 'img', 'wbr']);

/**
 * Writes the tree as HTML. Every `<`, `>`, `&` and quote of the content is escaped, so that no parser, whatever its
 * quirks, can find a tag in it that the tree does not have.
 */
export function serialize(nodes: readonly OutNode[]): string {
  return nodes.map(serializeNode).join('');
}

function serializeNode(node: OutNode): string {
  if (node.kind === 'text') return escapeText(node.text);
  const attributes = ATTRIBUTE_ORDER.filter((name) => node.attributes.has(name))
    .map((name) => ` ${name}="${escapeAttribute(node.attributes.get(name) ?? '')}"`)
    .join('');
  if (EMPTY_ELEMENTS.has(node.tag)) return `<${node.tag}${attributes}>`;
  return `<${node.tag}${attributes}>${serialize(node.children)}</${node.tag}>`;
}

function escapeText(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  // A combining mark at the start would fuse with the tag's ">" where somebody normalises the whole fragment to NFC.
  return escaped.replace(/^\p{M}/u, (mark) => `&#${mark.codePointAt(0)};`);
}

function escapeAttribute(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return escaped.replace(/^\p{M}/u, (mark) => `&#${mark.codePointAt(0)};`);
}
