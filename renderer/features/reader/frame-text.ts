import type { MatchRange } from '../../../contract/domain/search.ts';

/** A document's text in one string, and where each text node begins in it. */
export interface FrameText {
  readonly text: string;
  readonly nodes: readonly { readonly node: Text; readonly start: number }[];
}

const INLINE = new Set(['A', 'ABBR', 'B', 'BDI', 'BDO', 'CITE', 'CODE', 'EM', 'I', 'KBD', 'MARK', 'Q', 'S', 'SMALL', 'SPAN', 'STRONG', 'SUB', 'SUP', 'TIME', 'U']);

/** The nearest ancestor that is not inline: text of two blocks never forms one word. */
function blockOf(node: Node): Node | null {
  let parent = node.parentElement;
  while (parent !== null && INLINE.has(parent.tagName)) parent = parent.parentElement;
  return parent;
}

/** Reads the text under `root` in order, with a line break wherever a block ends. */
export function readFrameText(root: HTMLElement): FrameText {
  const walker = root.ownerDocument.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  const nodes: { node: Text; start: number }[] = [];
  const parts: string[] = [];
  let length = 0;
  let block: Node | null = null;
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    const own = blockOf(node);
    if (own !== block && length > 0) {
      parts.push('\n');
      length += 1;
    }
    block = own;
    nodes.push({ node, start: length });
    parts.push(node.data);
    length += node.data.length;
  }
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
