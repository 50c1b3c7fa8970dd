/** Blocks of a note's own: what its words stand in. */
const BLOCK = 'p, li, dd, dt, td, th, blockquote, figcaption, pre, h2, h3, h4, h5, h6';
const BACK = '[role="doc-backlink"]';
/** A note that begins below its number goes on for no more blocks than this. */
const MAX_BLOCKS = 6;
/** What stands before a way back in some systems, and means nothing without it. */
const LEFTOVER = /^[\s^↑↩,.;:()[\]]*$/u;

function wordsOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const back of copy.querySelectorAll(BACK)) back.remove();
  return copy.textContent.replace(LEFTOVER, '').trim();
}

/** The blocks below a number that stands alone, up to the next note. */
function blocksAfter(block: Element): readonly Element[] {
  const found: Element[] = [];
  for (let next = block.nextElementSibling; next !== null && found.length < MAX_BLOCKS; next = next.nextElementSibling) {
    if (/^(?:H\d|HR)$/.test(next.tagName) || next.matches('[id]') || next.querySelector(`[id], ${BACK}`) !== null) break;
    found.push(next);
  }
  return found;
}

/** The blocks that a link to a note leads to; none where it leads nowhere. */
export function noteBlocks(link: Element): readonly Element[] {
  const target = link.ownerDocument.getElementById(link.getAttribute('href')?.slice(1) ?? '');
  const block = target?.closest(BLOCK) ?? target;
  if (block == null || block.contains(link)) return [];
  if (block.tagName === 'DT' && block.nextElementSibling !== null) return [block.nextElementSibling];
  return wordsOf(block) === '' ? [block, ...blocksAfter(block)] : [block];
}

/** Whether a node says nothing and shows nothing. */
function isLeftover(node: Node): boolean {
  const element = node.nodeType === 1 /* Node.ELEMENT_NODE */ ? (node as Element) : null;
  return LEFTOVER.test(node.textContent ?? '') && element?.localName !== 'img' && (element?.querySelector('img') ?? null) === null;
}

/** The beginning of a copy without what is left of its number: `^`, brackets, the ways back. */
function trimStart(copy: Element): void {
  while (copy.firstChild !== null && isLeftover(copy.firstChild)) copy.firstChild.remove();
}

/** A note's words as copies of their own, without the ways back to the text and without ids. */
export function noteWords(blocks: readonly Element[]): readonly Element[] {
  return blocks.flatMap((block) => {
    const copy = block.ownerDocument.createElement('div');
    copy.append(...[...block.childNodes].map((child) => child.cloneNode(true)));
    for (const back of copy.querySelectorAll(BACK)) back.remove();
    for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
    trimStart(copy);
    return copy.childNodes.length === 0 ? [] : [copy];
  });
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels between a note and its mark, and to the edges. */
const GAP = 8;
const MARGIN = 16;

/** Where a note of a size stands in a page of a size: below its mark, above it where only there is room; never over an edge. */
export function besideMark(mark: Box, note: Size, page: Size): { readonly left: number; readonly top: number } {
  const left = Math.max(MARGIN, Math.min(mark.left - MARGIN, page.width - note.width - MARGIN));
  const below = mark.bottom + GAP;
  const above = mark.top - GAP - note.height;
  return { left, top: below + note.height + MARGIN <= page.height || above < MARGIN ? below : above };
}
