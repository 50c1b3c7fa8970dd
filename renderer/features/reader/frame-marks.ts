import { findMatches } from '../../../contract/domain/matches.ts';
import type { Found } from './densest-place.ts';
import { densestPlace } from './densest-place.ts';
import { noteJump } from './frame-store.ts';
import { rangeOf, readFrameText } from './frame-text.ts';

const ALL = 'docbao-match';
const NOW = 'docbao-match-now';

/** A marked place of the document. */
interface Mark extends Found {
  readonly range: Range;
}

/** Marks where the terms stand in an article's document, without touching the document, and returns the places in order. */
export function markTerms(doc: Document, terms: readonly string[]): readonly Mark[] {
  const root = doc.querySelector<HTMLElement>('.docbao-article');
  const view = doc.defaultView;
  if (root === null || view === null) return [];
  view.CSS.highlights.delete(NOW);
  if (terms.length === 0) {
    view.CSS.highlights.delete(ALL);
    return [];
  }
  const text = readFrameText([root]);
  const marks = findMatches(text.text, terms).flatMap((match) => {
    const range = rangeOf(text, match);
    return range === null ? [] : [{ range, start: match.start, text: text.text.slice(match.start, match.end) }];
  });
  view.CSS.highlights.set(ALL, new view.Highlight(...marks.map(({ range }) => range)));
  return marks;
}

/** Marks one place as the current one and brings it to the upper third of the page. */
export function showMark(doc: Document, range: Range): void {
  const view = doc.defaultView;
  if (view === null) return;
  const current = new view.Highlight(range);
  current.priority = 1;
  view.CSS.highlights.set(NOW, current);
  const box = range.getBoundingClientRect();
  const isVisible = box.top > view.innerHeight * 0.15 && box.bottom < view.innerHeight * 0.85;
  if (isVisible) return;
  noteJump();
  view.scrollTo({ top: view.scrollY + box.top - view.innerHeight / 3 });
}

/** The place to begin with: where most words stand together in the body; the title's and the lede's are in sight anyway. */
export function bestInBody(marks: readonly Mark[]): number {
  const first = marks.findIndex(({ range }) => range.startContainer.parentElement?.closest('.docbao-body') != null);
  return first === -1 ? 0 : densestPlace(marks, first);
}
