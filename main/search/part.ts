import { countBits, isSet } from './bits.ts';
import { FIELD_COUNT } from './fields.ts';
import type { ResolvedWord } from './resolve.ts';
import { wordsOfBits, type Segment } from './segment.ts';

/** A segment in use. */
export interface Part {
  readonly segment: Segment;
  /** Articles that were removed or have a newer text in a later part. */
  readonly dead: Uint32Array;
  /** Its number in the index file; null while it is in memory only. */
  readonly storedId: number | null;
  /** How many bits of `dead` are set, and how many of them the file does not have yet. */
  deadCount: number;
  newDead: number;
  /** The articles of costly words, kept from query to query: what is typed next asks for most of them again. */
  readonly remembered: Map<string, Uint32Array>;
  /** What words were resolved to, by their marks and what they may begin. */
  readonly resolved: Map<string, ResolvedWord>;
}

export function makePart(segment: Segment, dead: Uint32Array | null, storedId: number | null): Part {
  const bits = dead ?? new Uint32Array(wordsOfBits(segment.count));
  return { segment, dead: bits, storedId, deadCount: countBits(bits), newDead: 0, remembered: new Map(), resolved: new Map() };
}

/** How many of a part's articles are valid. */
export function livingCount(part: Part): number {
  return part.segment.count - part.deadCount;
}

/** The number of an article in a segment, or -1. */
export function articleNumber(segment: Segment, id: number): number {
  let low = 0;
  let high = segment.count - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = segment.ids[middle] ?? 0;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Different words by field, summed over a part's valid articles. */
export function sumLengths(part: Part): readonly number[] {
  const { segment } = part;
  const sums = new Array<number>(FIELD_COUNT).fill(0);
  eachLiving(part, (article) => {
    for (let field = 0; field < FIELD_COUNT; field += 1) {
      sums[field] = (sums[field] ?? 0) + (segment.lengths[article * FIELD_COUNT + field] ?? 0);
    }
  });
  return sums;
}

/** The words of a part's valid articles, counted. */
export function sumWords(part: Part): number {
  const { streamStart } = part.segment;
  let sum = 0;
  eachLiving(part, (article) => {
    sum += (streamStart[(article + 1) * FIELD_COUNT] ?? 0) - (streamStart[article * FIELD_COUNT] ?? 0);
  });
  return sum;
}

function eachLiving({ segment, dead }: Part, visit: (article: number) => void): void {
  for (let article = 0; article < segment.count; article += 1) if (!isSet(dead, article)) visit(article);
}
