import { isSet } from './bits.ts';
import { FIELD_BOOSTS, FIELD_COUNT } from './fields.ts';
import type { Part } from './library-index.ts';
import type { ResolvedWord } from './resolve.ts';

/** MiniSearch's BM25+ constants. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };
/** How much less a word counts that only begins with what was typed. */
const PREFIX_WEIGHT = 0.375;

/** What BM25 needs of the whole library. */
export interface LibraryCounts {
  readonly articles: number;
  /** Average number of different words, by field. */
  readonly averageLengths: readonly number[];
}

export function countLibrary(parts: readonly Part[]): LibraryCounts {
  const sums = new Array<number>(FIELD_COUNT).fill(0);
  let articles = 0;
  for (const { segment, dead } of parts) {
    for (let article = 0; article < segment.count; article += 1) {
      if (isSet(dead, article)) continue;
      articles += 1;
      for (let field = 0; field < FIELD_COUNT; field += 1) sums[field] = (sums[field] ?? 0) + (segment.lengths[article * FIELD_COUNT + field] ?? 0);
    }
  }
  return { articles, averageLengths: sums.map((sum) => sum / Math.max(1, articles)) };
}

/**
 * Adds to `scores` (one array per part) what one query word contributes to every article: BM25+ as MiniSearch has it for
 * the word itself, and less for all words that begin with it, taken as one.
 */
export function addScores(parts: readonly Part[], resolved: readonly ResolvedWord[], counts: LibraryCounts, scores: readonly Float64Array[]): void {
  addWeighted(parts, resolved.map(({ word }) => ({ low: word, high: word + 1 })), 1, counts, scores);
  if (resolved.some(({ word, low, high }) => high - low > (word >= 0 ? 1 : 0))) addWeighted(parts, resolved, PREFIX_WEIGHT, counts, scores);
}

interface WordRange {
  readonly low: number;
  readonly high: number;
}

function addWeighted(parts: readonly Part[], ranges: readonly WordRange[], weight: number, counts: LibraryCounts, scores: readonly Float64Array[]): void {
  for (let field = 0; field < FIELD_COUNT; field += 1) {
    let matching = 0;
    parts.forEach((part, at) => {
      matching += countLiving(part, field, ranges[at]);
    });
    if (matching === 0) continue;
    const frequency = Math.min(matching, counts.articles);
    const inverse = Math.log(1 + (counts.articles - frequency + 0.5) / (frequency + 0.5));
    const boost = weight * (FIELD_BOOSTS[field] ?? 1) * inverse;
    parts.forEach((part, at) => {
      const target = scores[at];
      if (target !== undefined) addField(part, field, ranges[at], boost, counts.averageLengths[field] ?? 1, target);
    });
  }
}

function countLiving(part: Part, field: number, range: WordRange | undefined): number {
  const postings = part.segment.fields[field];
  if (postings === undefined || range === undefined || range.low < 0) return 0;
  const from = postings.start[range.low] ?? 0;
  const to = postings.start[range.high] ?? 0;
  if (!part.hasDead) return to - from;
  let count = 0;
  for (let entry = from; entry < to; entry += 1) if (!isSet(part.dead, postings.articles[entry] ?? 0)) count += 1;
  return count;
}

function addField(part: Part, field: number, range: WordRange | undefined, boost: number, average: number, scores: Float64Array): void {
  const { segment } = part;
  const postings = segment.fields[field];
  if (postings === undefined || range === undefined || range.low < 0) return;
  const { articles, counts } = postings;
  const { k, b, d } = BM25;
  const to = postings.start[range.high] ?? 0;
  for (let entry = postings.start[range.low] ?? 0; entry < to; entry += 1) {
    const article = articles[entry] ?? 0;
    const count = counts[entry] ?? 0;
    const length = segment.lengths[article * FIELD_COUNT + field] ?? 0;
    scores[article] = (scores[article] ?? 0) + boost * (d + (count * (k + 1)) / (count + k * (1 - b + (b * length) / average)));
  }
}
