import { eachWord, foldPrefix, formsOf } from '../../../contract/domain/fold.ts';
import type { HighlightColor, ListedHighlight } from '../../../contract/domain/highlight.ts';

/** What a list of highlights is narrowed to; null and an empty text narrow nothing. */
export interface HighlightFilter {
  readonly articleId: number | null;
  readonly color: HighlightColor | null;
  /** Words of the highlight, its note or its article's title, with or without marks; each may be unfinished. */
  readonly text: string;
}

/** Every highlight is folded once, however many keys are typed. */
const folded = new WeakMap<ListedHighlight, string>();

function foldedText(highlight: ListedHighlight): string {
  const known = folded.get(highlight);
  if (known !== undefined) return known;
  const words: string[] = [];
  eachWord([highlight.quote, highlight.note ?? '', highlight.title].join('\n'), (word) => words.push(formsOf(word).folded));
  const text = ` ${words.join(' ')}`;
  folded.set(highlight, text);
  return text;
}

/** The highlights that a filter lets through, in their order. */
export function filterHighlights(all: readonly ListedHighlight[], { articleId, color, text }: HighlightFilter): readonly ListedHighlight[] {
  const meant = all.filter((one) => (articleId === null || one.articleId === articleId) && (color === null || one.color === color));
  const words: string[][] = [];
  // `ky` may be a word by itself, which is folded like `ki`, or the beginning of a longer one.
  eachWord(text, (word) => words.push([` ${foldPrefix(word)}`, ` ${formsOf(word).folded}`]));
  return words.length === 0 ? meant : meant.filter((one) => words.every((starts) => starts.some((start) => foldedText(one).includes(start))));
}
