import type { Lines } from '../../components/known-rows.ts';
import { lastUpTo, type ListItems } from './list-items.ts';
import { DAY_HEIGHT } from './row-heights.ts';

/** Where the lines of a list are, with rows of one height and headings of another. */
export function listLines({ count, headings, isDay }: ListItems, rowHeight: number): Lines {
  const tops = headings.map((heading, at) => (heading - at) * rowHeight + at * DAY_HEIGHT);
  const above = (line: number): number => (headings.length === 0 || line === 0 ? 0 : lastUpTo(headings, line - 1) + 1);
  const topOf = (line: number): number => (line - above(line)) * rowHeight + above(line) * DAY_HEIGHT;
  const lineAt = (y: number): number => {
    const at = lastUpTo(tops, y);
    const top = tops[at];
    const line = top === undefined ? Math.floor(y / rowHeight) : (headings[at] ?? 0) + (y < top + DAY_HEIGHT ? 0 : 1 + Math.floor((y - top - DAY_HEIGHT) / rowHeight));
    // The rows of a day end where the next heading begins.
    return Math.max(0, Math.min(count - 1, (headings[at + 1] ?? count) - 1, line));
  };
  return { count, height: topOf(count), topOf, heightOf: (line) => (isDay(line) ? DAY_HEIGHT : rowHeight), lineAt };
}
