import { countBits, eachBit } from './bits.ts';
import { BODY, FIELD_COUNT, LEDE, TITLE } from './fields.ts';
import { matchingArticles } from './match.ts';
import type { Part } from './part.ts';
import { ABBREVIATIONS } from './query/abbreviations.ts';
import { nearWords } from './query/near-words.ts';
import { readTelex, readVni } from './query/typed-keys.ts';
import type { ParsedQuery, QueryNode } from './query/tree.ts';
import { queryWords, type QueryWord } from './query/words.ts';
import type { SearchedIndex } from './rank.ts';
import { keepPossiblePairs, resolveWord, type ResolvedWord } from './resolve.ts';
import type { Segment } from './segment.ts';
import { encodeWord, findString } from './string-table.ts';

/** A query with other words, and in how many articles these stand as a phrase. */
export interface Correction {
  readonly query: ParsedQuery;
  readonly phrases: number;
  readonly titles: number;
  /** Articles that have all the words. */
  readonly matching: number;
}

/** A word of two letters is near too many others to be taken for a slip, unless its neighbours tell. */
const SHORTEST_ALONE = 3;
/** Of the words near one, so many of the commonest are tried. */
const MOST_NEAR_WORDS = 40;

/**
 * Other readings of a query that nothing fits as it stands, those that fit best first: initials, keys of an input method that
 * was off, syllables run together or torn apart, one slip in one word.
 */
export function corrections(index: SearchedIndex, query: ParsedQuery): readonly Correction[] {
  const { run } = query;
  const found: Correction[] = [];
  for (const words of [...spelledOut(run), ...typedKeys(index.parts, run), ...otherSpaces(index.parts, run)]) found.push(...evaluate(index, query, words));
  if (found.length === 0) {
    for (const words of slips(index.parts, run)) found.push(...evaluate(index, query, words));
  }
  return found.sort((a, b) => Number(b.titles > 0) - Number(a.titles > 0) || b.phrases - a.phrases || b.matching - a.matching);
}

/** The query with words left out, each in turn: for three words and more, where nothing has all of them. */
export function withoutOneWord(query: ParsedQuery): readonly ParsedQuery[] {
  const { run } = query;
  if (run.length < 3) return [];
  return run.map((_word, left) => withRun(query, run.filter((_other, at) => at !== left)));
}

/** Initials as the phrase that they stand for. */
function* spelledOut(run: readonly QueryWord[]): Generator<readonly QueryWord[]> {
  for (const [at, word] of run.entries()) {
    const phrase = ABBREVIATIONS.get(word.folded);
    if (phrase !== undefined) yield [...run.slice(0, at), ...queryWords(phrase, false), ...run.slice(at + 1)];
  }
}

function* typedKeys(parts: readonly Part[], run: readonly QueryWord[]): Generator<readonly QueryWord[]> {
  for (const read of [readTelex, readVni]) {
    const words = run.flatMap((word) => {
      const letters = read(word.text.toLowerCase());
      const [decoded] = letters === null ? [] : queryWords(letters, false);
      if (decoded === undefined || decoded.folded === word.folded || !isKnown(parts, decoded.folded)) return [word];
      return [decoded];
    });
    if (words.some((word, at) => word !== run[at])) yield words;
  }
}

function* otherSpaces(parts: readonly Part[], run: readonly QueryWord[]): Generator<readonly QueryWord[]> {
  for (const [at, word] of run.entries()) {
    const next = run[at + 1];
    if (next !== undefined && isKnown(parts, word.folded + next.folded)) {
      yield [...run.slice(0, at), ...queryWords(word.text + next.text, false), ...run.slice(at + 2)];
    }
    for (let cut = 2; cut + 2 <= word.text.length; cut += 1) {
      const halves = queryWords(`${word.text.slice(0, cut)} ${word.text.slice(cut)}`, false);
      if (halves.length === 2 && halves.every(({ folded }) => isKnown(parts, folded))) yield [...run.slice(0, at), ...halves, ...run.slice(at + 1)];
    }
  }
}

function* slips(parts: readonly Part[], run: readonly QueryWord[]): Generator<readonly QueryWord[]> {
  for (const [at, word] of run.entries()) {
    if (run.length < 3 && word.folded.length < SHORTEST_ALONE) continue;
    const near = [...nearWords(word.folded)].map((folded) => ({ folded, uses: usesOf(parts, folded) })).filter(({ uses }) => uses > 0);
    near.sort((a, b) => b.uses - a.uses || (a.folded < b.folded ? -1 : 1));
    for (const { folded } of near.slice(0, MOST_NEAR_WORDS)) yield [...run.slice(0, at), ...queryWords(folded, false), ...run.slice(at + 1)];
  }
}

function isKnown(parts: readonly Part[], folded: string): boolean {
  const word = encodeWord(folded);
  return parts.some(({ segment }) => findString(segment.words, word) >= 0);
}

/** In how many articles' bodies or titles a word stands, about. */
function usesOf(parts: readonly Part[], folded: string): number {
  const encoded = encodeWord(folded);
  return parts.reduce((sum, { segment }) => {
    const word = findString(segment.words, encoded);
    return word < 0 ? sum : sum + [TITLE, BODY].reduce((inner, field) => inner + usesIn(segment, field, word), 0);
  }, 0);
}

function usesIn(segment: Segment, field: number, word: number): number {
  const start = segment.fields[field]?.start;
  return (start?.[word + 1] ?? 0) - (start?.[word] ?? 0);
}

function evaluate({ parts, filters }: SearchedIndex, original: ParsedQuery, words: readonly QueryWord[]): Correction[] {
  const query = withRun(original, words);
  const { root } = query;
  if (root === null) return [];
  let phrases = 0;
  let titles = 0;
  let matching = 0;
  for (const part of parts) {
    const bits = matchingArticles(part, root, filters);
    matching += countBits(bits);
    const resolved = words.map((word) => resolveWord(part, word));
    resolved.forEach((word, at) => {
      const next = resolved[at + 1];
      if (next !== undefined) keepPossiblePairs(part.segment, word, next, 'folded', bits);
    });
    eachBit(bits, (article) => {
      const isTitle = hasSequence(part.segment, article, TITLE, resolved);
      if (isTitle) titles += 1;
      if (isTitle || hasSequence(part.segment, article, LEDE, resolved) || hasSequence(part.segment, article, BODY, resolved)) phrases += 1;
    });
  }
  return matching > 0 && (phrases > 0 || words.length === 1) ? [{ query, phrases, titles, matching }] : [];
}

/** Whether words follow each other in a field, whatever their marks. For few articles and many phrases: it needs no preparation. */
function hasSequence(segment: Segment, article: number, field: number, words: readonly ResolvedWord[]): boolean {
  const { stream, streamStart, variantStart } = segment;
  const slot = article * FIELD_COUNT + field;
  const last = (streamStart[slot + 1] ?? 0) - words.length;
  const fits = (at: number, place: number): boolean => {
    const variant = stream[at] ?? 0;
    const { word = -1, low = 0, high = 0 } = words[place] ?? {};
    const isWord = word >= 0 && variant >= (variantStart[word] ?? 0) && variant < (variantStart[word + 1] ?? 0);
    return isWord || (high > low && variant >= (variantStart[low] ?? 0) && variant < (variantStart[high] ?? 0));
  };
  for (let at = streamStart[slot] ?? 0; at <= last; at += 1) {
    let place = 0;
    while (place < words.length && fits(at + place, place)) place += 1;
    if (place === words.length) return true;
  }
  return false;
}

/** The query with other words in place of its run. */
function withRun(query: ParsedQuery, words: readonly QueryWord[]): ParsedQuery {
  const others = query.scored.filter((word) => !query.run.includes(word));
  const text = words.map((word) => word.text).join(' ') + (words.at(-1)?.prefix == null ? '' : '*');
  const root: QueryNode = { kind: 'and', nodes: [{ kind: 'words', words, field: null }, ...withoutRun(query.root, query.run)] };
  return { ...query, root, run: words, scored: [...words, ...others], terms: [text, ...query.terms.slice(1)] };
}

/** What of a tree is not the run. */
function withoutRun(node: QueryNode | null, run: readonly QueryWord[]): readonly QueryNode[] {
  if (node === null) return [];
  if (node.kind === 'words') return node.words.every((word) => run.includes(word)) ? [] : [node];
  return node.kind === 'and' ? node.nodes.flatMap((inner) => withoutRun(inner, run)) : [node];
}
