import { anchorOf, findAnchor } from '../../../contract/domain/anchor.ts';
import { squeeze, type SqueezedText } from '../../../contract/domain/anchor-text.ts';
import type { Highlight, HighlightId, TextAnchor } from '../../../contract/domain/highlight.ts';
import { offsetIn, rangeOf, readFrameText, type FrameText } from '../reader/frame-text.ts';

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

/** A picture of the document as an anchor: where the text has come to, and the words of its caption. */
export function anchorOfPicture(doc: Document, image: HTMLImageElement): TextAnchor {
  const { frame, squeezed } = readAnchorText(doc);
  const start = squeezedAt(squeezed, offsetIn(frame, image, 0));
  const caption = image.closest('figure')?.querySelector('figcaption')?.textContent.trim() ?? '';
  return { ...anchorOf(squeezed.text, { start, end: start }), quote: caption === '' ? image.alt : caption };
}

/** The pictures of the document by their addresses, as the library names them; of one that is shown twice the first. */
export function picturesByAddress(doc: Document): ReadonlyMap<string, HTMLImageElement> {
  const images = [...doc.querySelectorAll<HTMLImageElement>('.docbao-body img[data-src]')];
  return new Map(images.reverse().map((image) => [image.dataset['src'] ?? '', image]));
}

function around(image: HTMLImageElement): Range {
  const range = image.ownerDocument.createRange();
  range.selectNode(image);
  return range;
}

/** Where highlights stand in the document; those whose words or pictures are not there are left out. */
export function placesOf(doc: Document, highlights: readonly Highlight[]): ReadonlyMap<HighlightId, Range> {
  const { frame, squeezed } = readAnchorText(doc);
  const places = new Map<HighlightId, Range>();
  const pictures = highlights.some(({ picture }) => picture !== null) ? picturesByAddress(doc) : new Map<string, HTMLImageElement>();
  for (const highlight of highlights) {
    if (highlight.picture !== null) {
      const image = pictures.get(highlight.picture);
      if (image !== undefined) places.set(highlight.id, around(image));
      continue;
    }
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

const PARAGRAPHS = '.docbao-lede, .docbao-body :is(p, li, blockquote, h2, h3, pre)';

/** The picture that is meant where nobody points at words: the one that has the focus, else one that stands higher in sight than any paragraph. */
export function pictureInSight(doc: Document): HTMLImageElement | null {
  const focused = doc.activeElement;
  if (focused?.matches('.docbao-body img[data-src]') === true) return focused as HTMLImageElement;
  const blocks = doc.querySelectorAll<HTMLElement>(`${PARAGRAPHS}, .docbao-body figure:has(img)`);
  const shown = [...blocks].find((block) => block.getBoundingClientRect().bottom > IN_SIGHT);
  return shown?.localName === 'figure' ? shown.querySelector<HTMLImageElement>('img[data-src]') : null;
}

/** The paragraph that stands highest in sight, for whoever has no mouse to select with. */
export function paragraphInSight(doc: Document): Range | null {
  const blocks = doc.querySelectorAll<HTMLElement>(PARAGRAPHS);
  const shown = [...blocks].find((block) => block.getBoundingClientRect().bottom > IN_SIGHT && block.textContent.trim() !== '');
  if (shown === undefined) return null;
  const range = doc.createRange();
  range.selectNodeContents(shown);
  return range;
}
