import { eachWord, foldPrefix, formsOf } from '../../contract/domain/fold.ts';

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

/** What is asked for: words in order, phrases in quotes, and what must not occur. */
export interface ParsedQuery {
  /** The words outside quotes in the order typed: first of all a phrase. */
  readonly words: readonly QueryWord[];
  readonly phrases: readonly (readonly QueryWord[])[];
  readonly excluded: readonly (readonly QueryWord[])[];
}

function wordsOf(text: string, isPrefix: boolean): readonly QueryWord[] {
  const words: QueryWord[] = [];
  let lastStart = 0;
  let lastEnd = 0;
  eachWord(text, (word, start, end) => {
    const forms = formsOf(word);
    if (forms.folded === '') return;
    lastStart = start;
    lastEnd = end;
    words.push({ text: word.normalize('NFC'), ...forms, prefix: null, hasMarks: foldPrefix(forms.marked) !== forms.marked });
  });
  const last = words.at(-1);
  if (last === undefined || !isPrefix || lastEnd !== text.length) return words;
  const raw = text.slice(lastStart, lastEnd);
  return [...words.slice(0, -1), { ...last, prefix: foldPrefix(raw) }];
}

/** Reads a query. Never throws: what is not part of the language is words. */
export function parseQuery(query: string): ParsedQuery {
  const phrases: (readonly QueryWord[])[] = [];
  const excluded: (readonly QueryWord[])[] = [];
  const rest = query.replace(/(^|\s)(-?)"([^"]*)"|(^|\s)-([^\s"]+)/gu, (_all, _space, minus: string, quoted: string | undefined, _space2, word: string | undefined) => {
    const found = wordsOf(quoted ?? word ?? '', false);
    if (found.length > 0) (minus === '-' || word !== undefined ? excluded : phrases).push(found);
    return ' ';
  });
  return { words: wordsOf(rest, true), phrases, excluded };
}
