import { findMatches } from '../../../contract/domain/matches.ts';
import { noteJump } from './frame-store.ts';
import { rangeOf, readFrameText } from './frame-text.ts';

const ALL = 'docbao-match';
const NOW = 'docbao-match-now';

/** Marks where the terms stand in an article's document, without touching the document, and returns the places in order. */
export function markTerms(doc: Document, terms: readonly string[]): readonly Range[] {
  const root = doc.querySelector<HTMLElement>('.docbao-article');
  const view = doc.defaultView;
  if (root === null || view === null) return [];
  view.CSS.highlights.delete(NOW);
  if (terms.length === 0) {
    view.CSS.highlights.delete(ALL);
    return [];
  }
  const text = readFrameText(root);
  const ranges = findMatches(text.text, terms).flatMap((match) => rangeOf(text, match) ?? []);
  view.CSS.highlights.set(ALL, new view.Highlight(...ranges));
  return ranges;
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

/** The place to begin with: the first in the body, where the title's and the lede's are in sight anyway. */
export function firstInBody(ranges: readonly Range[]): number {
  const index = ranges.findIndex((range) => range.startContainer.parentElement?.closest('.docbao-body') != null);
  return Math.max(0, index);
}
