import { countBits, eachBit, isSet } from './bits.ts';
import { FIELD_BOOSTS, FIELD_COUNT } from './fields.ts';
import { livingCount, sumLengths, sumWords, type Part } from './part.ts';
import type { QueryWord } from './query/words.ts';
import type { ResolvedWord } from './resolve.ts';
import { MOST_COUNTED, type Postings, type Segment } from './segment.ts';

/** MiniSearch's BM25+ constants. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };
/** How much less a word counts that only begins with what was typed. */
const PREFIX_WEIGHT = 0.375;
/** Shorter beginnings are in nearly every article and tell nothing. */
const SHORTEST_SCORED_PREFIX = 3;

/** What BM25 needs of the whole library. */
export interface LibraryCounts {
  readonly articles: number;
  /** Average number of different words, by field. */
  readonly averageLengths: readonly number[];
  /** Average number of words of an article. */
  readonly averageWords: number;
}

export function countLibrary(parts: readonly Part[]): LibraryCounts {
  const sums = new Array<number>(FIELD_COUNT).fill(0);
  let articles = 0;
  let words = 0;
  for (const part of parts) {
    articles += livingCount(part);
    words += sumWords(part);
    sumLengths(part).forEach((sum, field) => {
      sums[field] = (sums[field] ?? 0) + sum;
    });
  }
  return { articles, averageLengths: sums.map((sum) => sum / Math.max(1, articles)), averageWords: words / Math.max(1, articles) };
}

/** One word, or all words that begin alike, in one field. */
interface Weighted {
  readonly field: number;
  /** Boosts and the inverse document frequency, multiplied. */
  readonly weight: number;
  /** Where its postings lie, by part. */
  readonly ranges: readonly (readonly [from: number, to: number] | null)[];
}

const ALL_ZERO = new Float64Array(0);

/** Each query's scores in the same memory: queries come one after another, and new arrays would have the collector at work between the keys. */
const kept = new WeakMap<Segment, Float64Array>();

function emptyScores(segment: Segment): Float64Array {
  const known = kept.get(segment);
  if (known !== undefined) return known.fill(0);
  const scores = new Float64Array(segment.count);
  kept.set(segment, scores);
  return scores;
}

/**
 * BM25+ as MiniSearch computes it, with the counts of the whole library: each word for itself, and, with less weight, the
 * words that begin with the last one taken together. What it answers is valid until another scorer is asked.
 */
export class Scorer {
  readonly #parts: readonly Part[];
  readonly #averageLengths: readonly number[];
  readonly #weighted: readonly Weighted[];
  readonly #scores: (Float64Array | undefined)[] = [];
  readonly #done: (Uint32Array | undefined)[] = [];

  /** @param resolved word by word, part by part */
  constructor(parts: readonly Part[], counts: LibraryCounts, words: readonly QueryWord[], resolved: readonly (readonly ResolvedWord[])[]) {
    this.#parts = parts;
    this.#averageLengths = counts.averageLengths;
    this.#weighted = words.flatMap((word, at) => weightsOf(parts, counts.articles, word, resolved[at] ?? []));
  }

  /** The scores of some articles of a part, by article number: 0 beyond the array's end; its other numbers mean nothing. */
  scores(part: number, wanted: Uint32Array): Float64Array {
    const source = this.#parts[part];
    if (source === undefined || this.#weighted.length === 0) return ALL_ZERO;
    const scores = (this.#scores[part] ??= emptyScores(source.segment));
    const done = (this.#done[part] ??= new Uint32Array(wanted.length));
    const missing = wanted.map((bits, at) => bits & ~(done[at] ?? 0));
    const count = countBits(missing);
    if (count === 0) return scores;
    for (let at = 0; at < done.length; at += 1) done[at] = (done[at] ?? 0) | (missing[at] ?? 0);
    for (const { field, weight, ranges } of this.#weighted) {
      const range = ranges[part];
      if (range == null) continue;
      addScores(source.segment, field, range, weight, this.#averageLengths[field] ?? 1, missing, count, scores);
    }
    return scores;
  }
}

function weightsOf(parts: readonly Part[], articles: number, word: QueryWord, resolved: readonly ResolvedWord[]): Weighted[] {
  const whole = resolved.map((found) => (found.word < 0 ? [] : [[found.word, found.word + 1] as const]));
  const longer = resolved.map((found) => (word.prefix !== null && word.prefix.length >= SHORTEST_SCORED_PREFIX ? wordsBeside(found) : []));
  const weighted: Weighted[] = [];
  for (let field = 0; field < FIELD_COUNT; field += 1) {
    weighted.push(...weightsIn(parts, articles, field, whole, 1), ...weightsIn(parts, articles, field, longer, PREFIX_WEIGHT));
  }
  return weighted;
}

/** The words of a prefix without the one that is the prefix itself. */
function wordsBeside({ word, low, high }: ResolvedWord): (readonly [number, number])[] {
  if (word < low || word >= high) return high > low ? [[low, high]] : [];
  return ([[low, word], [word + 1, high]] as const).filter(([from, to]) => to > from).map((range) => range);
}

function weightsIn(parts: readonly Part[], articles: number, field: number, words: readonly (readonly (readonly [number, number])[])[], weight: number): Weighted[] {
  const most = Math.max(...words.map((ranges) => ranges.length), 0);
  if (most === 0) return [];
  const boundsOf = (part: number, at: number): readonly [number, number] | null => {
    const range = words[part]?.[at];
    const start = parts[part]?.segment.fields[field]?.start;
    return range === undefined || start === undefined ? null : [start[range[0]] ?? 0, start[range[1]] ?? 0];
  };
  const lists = Array.from({ length: most }, (_, at) => parts.map((_part, part) => boundsOf(part, at)));
  const matching = lists.reduce((sum, ranges) => sum + ranges.reduce((inner, range, part) => inner + countLiving(parts[part], field, range), 0), 0);
  if (matching === 0) return [];
  const frequency = Math.min(matching, articles);
  const inverse = Math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5));
  return lists.map((ranges) => ({ field, weight: weight * (FIELD_BOOSTS[field] ?? 1) * inverse, ranges }));
}

function countLiving(part: Part | undefined, field: number, range: readonly [number, number] | null): number {
  if (part === undefined || range === null) return 0;
  if (part.deadCount === 0) return range[1] - range[0];
  const articles = part.segment.fields[field]?.articles;
  let count = 0;
  for (let entry = range[0]; entry < range[1]; entry += 1) if (!isSet(part.dead, articles?.[entry] ?? 0)) count += 1;
  return count;
}

function addScores(segment: Segment, field: number, range: readonly [number, number], weight: number, average: number, wanted: Uint32Array, count: number, scores: Float64Array): void {
  const postings = segment.fields[field];
  if (postings === undefined) return;
  const { articles, counts } = postings;
  const { lengths } = segment;
  const { k, b, d } = BM25;
  const constant = k * (1 - b);
  const perWord = (k * b) / average;
  const [from, to] = range;
  if (isOneWord(postings, from, to) && count * 16 < to - from) {
    eachBit(wanted, (article) => {
      const entry = findEntry(articles, from, to, article);
      if (entry < 0) return;
      const often = occurrences(segment, postings, field, entry);
      const norm = constant + perWord * (lengths[article * FIELD_COUNT + field] ?? 0);
      scores[article] = (scores[article] ?? 0) + weight * (d + (often * (k + 1)) / (often + norm));
    });
    return;
  }
  for (let entry = from; entry < to; entry += 1) {
    const article = articles[entry] ?? 0;
    if (((wanted[article >>> 5] ?? 0) & (1 << (article & 31))) === 0) continue;
    let often = counts[entry] ?? 0;
    if (often === MOST_COUNTED) often = countInStream(segment, postings, field, entry);
    const norm = constant + perWord * (lengths[article * FIELD_COUNT + field] ?? 0);
    scores[article] = (scores[article] ?? 0) + weight * (d + (often * (k + 1)) / (often + norm));
  }
}

function isOneWord({ articles }: Postings, from: number, to: number): boolean {
  return to > from && (articles[to - 1] ?? 0) - (articles[from] ?? 0) >= to - from - 1;
}

function findEntry(articles: Uint16Array, from: number, to: number, article: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = articles[middle] ?? 0;
    if (found === article) return middle;
    if (found < article) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** How often a posting's word stands in its field. */
function occurrences(segment: Segment, postings: Postings, field: number, entry: number): number {
  const count = postings.counts[entry] ?? 0;
  return count < MOST_COUNTED ? count : countInStream(segment, postings, field, entry);
}

function countInStream(segment: Segment, postings: Postings, field: number, entry: number): number {
  const word = wordOfEntry(postings, entry);
  const first = segment.variantStart[word] ?? 0;
  const last = segment.variantStart[word + 1] ?? 0;
  const slot = (postings.articles[entry] ?? 0) * FIELD_COUNT + field;
  let count = 0;
  for (let at = segment.streamStart[slot] ?? 0; at < (segment.streamStart[slot + 1] ?? 0); at += 1) {
    const variant = segment.stream[at] ?? 0;
    if (variant >= first && variant < last) count += 1;
  }
  return count;
}

function wordOfEntry({ start }: Postings, entry: number): number {
  let low = 0;
  let high = start.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((start[middle] ?? 0) <= entry) low = middle;
    else high = middle - 1;
  }
  return low;
}
