import type { QueryWord } from './query/words.ts';

/**
 * How closely words must fit, best first. *Exact*: the same words with the same marks. *Agreeing*: whole words that carry
 * every mark that was typed (`bâu` finds `bầu`). *Begun*: the same, but the last word may go on. *Folded*: whatever the marks.
 */
export const LEVELS = ['exact', 'agreeing', 'begun', 'folded'] as const;
export type Level = (typeof LEVELS)[number];

/** Of one or two letters alone, titles lead that begin any word with them: that they are a word, too, says little. */
const SHORTEST_ALONE = 3;

/** Whether the last word is hardly whole yet. After others, a number may be, and so may a vowel with its marks. */
function isBeginning(words: readonly QueryWord[]): boolean {
  const last = words.at(-1);
  if (last === undefined) return false;
  return words.length === 1 ? last.text.length < SHORTEST_ALONE : last.text.length === 1 && !last.hasMarks && !/\p{N}/u.test(last.text);
}

/** The levels that differ for some words; the others would find the same again. */
export function levelsOf(words: readonly QueryWord[]): readonly Level[] {
  const marked = words.filter(({ hasMarks }) => hasMarks).length;
  const isOpen = words.at(-1)?.prefix != null;
  const isShort = isOpen && isBeginning(words);
  return LEVELS.filter((level) => {
    if (level === 'exact') return marked > 0 && !isShort;
    if (level === 'agreeing') return isOpen ? !isShort && marked < words.length : marked > 0 && marked < words.length;
    if (level === 'begun') return isOpen && marked > 0;
    return true;
  });
}
