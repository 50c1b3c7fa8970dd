import { marksAgree } from '../../contract/domain/fold.ts';
import { setBit } from './bits.ts';
import type { QueryWord } from './query-words.ts';
import { variantBit, wordsOfBits, type Segment } from './segment.ts';
import { encodeWord, findString, prefixRange, stringAt } from './string-table.ts';

/** A query word as one segment knows it. */
export interface ResolvedWord {
  /** The number of the word itself in the segment, or -1. */
  readonly word: number;
  /** The words that begin with it, from `low`, below `high`; none where it is no prefix. */
  readonly low: number;
  readonly high: number;
  /** Bits of `Postings.marks` whose variants carry the marks that were typed. */
  readonly agreeing: number;
}

export function resolveWord(segment: Segment, wanted: QueryWord): ResolvedWord {
  const word = findString(segment.words, encodeWord(wanted.folded));
  const range = wanted.prefix === null ? { low: 0, high: 0 } : prefixRange(segment.words, encodeWord(wanted.prefix));
  return { word, ...range, agreeing: wanted.hasMarks ? agreeingBits(segment, word, wanted.marked) : 0xff };
}

function agreeingBits(segment: Segment, word: number, typed: string): number {
  if (word < 0) return 0;
  const first = segment.variantStart[word] ?? 0;
  const end = segment.variantStart[word + 1] ?? 0;
  let bits = 0;
  for (let variant = first; variant < end; variant += 1) {
    if (marksAgree(typed, stringAt(segment.variants, variant))) bits |= variantBit(variant - first);
  }
  return bits;
}

/** The articles in which a word occurs in one field. */
export function articlesOfWord(segment: Segment, field: number, resolved: ResolvedWord): Uint32Array {
  const bits = new Uint32Array(wordsOfBits(segment.count));
  addArticles(segment, field, resolved, bits);
  return bits;
}

/** Adds the articles in which a word occurs in one field. */
export function addArticles(segment: Segment, field: number, resolved: ResolvedWord, bits: Uint32Array): void {
  const postings = segment.fields[field];
  if (postings === undefined) return;
  const addRange = (from: number, to: number): void => {
    const end = postings.start[to] ?? 0;
    for (let entry = postings.start[from] ?? 0; entry < end; entry += 1) setBit(bits, postings.articles[entry] ?? 0);
  };
  if (resolved.word >= 0) addRange(resolved.word, resolved.word + 1);
  if (resolved.high > resolved.low) addRange(resolved.low, resolved.high);
}
