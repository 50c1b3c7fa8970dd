import { marksAgree } from '../../contract/domain/fold.ts';
import { setBit } from './bits.ts';
import { FIELD_COUNT } from './fields.ts';
import type { Level } from './levels.ts';
import type { Part } from './part.ts';
import type { QueryWord } from './query/words.ts';
import { pairRow, variantBit, wordsOfBits, type Postings, type Segment } from './segment.ts';
import { encodeWord, findString, prefixRange, stringAt } from './string-table.ts';

/** A query word as one segment knows it. */
export interface ResolvedWord {
  /** The number of the word itself in the segment, or -1. */
  readonly word: number;
  /** The words that begin with it, from `low`, below `high`; none where it is no prefix. */
  readonly low: number;
  readonly high: number;
  /** Bits of `Postings.marks` whose variants carry the marks that were typed; all of them where none were. */
  readonly agreeing: number;
  /** Bits of `Postings.marks` whose variants have the marks that were typed and no others. */
  readonly exact: number;
  /** The same variant by variant, 1 for each that is meant; null where all of them are. */
  readonly agreeingVariants: Uint8Array | null;
  readonly exactVariants: Uint8Array;
}

const ALL_FIELDS: readonly number[] = Array.from({ length: FIELD_COUNT }, (_, field) => field);
const ANY_MARKS = 0xff;
/** Set by the eighth variant of a word and by all after it. */
const SHARED_BIT = 0x80;
/** Postings of a word from which on its articles are worth remembering. */
const COSTLY = 2000;
const MOST_REMEMBERED = 256;
/** A prefix of more words than this has too many pairs for their bits to tell much. */
const MOST_PAIR_ROWS = 6;

/** A query word as a part knows it; the same for as long as the part lasts. */
export function resolveWord({ segment, resolved }: Part, wanted: QueryWord): ResolvedWord {
  const key = `${wanted.marked} ${wanted.prefix ?? ' '}`;
  const known = resolved.get(key);
  if (known !== undefined) return known;
  const found = resolve(segment, wanted);
  remember(resolved, key, found);
  return found;
}

function resolve(segment: Segment, wanted: QueryWord): ResolvedWord {
  const word = findString(segment.words, encodeWord(wanted.folded));
  const range = wanted.prefix === null ? { low: 0, high: 0 } : prefixRange(segment.words, encodeWord(wanted.prefix));
  const first = word < 0 ? 0 : (segment.variantStart[word] ?? 0);
  const end = word < 0 ? 0 : (segment.variantStart[word + 1] ?? 0);
  const marked = Array.from({ length: end - first }, (_, at) => stringAt(segment.variants, first + at));
  const agreeingVariants = wanted.hasMarks ? Uint8Array.from(marked, (variant) => Number(marksAgree(wanted.marked, variant))) : null;
  const exactVariants = Uint8Array.from(marked, (variant) => Number(variant === wanted.marked));
  return { word, ...range, agreeing: agreeingVariants === null ? ANY_MARKS : bitsOfVariants(agreeingVariants), exact: bitsOfVariants(exactVariants), agreeingVariants, exactVariants };
}

function bitsOfVariants(variants: Uint8Array): number {
  return variants.reduce((bits, isMeant, place) => (isMeant === 1 ? bits | variantBit(place) : bits), 0);
}

/** Whether the word may be longer than it was typed. */
function isOpen({ word, low, high }: ResolvedWord): boolean {
  return high - low > (word >= low && word < high ? 1 : 0);
}

/** Adds the articles of some neighbouring words' postings, of those variants that are allowed. */
function addRange({ start, articles, marks }: Postings, from: number, to: number, allowed: number, bits: Uint32Array): void {
  const end = start[to] ?? 0;
  if (allowed === ANY_MARKS) {
    for (let entry = start[from] ?? 0; entry < end; entry += 1) setBit(bits, articles[entry] ?? 0);
    return;
  }
  for (let entry = start[from] ?? 0; entry < end; entry += 1) {
    if (((marks[entry] ?? 0) & allowed) !== 0) setBit(bits, articles[entry] ?? 0);
  }
}

/** The marks that a level allows a word itself to have. */
function marksAt(level: Level, { agreeing, exact }: ResolvedWord): number {
  if (level === 'exact') return exact;
  return level === 'agreeing' ? agreeing : ANY_MARKS;
}

function mayGoOn(level: Level): boolean {
  return level === 'begun' || level === 'folded';
}

/** The articles in which a word occurs in one field; at the level `begun`, perhaps with other marks, too. Not to be changed by the caller. */
export function articlesInField(part: Part, field: number, resolved: ResolvedWord, level: Level): Uint32Array {
  return articlesInFields(part, [field], resolved, level);
}

/** Whether `articlesInField` has only articles with the word at that level; some marks share a bit, and prefixes have too many. */
export function isPrecise(resolved: ResolvedWord, level: Level): boolean {
  if (level === 'begun') return false;
  const marks = marksAt(level, resolved);
  return marks === ANY_MARKS || (marks & SHARED_BIT) === 0;
}

function addField(segment: Segment, field: number, resolved: ResolvedWord, level: Level, bits: Uint32Array): void {
  const { word, low, high } = resolved;
  const postings = segment.fields[field];
  if (postings === undefined) return;
  if (word >= 0) addRange(postings, word, word + 1, marksAt(level, resolved), bits);
  if (mayGoOn(level) && high > low) addRange(postings, low, high, ANY_MARKS, bits);
}

/** The articles in which a word occurs in any field, as `articlesInField`. */
export function articlesAnywhere(part: Part, resolved: ResolvedWord, level: Level): Uint32Array {
  return articlesInFields(part, ALL_FIELDS, resolved, level);
}

function articlesInFields(part: Part, fields: readonly number[], resolved: ResolvedWord, level: Level): Uint32Array {
  const { segment, remembered } = part;
  const { word, low, high } = resolved;
  const isLoose = mayGoOn(level) && isOpen(resolved);
  const where = fields.length === 1 ? `${fields[0]}` : '';
  const key = isLoose ? `${where} ${low} ${high} ${word}` : `${where} ${word} ${marksAt(level, resolved)}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const bits = new Uint32Array(wordsOfBits(segment.count));
  let cost = 0;
  for (const field of fields) {
    addField(segment, field, resolved, level, bits);
    const start = segment.fields[field]?.start;
    if (start !== undefined) cost += isLoose ? (start[high] ?? 0) - (start[low] ?? 0) : (start[word + 1] ?? 0) - (start[word] ?? 0);
  }
  if (cost >= COSTLY) remember(remembered, key, bits);
  return bits;
}

function remember<Value>(remembered: Map<string, Value>, key: string, value: Value): void {
  if (remembered.size >= MOST_REMEMBERED) {
    const oldest = remembered.keys().next().value;
    if (oldest !== undefined) remembered.delete(oldest);
  }
  remembered.set(key, value);
}

/** Removes from `candidates` articles that can't hold two words as neighbours; leaves some that don't, either. */
export function keepPossiblePairs(segment: Segment, first: ResolvedWord, second: ResolvedWord, level: Level, candidates: Uint32Array): void {
  if (first.word < 0 || (mayGoOn(level) && isOpen(first))) return;
  const isRange = mayGoOn(level) && isOpen(second);
  const from = isRange ? second.low : second.word;
  const to = isRange ? second.high : second.word + 1;
  if (from < 0 || to - from > MOST_PAIR_ROWS || (isRange && second.word >= 0 && (second.word < from || second.word >= to))) return;
  const width = candidates.length;
  const rows = Array.from({ length: to - from }, (_, at) => pairRow(first.word, from + at) * width);
  for (let at = 0; at < width; at += 1) {
    let possible = 0;
    for (const row of rows) possible |= segment.pairs[row + at] ?? 0;
    candidates[at] = (candidates[at] ?? 0) & possible;
  }
}
