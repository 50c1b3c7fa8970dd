import { INLINE_TAGS } from '../../../contract/domain/anchor-text.ts';
import type { MatchRange } from '../../../contract/domain/search.ts';

/** A document's text in one string, and where each text node begins in it. */
export interface FrameText {
  readonly text: string;
  readonly nodes: readonly { readonly node: Text; readonly start: number }[];
}

/** Words of the window's own that stand in the text. */
const FOREIGN = '.docbao-missing-image';

/** Reads the text under some elements in order, with a line break wherever a block or a line of one ends: words are never joined over it. */
export function readFrameText(roots: Iterable<Element>, { withForeign = true }: { readonly withForeign?: boolean } = {}): FrameText {
  const nodes: { node: Text; start: number }[] = [];
  const parts: string[] = [];
  let length = 0;
  let isBroken = false;
  const take = (node: Text): void => {
    if (isBroken && length > 0) {
      parts.push('\n');
      length += 1;
    }
    isBroken = false;
    nodes.push({ node, start: length });
    parts.push(node.data);
    length += node.data.length;
  };
  const walk = (element: Element): void => {
    if (!withForeign && element.matches(FOREIGN)) return;
    const isBlock = !INLINE_TAGS.has(element.localName);
    isBroken ||= isBlock;
    for (const child of element.childNodes) {
      if (child.nodeType === 3 /* Node.TEXT_NODE */) take(child as Text);
      else if (child.nodeType === 1 /* Node.ELEMENT_NODE */) walk(child as Element);
    }
    isBroken ||= isBlock;
  };
  for (const root of roots) walk(root);
  return { text: parts.join(''), nodes };
}

function nodeAt({ nodes }: FrameText, offset: number): { readonly node: Text; readonly start: number } | undefined {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((nodes[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return nodes[low];
}

/** A run of the text as a range of the document. */
export function rangeOf(frameText: FrameText, { start, end }: MatchRange): Range | null {
  const first = nodeAt(frameText, start);
  const last = nodeAt(frameText, Math.max(start, end - 1));
  if (first === undefined || last === undefined) return null;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, Math.min(first.node.length, start - first.start));
  range.setEnd(last.node, Math.min(last.node.length, end - last.start));
  return range;
}

/** Where a point of the document stands in the text; between two pieces of text it is the beginning of the next. */
export function offsetIn({ text, nodes }: FrameText, node: Node, offset: number): number {
  const own = nodes.find((known) => known.node === node);
  if (own !== undefined) return own.start + Math.min(own.node.length, offset);
  const point = node.ownerDocument?.createRange();
  point?.setStart(node, offset);
  return nodes.find((known) => point !== undefined && point.comparePoint(known.node, 0) >= 0)?.start ?? text.length;
}
