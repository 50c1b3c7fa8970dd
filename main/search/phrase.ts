import { marksAgree } from '../../contract/domain/fold.ts';
import { BODY, FIELD_COUNT } from './fields.ts';
import type { Level } from './levels.ts';
import type { QueryWord } from './query/words.ts';
import type { ResolvedWord } from './resolve.ts';
import type { Segment } from './segment.ts';
import { stringAt } from './string-table.ts';

/** A longer phrase is looked for by its first words. */
const MOST_PHRASE_WORDS = 16;

/** Some neighbouring words of a field, by their number in it. */
export interface Stretch {
  readonly start: number;
  readonly length: number;
}

/** A stretch that need not be the phrase. */
export interface Scattered extends Stretch {
  /** How many of the phrase's words it has. */
  readonly words: number;
}

/** The variants that fit one word of a phrase: those of the word itself, and those of the words that begin with it. */
interface Fitting {
  readonly wordFrom: number;
  readonly wordSize: number;
  /** Which of the word's variants fit, 1 where one does; null where all do. */
  readonly allowed: Uint8Array | null;
  readonly longerFrom: number;
  readonly longerSize: number;
  /** About how many articles have such a word. */
  readonly articles: number;
}

/**
 * Finds the words of a phrase next to each other in articles of one segment, at one level. A word's variants are numbered in a row,
 * so that looking through a stream for the rarest word is comparing numbers.
 */
export class PhraseFinder {
  readonly #segment: Segment;
  readonly #fittings: readonly Fitting[];
  /** The place of the phrase's rarest word. */
  readonly #anchor: number;
  /** The last word where its marks are yet to be compared: there may be very many that begin with it. */
  readonly #begun: QueryWord | null;
  readonly #begunAgrees = new Map<number, boolean>();
  /** Made when words are looked for that are not a phrase. */
  #places: Uint16Array | null = null;
  /** Where the phrase's n-th word stood last. */
  readonly #lastAt = new Int32Array(MOST_PHRASE_WORDS);

  constructor(segment: Segment, words: readonly QueryWord[], resolved: readonly ResolvedWord[], level: Level) {
    this.#segment = segment;
    const last = words.at(-1);
    this.#begun = level === 'begun' && last?.hasMarks === true && words.length <= MOST_PHRASE_WORDS ? last : null;
    this.#fittings = words.slice(0, MOST_PHRASE_WORDS).map((wanted, place) => fittingOf(segment, resolved[place], wanted === this.#begun ? 'folded' : level, level));
    const rarest = Math.min(...this.#fittings.map(({ articles }) => articles));
    this.#anchor = this.#fittings.findIndex(({ articles }) => articles === rarest);
  }

  #agrees(variant: number): boolean {
    if (this.#begun === null) return true;
    let agrees = this.#begunAgrees.get(variant);
    if (agrees === undefined) {
      agrees = marksAgree(this.#begun.marked, stringAt(this.#segment.variants, variant));
      this.#begunAgrees.set(variant, agrees);
    }
    return agrees;
  }

  /** How often the phrase stands in a field of an article. */
  count(article: number, field: number): number {
    const slot = article * FIELD_COUNT + field;
    const end = this.#segment.streamStart[slot + 1] ?? 0;
    let found = 0;
    for (let at = this.#nextEnd(this.#segment.streamStart[slot] ?? 0, end); at >= 0; at = this.#nextEnd(at + 1, end)) found += 1;
    return found;
  }

  has(article: number, field: number): boolean {
    const slot = article * FIELD_COUNT + field;
    return this.#nextEnd(this.#segment.streamStart[slot] ?? 0, this.#segment.streamStart[slot + 1] ?? 0) >= 0;
  }

  /** Where in a field, in words, the phrase stands first; null where it does not. */
  first(article: number, field: number): Stretch | null {
    const slot = article * FIELD_COUNT + field;
    const start = this.#segment.streamStart[slot] ?? 0;
    const end = this.#nextEnd(start, this.#segment.streamStart[slot + 1] ?? 0);
    return end < 0 ? null : { start: end - start - this.#fittings.length + 1, length: this.#fittings.length };
  }

  /** The place in the stream of the last word of the first phrase that begins at `from` or after it; -1 if there is none. */
  #nextEnd(from: number, end: number): number {
    const anchor = this.#fittings[this.#anchor];
    if (anchor === undefined || anchor.wordSize + anchor.longerSize === 0) return -1;
    const after = this.#fittings.length - 1 - this.#anchor;
    const limit = end - after;
    for (let at = this.#nextOf(anchor, from + this.#anchor, limit); at < limit; at = this.#nextOf(anchor, at + 1, limit)) {
      if (this.#isPhrase(at - this.#anchor) && this.#agrees(this.#segment.stream[at + after] ?? 0)) return at + after;
    }
    return -1;
  }

  /** The first place from `start` on, below `limit`, whose variant may fit a word; `limit` if there is none. */
  #nextOf({ wordFrom, wordSize, longerFrom, longerSize }: Fitting, start: number, limit: number): number {
    const { stream } = this.#segment;
    let at = start;
    if (wordSize > 0 && longerSize > 0) {
      while (at < limit && ((stream[at] ?? 0) - wordFrom) >>> 0 >= wordSize && ((stream[at] ?? 0) - longerFrom) >>> 0 >= longerSize) at += 1;
      return at;
    }
    const from = wordSize > 0 ? wordFrom : longerFrom;
    const size = wordSize + longerSize;
    while (at < limit && ((stream[at] ?? 0) - from) >>> 0 >= size) at += 1;
    return at;
  }

  #isPhrase(start: number): boolean {
    const { stream } = this.#segment;
    for (let place = 0; place < this.#fittings.length; place += 1) {
      const fitting = this.#fittings[place];
      if (fitting === undefined || !fits(fitting, stream[start + place] ?? 0)) return false;
    }
    return true;
  }

  /** Variant -> bit n where it fits the phrase's n-th word. */
  #makePlaces(): Uint16Array {
    const places = new Uint16Array(this.#segment.variants.offsets.length - 1);
    this.#fittings.forEach((fitting, place) => {
      for (const [from, size] of [[fitting.wordFrom, fitting.wordSize], [fitting.longerFrom, fitting.longerSize]] as const) {
        for (let variant = from; variant < from + size; variant += 1) {
          if (fits(fitting, variant)) places[variant] = (places[variant] ?? 0) | (1 << place);
        }
      }
    });
    return places;
  }

  /** The shortest stretch of a field with as many of the phrase's words as the field has; null where it has none. */
  scattered(article: number, field: number): Scattered | null {
    const { stream, streamStart } = this.#segment;
    const slot = article * FIELD_COUNT + field;
    const start = streamStart[slot] ?? 0;
    const end = streamStart[slot + 1] ?? 0;
    const lastAt = this.#lastAt;
    const places = (this.#places ??= this.#makePlaces());
    let seen = 0;
    let from = start;
    let length = 0;
    for (let at = start; at < end; at += 1) {
      const fitting = places[stream[at] ?? 0] ?? 0;
      if (fitting === 0) continue;
      for (let rest = fitting; rest !== 0; rest &= rest - 1) lastAt[31 - Math.clz32(rest & -rest)] = at;
      const isNew = (fitting & ~seen) !== 0;
      seen |= fitting;
      const first = earliest(lastAt, seen);
      if (!isNew && at - first + 1 >= length) continue;
      from = first;
      length = at - first + 1;
    }
    return seen === 0 ? null : { start: from - start, length, words: countSetBits(seen) };
  }
}

function fits({ wordFrom, wordSize, allowed, longerFrom, longerSize }: Fitting, variant: number): boolean {
  const inWord = (variant - wordFrom) >>> 0;
  return (inWord < wordSize && (allowed === null || allowed[inWord] === 1)) || (variant - longerFrom) >>> 0 < longerSize;
}

/** @param wordLevel how closely the word itself must fit */
function fittingOf(segment: Segment, resolved: ResolvedWord | undefined, wordLevel: Level, level: Level): Fitting {
  const { word = -1, low = 0, high = 0 } = resolved ?? {};
  const { variantStart } = segment;
  const start = segment.fields[BODY]?.start;
  const postings = (from: number, to: number): number => (start?.[to] ?? 0) - (start?.[from] ?? 0);
  const isLoose = high > low && (level === 'begun' || level === 'folded');
  // Among the words that begin with it, the word itself needs no range of its own.
  const isInside = isLoose && word >= low && word < high;
  const wordFrom = word < 0 || isInside ? 0 : (variantStart[word] ?? 0);
  const wordSize = word < 0 || isInside ? 0 : (variantStart[word + 1] ?? 0) - wordFrom;
  const longerFrom = isLoose ? (variantStart[low] ?? 0) : 0;
  const longerSize = isLoose ? (variantStart[high] ?? 0) - longerFrom : 0;
  const articles = (word < 0 || isInside ? 0 : postings(word, word + 1)) + (isLoose ? postings(low, high) : 0);
  return { wordFrom, wordSize, allowed: wordSize === 0 ? null : allowedOf(resolved, wordLevel), longerFrom, longerSize, articles };
}

function allowedOf(resolved: ResolvedWord | undefined, level: Level): Uint8Array | null {
  if (level === 'folded' || resolved === undefined) return null;
  return level === 'exact' ? resolved.exactVariants : resolved.agreeingVariants;
}

function earliest(lastAt: Int32Array, words: number): number {
  let from = Number.MAX_SAFE_INTEGER;
  for (let rest = words; rest !== 0; rest &= rest - 1) from = Math.min(from, lastAt[31 - Math.clz32(rest & -rest)] ?? 0);
  return from;
}

function countSetBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
