import { marksAgree } from '../../contract/domain/fold.ts';
import { FIELD_COUNT } from './fields.ts';
import type { QueryWord } from './query-words.ts';
import type { ResolvedWord } from './resolve.ts';
import type { Segment } from './segment.ts';
import { stringAt } from './string-table.ts';

/** How a phrase was found: not at all, with other marks than those typed, or as typed. */
export const ABSENT = 0;
export const FOLDED = 1;
export const AGREEING = 2;

/** Finds words in the order of a phrase in articles of one segment. */
export class PhraseFinder {
  readonly #segment: Segment;
  readonly #words: readonly QueryWord[];
  /** Variant -> bit n where it is a form of the phrase's n-th word. */
  readonly #fits: Uint32Array;
  readonly #agreement = new Map<number, boolean>();

  /** @param words at most 31 are looked at. */
  constructor(segment: Segment, words: readonly QueryWord[], resolved: readonly ResolvedWord[]) {
    this.#segment = segment;
    this.#words = words.slice(0, 31);
    this.#fits = new Uint32Array(segment.variants.offsets.length - 1);
    resolved.slice(0, 31).forEach(({ word, low, high }, place) => {
      if (word >= 0) this.#mark(word, word + 1, place);
      if (high > low) this.#mark(low, high, place);
    });
  }

  #mark(from: number, to: number, place: number): void {
    const end = this.#segment.variantStart[to] ?? 0;
    for (let variant = this.#segment.variantStart[from] ?? 0; variant < end; variant += 1) {
      this.#fits[variant] = (this.#fits[variant] ?? 0) | (1 << place);
    }
  }

  /** The best that a field of an article has of the phrase. */
  find(article: number, field: number): number {
    const { stream, streamStart } = this.#segment;
    const fits = this.#fits;
    const slot = article * FIELD_COUNT + field;
    const last = (streamStart[slot + 1] ?? 0) - this.#words.length;
    let best = ABSENT;
    for (let at = streamStart[slot] ?? 0; at <= last; at += 1) {
      if (((fits[stream[at] ?? 0] ?? 0) & 1) === 0 || !this.#continues(at)) continue;
      if (this.#agrees(at)) return AGREEING;
      best = FOLDED;
    }
    return best;
  }

  #continues(at: number): boolean {
    for (let place = 1; place < this.#words.length; place += 1) {
      if (((this.#fits[this.#segment.stream[at + place] ?? 0] ?? 0) & (1 << place)) === 0) return false;
    }
    return true;
  }

  #agrees(at: number): boolean {
    return this.#words.every((word, place) => !word.hasMarks || this.#agreesAt(word, place, this.#segment.stream[at + place] ?? 0));
  }

  #agreesAt(word: QueryWord, place: number, variant: number): boolean {
    const key = variant * 32 + place;
    const known = this.#agreement.get(key);
    if (known !== undefined) return known;
    const agrees = marksAgree(word.marked, stringAt(this.#segment.variants, variant));
    this.#agreement.set(key, agrees);
    return agrees;
  }
}
