import { useEffect } from 'react';
import { HIGHLIGHT_COLORS, type Highlight, type HighlightColor, type HighlightId } from '../../../contract/domain/highlight.ts';
import { inBackground } from '../../app/report.ts';
import { currentI18n } from '../../i18n/index.ts';
import { currentFrame, noteJump } from '../reader/frame-store.ts';
import { currentReader } from '../reader/reader-store.ts';
import { anchorOfPicture, anchorOfRange, paragraphInSight, pictureInSight, picturesByAddress, placesOf } from './frame-anchors.ts';
import { addHighlight, closeCard, currentHighlights, loadHighlights, setReached, showCard, useHighlightState, type CardBox } from './highlight-store.ts';

const NOTED = 'docbao-noted';
const NONE: readonly Highlight[] = [];
let places: ReadonlyMap<HighlightId, Range> = new Map();
/** What `highlightHere` marks with: the colour that was chosen last. */
let lastColor: HighlightColor = 'yellow';

export function rememberColor(color: HighlightColor): void {
  lastColor = color;
}

/** Draws the highlights over the document without touching it (CSS Custom Highlight API). */
function paint(doc: Document, highlights: readonly Highlight[]): void {
  const view = doc.defaultView;
  if (view === null) return;
  places = placesOf(doc, highlights);
  const draw = (name: string, isMeant: (highlight: Highlight) => boolean): void => {
    const ranges = highlights.filter((highlight) => highlight.picture === null && isMeant(highlight)).flatMap(({ id }) => places.get(id) ?? []);
    if (ranges.length === 0) {
      view.CSS.highlights.delete(name);
      return;
    }
    const drawn = new view.Highlight(...ranges);
    // Below what a search has found.
    drawn.priority = -1;
    view.CSS.highlights.set(name, drawn);
  };
  for (const color of HIGHLIGHT_COLORS) draw(`docbao-mark-${color}`, (highlight) => highlight.color === color);
  draw(NOTED, ({ note }) => note !== null && note !== '');
  paintPictures(doc, highlights);
}

/** Pictures can't be painted over: those that are marked have a rim, drawn by the style. */
function paintPictures(doc: Document, highlights: readonly Highlight[]): void {
  const byPicture = new Map(highlights.map((highlight) => [highlight.picture, highlight]));
  for (const [src, image] of picturesByAddress(doc)) {
    const highlight = byPicture.get(src);
    if (highlight === undefined) {
      delete image.dataset['mark'];
      image.removeAttribute('aria-description');
    } else {
      image.dataset['mark'] = highlight.color;
      image.setAttribute('aria-description', highlight.note ?? currentI18n().t.highlights.one);
    }
  }
}

function boxOf(range: Range): CardBox {
  const { top, bottom, left, width } = range.getBoundingClientRect();
  return { top, bottom, left, width };
}

/** The highlight under a point of the page. */
export function highlightAt(doc: Document, x: number, y: number): HighlightId | null {
  const caret = doc.caretPositionFromPoint(x, y);
  if (caret === null) return null;
  for (const [id, range] of places) if (range.isPointInRange(caret.offsetNode, caret.offset)) return id;
  return null;
}

function selectedRange(doc: Document): Range | null {
  const selection = doc.getSelection();
  return selection === null || selection.isCollapsed || selection.rangeCount === 0 ? null : selection.getRangeAt(0);
}

/** Offers what can be done with the words that were selected, or with the highlight that was pressed. */
function offer(doc: Document, event: PointerEvent | KeyboardEvent): void {
  const range = selectedRange(doc);
  if (range !== null) {
    const anchor = anchorOfRange(doc, range);
    if (anchor !== null) showCard({ kind: 'new', anchor, box: boxOf(range) });
    return;
  }
  if (event.type !== 'pointerup') return;
  const { clientX, clientY, target } = event as PointerEvent;
  if ((target as Element | null)?.closest('a, button, img') != null) return;
  const id = highlightAt(doc, clientX, clientY);
  const place = id === null ? undefined : places.get(id);
  if (id !== null && place !== undefined) showCard({ kind: 'edit', id, box: boxOf(place), isWriting: false, takesFocus: false });
}

function listen(doc: Document): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  doc.addEventListener('pointerdown', closeCard, { signal });
  doc.addEventListener('scroll', () => {
    if (document.activeElement?.closest('.highlight-card') == null) closeCard();
  }, { signal, passive: true });
  // The selection is settled only after the event that made it.
  const offerSoon = (event: PointerEvent | KeyboardEvent): void => void setTimeout(() => offer(doc, event), 0);
  doc.addEventListener('pointerup', (event) => {
    if (event.button === 0) offerSoon(event);
  }, { signal });
  doc.addEventListener('keyup', (event) => {
    if (event.shiftKey && /^(Arrow|Home|End|Page)/.test(event.key)) offerSoon(event);
  }, { signal });
  return () => {
    controller.abort();
    closeCard();
  };
}

/** Marks the selection, or the picture or the paragraph in sight where nothing is selected, and opens its card for keys. */
export function highlightHere(): boolean {
  const { doc, id: articleId } = currentFrame();
  if (doc === null || articleId === null || currentReader().isPage) return false;
  const selected = selectedRange(doc);
  const image = selected === null ? pictureInSight(doc) : null;
  if (image !== null) {
    highlightPicture(image);
    return true;
  }
  const range = selected ?? paragraphInSight(doc);
  const anchor = range === null ? null : anchorOfRange(doc, range);
  if (range === null || anchor === null) return false;
  const known = currentHighlights().highlights.find(({ start, end, picture, isOrphan }) => !isOrphan && picture === null && start === anchor.start && end === anchor.end);
  inBackground(openCard(known ?? addHighlight(articleId, anchor, lastColor), range));
  return true;
}

/** Marks a picture of the article on screen, or takes up the highlight that it has, and opens its card for keys. */
export function highlightPicture(image: HTMLImageElement): void {
  const { doc, id: articleId } = currentFrame();
  const { src } = image.dataset;
  if (doc === null || articleId === null || src === undefined) return;
  const range = doc.createRange();
  range.selectNode(image);
  inBackground(openCard(highlightOf(image) ?? addHighlight(articleId, anchorOfPicture(doc, image), lastColor, src), range));
}

/** The highlight that a picture of the article on screen has. */
export function highlightOf(image: HTMLImageElement): Highlight | undefined {
  return currentHighlights().highlights.find(({ picture }) => picture !== null && picture === image.dataset['src']);
}

async function openCard(highlight: Highlight | Promise<Highlight>, range: Range): Promise<void> {
  const box = boxOf(range);
  const { id } = await highlight;
  range.startContainer.ownerDocument?.getSelection()?.removeAllRanges();
  showCard({ kind: 'edit', id, box, isWriting: false, takesFocus: true });
}

/** Brings the highlight that was asked for into sight. */
function reach(wanted: HighlightId): void {
  const range = places.get(wanted);
  const view = range?.startContainer.ownerDocument?.defaultView;
  if (range === undefined || view == null) return;
  noteJump();
  view.scrollTo({ top: view.scrollY + range.getBoundingClientRect().top - view.innerHeight / 3 });
  setReached();
}

/** Keeps the highlights of the shown article on its page, and listens for new ones. */
export function useHighlights(doc: Document | null): void {
  const articleId = useHighlightState((state) => state.articleId);
  const loaded = useHighlightState((state) => state.highlights);
  const wanted = useHighlightState((state) => state.wanted);
  const highlights = doc !== null && currentFrame().id === articleId ? loaded : NONE;
  useEffect(() => {
    const { id } = currentFrame();
    if (doc === null || id === null) return undefined;
    inBackground(loadHighlights(id));
    return listen(doc);
  }, [doc]);
  useEffect(() => {
    if (doc === null) return;
    paint(doc, highlights);
    if (wanted !== null) reach(wanted);
  }, [doc, highlights, wanted]);
}
