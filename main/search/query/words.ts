import { eachWord, foldPrefix, formsOf } from '../../../contract/domain/fold.ts';

/** A word that is looked for. */
export interface QueryWord {
  /** As it was typed, composed. */
  readonly text: string;
  readonly folded: string;
  readonly marked: string;
  /** The word may be the beginning of a longer one, which starts with this; null where it stands for itself alone. */
  readonly prefix: string | null;
  /** Whether marks were typed: then words that carry them go first. */
  readonly hasMarks: boolean;
}

/**
 * The words of a piece of a query.
 *
 * @param isOpen the piece's last word may still be being typed: it is a prefix, if the piece ends with it
 */
export function queryWords(text: string, isOpen: boolean): readonly QueryWord[] {
  const words: QueryWord[] = [];
  let lastEnd = 0;
  eachWord(text, (word, _start, end) => {
    const forms = formsOf(word);
    if (forms.folded === '') return;
    lastEnd = end;
    words.push({ text: word.normalize('NFC'), ...forms, prefix: null, hasMarks: foldPrefix(forms.marked) !== forms.marked });
  });
  const last = words.at(-1);
  if (last === undefined || !isOpen || lastEnd !== text.length) return words;
  return [...words.slice(0, -1), { ...last, prefix: foldPrefix(last.text) }];
}
