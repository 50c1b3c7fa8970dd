import { eachWord, eachWordRange, firstLetterOf, foldPrefix, formsOf, marksAgree, spellingsOf, wordBetween, type WordForms } from './fold.ts';
import { compareLetters } from './letters.ts';
import type { MatchRange } from './search.ts';

/** One word of a search term. */
interface TermWord {
  readonly folded: string;
  readonly marked: string;
  /** What the letters of a word with this folded form can be. */
  readonly spellings: readonly string[];
  readonly hasMarks: boolean;
  /** Set where the word may be the beginning of a longer one. */
  readonly prefix: string | null;
}

interface Term {
  readonly words: readonly TermWord[];
  /** In quotes: only the whole phrase counts, with exactly these marks where it has any. */
  readonly isExact: boolean;
  /** What a word that fits can begin with, folded: most words of a text are passed over by it. */
  readonly letters: ReadonlySet<number>;
}

/** The words of the text that is looked at; their forms only where they may matter. */
interface TextWords {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly forms: (WordForms | undefined)[];
}

interface Candidate extends MatchRange {
  readonly isRun: boolean;
  readonly agrees: boolean;
}

/**
 * Where `terms` (of a `SearchResponse`) stand in a text, as ordered ranges that do not overlap. Two or more words of a
 * term that follow each other are marked as one run; words on their own only where the text holds no such run; and what
 * carries the marks as they were typed goes before what only folds to it. Hand in the whole text of an article at once:
 * what is marked in one paragraph depends on what the others hold.
 *
 * A term is words with a space between them, `*` at the end if the last may go on, quotes around it for an exact phrase.
 */
export function findMatches(text: string, terms: readonly string[]): readonly MatchRange[] {
  const starts: number[] = [];
  const ends: number[] = [];
  eachWordRange(text, (start, end) => {
    starts.push(start);
    ends.push(end);
  });
  const words: TextWords = { text, starts, ends, forms: [] };
  const ranges = terms.flatMap((term) => rangesOfTerm(words, parseTerm(term)));
  return joined(ranges);
}

const parsed = new Map<string, Term>();
/** The terms of a few responses: each is looked for in a hundred texts. */
const MOST_PARSED = 50;

/** A term of a response, read back into words. */
function parseTerm(term: string): Term {
  const known = parsed.get(term);
  if (known !== undefined) return known;
  if (parsed.size >= MOST_PARSED) parsed.clear();
  const read = readTerm(term);
  parsed.set(term, read);
  return read;
}

function readTerm(term: string): Term {
  const isExact = term.startsWith('"');
  const isPrefix = term.endsWith('*');
  const raw: string[] = [];
  eachWord(term, (word) => raw.push(word));
  const words = raw.map((word, at) => {
    const forms = formsOf(word);
    return { ...forms, spellings: spellingsOf(forms.folded), hasMarks: foldPrefix(forms.marked) !== forms.marked, prefix: isPrefix && at === raw.length - 1 ? foldPrefix(word) : null };
  });
  const letters = new Set(words.flatMap(({ folded, prefix }) => [folded.charCodeAt(0), ...(prefix === null ? [] : [prefix.charCodeAt(0)])]));
  return { words, isExact, letters };
}

function formsAt(words: TextWords, at: number): WordForms {
  return (words.forms[at] ??= formsOf(wordBetween(words.text, words.starts[at] ?? 0, words.ends[at] ?? 0)));
}

function fits(words: TextWords, at: number, wanted: TermWord): boolean {
  const start = words.starts[at] ?? 0;
  const end = words.ends[at] ?? 0;
  for (const spelling of wanted.spellings) {
    const letters = compareLetters(words.text, start, end, spelling);
    if (letters === 'equal') return true;
    if (letters === 'unclear') return fitsByForms(formsAt(words, at), wanted);
  }
  if (wanted.prefix === null) return false;
  const letters = compareLetters(words.text, start, end, wanted.prefix);
  return letters === 'unclear' ? fitsByForms(formsAt(words, at), wanted) : letters !== 'other';
}

function fitsByForms({ folded }: WordForms, wanted: TermWord): boolean {
  return folded === wanted.folded || (wanted.prefix !== null && folded.startsWith(wanted.prefix));
}

/** The runs of one term's words in the text: from every word that fits, as far as the following words fit, too. */
function candidatesOf(words: TextWords, term: Term): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < words.starts.length; at += 1) {
    if (!term.letters.has(firstLetterOf(words.text, words.starts[at] ?? 0))) continue;
    const run = longestRun(words, at, term.words);
    if (run.length === 0) continue;
    if (!term.isExact || run.length === term.words.length) {
      found.push({ start: words.starts[at] ?? 0, end: words.ends[at + run.length - 1] ?? 0, isRun: run.length > 1, agrees: run.agrees });
    }
    at += run.length - 1;
  }
  return found;
}

function longestRun(words: TextWords, at: number, wanted: readonly TermWord[]): { length: number; agrees: boolean } {
  let best = { length: 0, agrees: false };
  for (let from = 0; from < wanted.length; from += 1) {
    let length = 0;
    let agrees = true;
    for (;;) {
      const term = wanted[from + length];
      if (at + length >= words.starts.length || term === undefined || !fits(words, at + length, term)) break;
      agrees = agrees && (!term.hasMarks || marksAgree(term.marked, formsAt(words, at + length).marked));
      length += 1;
    }
    if (length > best.length || (length === best.length && agrees && !best.agrees)) best = { length, agrees };
  }
  return best;
}

function rangesOfTerm(words: TextWords, term: Term): readonly MatchRange[] {
  const found = candidatesOf(words, term);
  if (term.isExact) return found.filter((range) => range.agrees);
  const runs = found.filter((range) => range.isRun);
  const kept = runs.length > 0 ? runs : found;
  const agreeing = kept.filter((range) => range.agrees);
  return agreeing.length > 0 ? agreeing : kept;
}

function joined(ranges: readonly MatchRange[]): readonly MatchRange[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end);
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
