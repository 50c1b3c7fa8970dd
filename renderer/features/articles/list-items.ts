import type { ListDay } from '../../../contract/domain/organising.ts';

/** A line of the list: an article, by its place among them, or the heading of a day. */
export type ListItem = { readonly kind: 'row'; readonly row: number } | { readonly kind: 'day'; readonly day: number };

/** The lines of a list: its articles with a heading above each day, where there are days. */
export interface ListItems {
  readonly count: number;
  /** The places of the days' headings, ascending. */
  readonly headings: readonly number[];
  isDay(item: number): boolean;
  itemAt(item: number): ListItem;
  /** Where the line of an article is. */
  itemOf(row: number): number;
  /** The day of a line; null where there are none. */
  dayAt(item: number): number | null;
}

/** The last place in an ascending list that is not above `value`. */
export function lastUpTo(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function listItems(rows: number, days: readonly ListDay[] | null): ListItems {
  if (days === null || days.length === 0) {
    return { count: rows, headings: [], isDay: () => false, itemAt: (item) => ({ kind: 'row', row: item }), itemOf: (row) => row, dayAt: () => null };
  }
  const firstRows: number[] = [];
  const headings: number[] = [];
  let row = 0;
  days.forEach(({ count }, at) => {
    firstRows.push(row);
    headings.push(row + at);
    row += count;
  });
  const isHeading = new Set(headings);
  const dayOf = (at: number): number => days[at]?.day ?? 0;
  return {
    count: rows + days.length,
    headings,
    isDay: (item) => isHeading.has(item),
    itemAt: (item) => {
      const at = lastUpTo(headings, item);
      return headings[at] === item ? { kind: 'day', day: dayOf(at) } : { kind: 'row', row: item - at - 1 };
    },
    itemOf: (wanted) => wanted + lastUpTo(firstRows, wanted) + 1,
    dayAt: (item) => dayOf(lastUpTo(headings, item)),
  };
}
