import { escapeHtml } from './text.ts';
import { textOf } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

const VOID_TAGS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/**
 * The content of an element that holds escaped HTML, or markup that nobody escaped, or both.
 * @param isDeep whether escaped markup inside that markup is markup, too.
 */
export function innerHtml(element: XmlElement, isDeep = false): string {
  const hasElements = element.children.some((node) => typeof node !== 'string');
  if (!hasElements) return textOf(element);
  // Where some of the text is escaped markup all of the text is HTML already; otherwise it is text.
  const isHtmlText = hasTagsInText(element, isDeep);
  return writeNodes(element, isHtmlText);
}

function hasTagsInText(element: XmlElement, isDeep: boolean): boolean {
  return element.children.some((node) =>
    typeof node === 'string' ? /<\/?[a-z]/i.test(node) : isDeep && hasTagsInText(node, true),
  );
}

/** The content of an element that holds XHTML. The wrapping div of Atom (RFC 4287, 3.1.1.3) is left out. */
export function innerXhtml(element: XmlElement): string {
  const nodes = element.children.filter((node) => typeof node !== 'string' || node.trim() !== '');
  const [only] = nodes;
  const isWrapped = nodes.length === 1 && typeof only === 'object' && only.tag.toLowerCase() === 'div';
  return writeNodes(isWrapped ? only : element, false);
}

function writeNodes(element: XmlElement, isHtmlText: boolean): string {
  let html = '';
  for (const node of element.children) {
    if (typeof node === 'string') html += isHtmlText ? node : escapeHtml(node);
    else html += writeElement(node, isHtmlText);
  }
  return html;
}

function writeElement(element: XmlElement, isHtmlText: boolean): string {
  const tag = element.tag.toLowerCase();
  if (!/^[a-z][\w.-]*$/.test(tag)) return writeNodes(element, isHtmlText);
  let html = `<${tag}`;
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name.startsWith('xmlns') || name.startsWith('xml:') || !/^[a-z_][\w:.-]*$/i.test(name)) continue;
    html += ` ${name}="${escapeHtml(value).replaceAll('"', '&quot;')}"`;
  }
  if (VOID_TAGS.has(tag)) return `${html}>${writeNodes(element, isHtmlText)}`;
  return `${html}>${writeNodes(element, isHtmlText)}</${tag}>`;
}
