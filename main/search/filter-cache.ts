import { listBinnedIds, listFilteredIds, listIdsByDate, listIdsByLength, type ArticleFilter, type ReadableDb } from '../store/index.ts';
import { setBit } from './bits.ts';
import type { SegmentFilters } from './match.ts';
import { articleNumber } from './part.ts';
import { wordsOfBits, type Segment } from './segment.ts';

/** What filters let through, what is in the bin, and how articles are ordered by date and by length, to be cleared whenever anything is committed to the library. */
export class FilterCache implements SegmentFilters {
  readonly #read: ReadableDb;
  readonly #ids = new Map<string, Uint32Array>();
  readonly #binnedBits = new Map<Segment, Uint32Array>();
  #binned: Uint32Array | null = null;
  #dateRanks: Uint32Array | null = null;
  #lengthRanks: Uint32Array | null = null;

  constructor(read: ReadableDb) {
    this.#read = read;
  }

  clear(): void {
    this.#ids.clear();
    this.#binnedBits.clear();
    this.#binned = null;
    this.#dateRanks = null;
    this.#lengthRanks = null;
  }

  bits(segment: Segment, filter: ArticleFilter): Uint32Array {
    return bitsOf(segment, this.#sortedIds(filter));
  }

  binned(segment: Segment): Uint32Array | null {
    this.#binned ??= listBinnedIds(this.#read);
    if (this.#binned.length === 0) return null;
    const known = this.#binnedBits.get(segment);
    if (known !== undefined) return known;
    const bits = bitsOf(segment, this.#binned);
    this.#binnedBits.set(segment, bits);
    return bits;
  }

  #sortedIds(filter: ArticleFilter): Uint32Array {
    const key = JSON.stringify(filter);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const ids = listFilteredIds(this.#read, filter).sort();
    this.#ids.set(key, ids);
    return ids;
  }

  /** Article id -> its place in the library, the newest first. */
  get dateRanks(): Uint32Array {
    this.#dateRanks ??= ranksOf(listIdsByDate(this.#read));
    return this.#dateRanks;
  }

  /** Article id -> its place in the library, the longest first. */
  get lengthRanks(): Uint32Array {
    this.#lengthRanks ??= ranksOf(listIdsByLength(this.#read));
    return this.#lengthRanks;
  }
}

function ranksOf(ids: readonly number[]): Uint32Array {
  const ranks = new Uint32Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1);
  ids.forEach((id, rank) => {
    ranks[id] = rank;
  });
  return ranks;
}

/** Ids that are so many times fewer than the articles are looked up one by one. */
const FEW = 16;

/** Which of a segment's articles are among some ids, both ascending. */
export function bitsOf(segment: Segment, ids: Uint32Array): Uint32Array {
  const bits = new Uint32Array(wordsOfBits(segment.count));
  let at = lowerBound(ids, segment.ids[0] ?? 0);
  const end = lowerBound(ids, (segment.ids[segment.count - 1] ?? 0) + 1);
  if ((end - at) * FEW < segment.count) {
    for (; at < end; at += 1) {
      const article = articleNumber(segment, ids[at] ?? 0);
      if (article >= 0) setBit(bits, article);
    }
    return bits;
  }
  for (let article = 0; article < segment.count && at < ids.length; article += 1) {
    const id = segment.ids[article] ?? 0;
    while (at < ids.length && (ids[at] ?? 0) < id) at += 1;
    if (ids[at] === id) setBit(bits, article);
  }
  return bits;
}

/** The place of the first of some ids, ascending, that is not below one. */
export function lowerBound(ids: Uint32Array, id: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
