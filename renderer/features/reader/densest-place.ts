import { eachWord, formsOf } from '../../../contract/domain/fold.ts';

/** A marked piece of a text. */
export interface Found {
  /** UTF-16 offset in the text. */
  readonly start: number;
  readonly text: string;
}

/** Characters that the eye takes in at once: what is marked within them stands together. */
const REACH = 120;

function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  eachWord(text, (word) => words.push(formsOf(word).folded));
  return words;
}

/**
 * Where to begin reading what was found: the place, at `from` or after it, from which the most different words stand together;
 * the first such place. Answers an index, `from` where nothing is found after it.
 */
export function densestPlace(found: readonly Found[], from: number): number {
  const words = found.map(({ text }) => wordsOf(text));
  let best = { index: from, count: 0 };
  for (let index = from; index < found.length; index += 1) {
    const together = new Set<string>();
    for (let at = index; at < found.length && (found[at]?.start ?? 0) - (found[index]?.start ?? 0) <= REACH; at += 1) {
      for (const word of words[at] ?? []) together.add(word);
    }
    if (together.size > best.count) best = { index, count: together.size };
  }
  return best.index;
}
