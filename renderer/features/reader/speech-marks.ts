import type { MatchRange } from '../../../contract/domain/search.ts';
import { rangeOf, type FrameText } from './frame-text.ts';

const SENTENCE = 'docbao-speech';
const WORD = 'docbao-speech-word';

/** Marks the sentence that is heard, and brings it into sight; null marks none. */
export function markSentence(doc: Document | null, range: Range | null): void {
  const view = doc?.defaultView;
  if (view == null) return;
  view.CSS.highlights.delete(WORD);
  if (range === null) {
    view.CSS.highlights.delete(SENTENCE);
    return;
  }
  view.CSS.highlights.set(SENTENCE, new view.Highlight(range));
  const box = range.getBoundingClientRect();
  if (box.top < view.innerHeight * 0.1 || box.bottom > view.innerHeight * 0.8) view.scrollTo({ top: view.scrollY + box.top - view.innerHeight / 3 });
}

/** Marks the word of it that is being said. */
export function markWord(doc: Document | null, text: FrameText, word: MatchRange): void {
  const view = doc?.defaultView;
  const range = rangeOf(text, word);
  if (view == null || range === null) return;
  const mark = new view.Highlight(range);
  mark.priority = 1;
  view.CSS.highlights.set(WORD, mark);
}
