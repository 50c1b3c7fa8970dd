import { anchorOf, findAnchor } from '../../../contract/domain/anchor.ts';
import { squeeze, type SqueezedText } from '../../../contract/domain/anchor-text.ts';
import type { Highlight, HighlightId, TextAnchor } from '../../../contract/domain/highlight.ts';
import { rangeOf, readFrameText, type FrameText } from '../reader/frame-text.ts';

/** The parts of an article's document whose text highlights are anchored in (`anchorTextOf`). */
const PARTS = '.docbao-title, .docbao-lede, .docbao-body';
interface AnchorText {
  /** As it stands in the document. */
  readonly frame: FrameText;
  readonly squeezed: SqueezedText;
}

/** Reads the text of an article's document as `anchorTextOf` reads it from the library. */
function readAnchorText(doc: Document): AnchorText {
  const frame = readFrameText(doc.querySelectorAll(PARTS), { withForeign: false });
  return { frame, squeezed: squeeze(frame.text) };
}

/** The first squeezed character that stands at `offset` of the document's text or after it. */
function squeezedAt({ offsets }: SqueezedText, offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A selected piece of the document as an anchor; null where it holds no word of the article. */
export function anchorOfRange(doc: Document, range: Range): TextAnchor | null {
  const { frame, squeezed } = readAnchorText(doc);
  const inside = frame.nodes.filter(({ node }) => range.intersectsNode(node));
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return null;
  const from = first.start + (first.node === range.startContainer ? range.startOffset : 0);
  const to = last.start + (last.node === range.endContainer ? range.endOffset : last.node.length);
  let start = squeezedAt(squeezed, from);
  let end = squeezedAt(squeezed, to);
  while (start < end && squeezed.text[start] === ' ') start += 1;
  while (end > start && squeezed.text[end - 1] === ' ') end -= 1;
  return end > start ? anchorOf(squeezed.text, { start, end }) : null;
}

/** Where highlights stand in the document; those whose words are not there are left out. */
export function placesOf(doc: Document, highlights: readonly Highlight[]): ReadonlyMap<HighlightId, Range> {
  const { frame, squeezed } = readAnchorText(doc);
  const places = new Map<HighlightId, Range>();
  for (const highlight of highlights) {
    const found = highlight.isOrphan ? null : findAnchor(squeezed.text, highlight);
    const start = found === null ? undefined : squeezed.offsets[found.start];
    const last = found === null ? undefined : squeezed.offsets[found.end - 1];
    const range = start === undefined || last === undefined ? null : rangeOf(frame, { start, end: last + 1 });
    if (range !== null) places.set(highlight.id, range);
  }
  return places;
}

/** Pixels below the top edge at which a paragraph counts as the one that is read. */
const IN_SIGHT = 56;

/** The paragraph that stands highest in sight, for whoever has no mouse to select with. */
export function paragraphInSight(doc: Document): Range | null {
  const blocks = doc.querySelectorAll<HTMLElement>('.docbao-lede, .docbao-body :is(p, li, blockquote, h2, h3, pre)');
  const shown = [...blocks].find((block) => block.getBoundingClientRect().bottom > IN_SIGHT && block.textContent.trim() !== '');
  if (shown === undefined) return null;
  const range = doc.createRange();
  range.selectNodeContents(shown);
  return range;
}
