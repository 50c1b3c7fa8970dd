import { marksAgree } from '../../contract/domain/fold.ts';
import { FIELD_COUNT } from './fields.ts';
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

/** Finds the words of a phrase next to each other in articles of one segment, at one level. */
export class PhraseFinder {
  readonly #segment: Segment;
  readonly #length: number;
  /** Variant -> bit n where it fits the phrase's n-th word. */
  readonly #fits: Uint16Array;
  /** The last word where its marks are yet to be compared: there may be very many that begin with it. */
  readonly #begun: QueryWord | null;
  readonly #begunAgrees = new Map<number, boolean>();

  constructor(segment: Segment, words: readonly QueryWord[], resolved: readonly ResolvedWord[], level: Level) {
    this.#segment = segment;
    this.#length = Math.min(words.length, MOST_PHRASE_WORDS);
    this.#fits = new Uint16Array(segment.variants.offsets.length - 1);
    const last = words.at(-1);
    this.#begun = level === 'begun' && last?.hasMarks === true && words.length <= MOST_PHRASE_WORDS ? last : null;
    words.slice(0, this.#length).forEach((wanted, place) => {
      const found = resolved[place];
      if (found === undefined) return;
      if (found.word >= 0) this.#allowWord(found.word, place, wanted, wanted === this.#begun ? 'folded' : level);
      if (found.high > found.low && (level === 'begun' || level === 'folded')) this.#allow(found.low, found.high, place);
    });
  }

  #allow(from: number, to: number, place: number): void {
    const end = this.#segment.variantStart[to] ?? 0;
    for (let variant = this.#segment.variantStart[from] ?? 0; variant < end; variant += 1) this.#allowVariant(variant, place);
  }

  #allowVariant(variant: number, place: number): void {
    this.#fits[variant] = (this.#fits[variant] ?? 0) | (1 << place);
  }

  #allowWord(word: number, place: number, wanted: QueryWord, level: Level): void {
    if (level === 'folded' || (level !== 'exact' && !wanted.hasMarks)) {
      this.#allow(word, word + 1, place);
      return;
    }
    const end = this.#segment.variantStart[word + 1] ?? 0;
    for (let variant = this.#segment.variantStart[word] ?? 0; variant < end; variant += 1) {
      const marked = stringAt(this.#segment.variants, variant);
      if (level === 'exact' ? marked === wanted.marked : marksAgree(wanted.marked, marked)) this.#allowVariant(variant, place);
    }
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
    return end < 0 ? null : { start: end - start - this.#length + 1, length: this.#length };
  }

  /** The place in the stream of the last word of the first phrase that begins at `from` or after it; -1 if there is none. */
  #nextEnd(from: number, end: number): number {
    const { stream } = this.#segment;
    const fits = this.#fits;
    const whole = 1 << (this.#length - 1);
    // Bit n of `state`: the phrase's first n + 1 words end here.
    let state = 0;
    for (let at = from; at < end; at += 1) {
      state = ((state << 1) | 1) & (fits[stream[at] ?? 0] ?? 0);
      if ((state & whole) !== 0 && this.#agrees(stream[at] ?? 0)) return at;
    }
    return -1;
  }

  /** The shortest stretch of a field with as many of the phrase's words as the field has; null where it has none. */
  shortestStretch(article: number, field: number): Stretch | null {
    const { stream, streamStart } = this.#segment;
    const slot = article * FIELD_COUNT + field;
    const start = streamStart[slot] ?? 0;
    const end = streamStart[slot + 1] ?? 0;
    const all = this.#wordsBetween(start, end);
    const lastAt = new Int32Array(this.#length);
    let seen = 0;
    let shortest: Stretch | null = null;
    for (let at = start; at < end; at += 1) {
      let fitting = (this.#fits[stream[at] ?? 0] ?? 0);
      if (fitting === 0) continue;
      seen |= fitting;
      for (; fitting !== 0; fitting &= fitting - 1) lastAt[31 - Math.clz32(fitting & -fitting)] = at;
      if (seen !== all) continue;
      const from = earliest(lastAt, all);
      if (shortest === null || at - from + 1 < shortest.length) shortest = { start: from - start, length: at - from + 1 };
    }
    return shortest;
  }

  /** How many of the phrase's words a field has. */
  wordsIn(article: number, field: number): number {
    const slot = article * FIELD_COUNT + field;
    let count = 0;
    for (let words = this.#wordsBetween(this.#segment.streamStart[slot] ?? 0, this.#segment.streamStart[slot + 1] ?? 0); words !== 0; words &= words - 1) count += 1;
    return count;
  }

  #wordsBetween(from: number, end: number): number {
    let all = 0;
    for (let at = from; at < end; at += 1) all |= this.#fits[this.#segment.stream[at] ?? 0] ?? 0;
    return all;
  }
}

function earliest(lastAt: Int32Array, words: number): number {
  let from = Number.MAX_SAFE_INTEGER;
  for (let rest = words; rest !== 0; rest &= rest - 1) from = Math.min(from, lastAt[31 - Math.clz32(rest & -rest)] ?? 0);
  return from;
}
