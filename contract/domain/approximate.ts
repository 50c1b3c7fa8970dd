import type { MatchRange } from './search.ts';

/** A place of a text that is nearly the pattern. */
export interface ApproximateMatch extends MatchRange {
  /** Letters put in, left out or changed. */
  readonly distance: number;
}

/** Places as close as each other that are looked at. */
const MOST_ENDS = 50;

/**
 * The places of `text` that differ from `pattern` by the fewest letters, `most` at the most. Sellers' algorithm with Ukkonen's
 * cut-off: time in the order of the text's length times `most`.
 */
export function approximateMatches(text: string, pattern: string, most: number): readonly ApproximateMatch[] {
  const { distance, ends } = closestEnds(text, pattern, most);
  return ends.map((end) => ({ start: startOf(text, end, pattern, distance), end, distance }));
}

function closestEnds(text: string, pattern: string, most: number): { distance: number; ends: readonly number[] } {
  const column = Uint32Array.from({ length: pattern.length + 1 }, (_, row) => row);
  let limit = most;
  let ends: number[] = [];
  // The last row that can still be within the limit.
  let last = Math.min(limit + 1, pattern.length);
  for (let at = 0; at < text.length; at += 1) {
    last = nextColumn(column, pattern, text.charCodeAt(at), last, limit);
    const distance = column[pattern.length] ?? 0;
    if (last < pattern.length || distance > limit) continue;
    if (distance < limit) ends = [];
    limit = distance;
    if (ends.length < MOST_ENDS) ends.push(at + 1);
  }
  return { distance: limit, ends };
}

/** Turns the column of one letter into that of the next; answers the last row that may be within the limit. */
function nextColumn(column: Uint32Array, pattern: string, letter: number, last: number, limit: number): number {
  let diagonal = 0;
  let above = 0;
  for (let row = 1; row <= last; row += 1) {
    const left = column[row] ?? 0;
    const changed = diagonal + (pattern.charCodeAt(row - 1) === letter ? 0 : 1);
    above = Math.min(changed, left + 1, above + 1);
    column[row] = above;
    diagonal = left;
  }
  let reach = last;
  while (reach > 0 && (column[reach] ?? 0) > limit) reach -= 1;
  if (reach === pattern.length) return reach;
  // The row below was not kept while it was out of reach.
  if (reach === last) column[reach + 1] = limit + 1;
  return reach + 1;
}

/** Where the match that ends at `end` begins: the same comparison backwards, held to the end. */
function startOf(text: string, end: number, pattern: string, distance: number): number {
  const reach = Math.min(end, pattern.length + distance);
  let row = Uint32Array.from({ length: reach + 1 }, (_, back) => back);
  for (let at = 1; at <= pattern.length; at += 1) {
    const next = new Uint32Array(reach + 1).fill(distance + 1);
    const from = Math.max(0, at - distance);
    const to = Math.min(reach, at + distance);
    if (from === 0) next[0] = at;
    for (let back = Math.max(1, from); back <= to; back += 1) {
      const isSame = pattern.charCodeAt(pattern.length - at) === text.charCodeAt(end - back);
      next[back] = Math.min((row[back - 1] ?? 0) + (isSame ? 0 : 1), (row[back] ?? 0) + 1, (next[back - 1] ?? 0) + 1);
    }
    row = next;
  }
  let best = 0;
  for (let back = 0; back <= reach; back += 1) {
    const isCloser = (row[back] ?? 0) < (row[best] ?? 0);
    const isAsClose = row[back] === row[best] && Math.abs(back - pattern.length) < Math.abs(best - pattern.length);
    if (isCloser || isAsClose) best = back;
  }
  return end - best;
}
