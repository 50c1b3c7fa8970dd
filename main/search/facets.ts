import type { FeedId } from '../../contract/domain/feed.ts';
import type { SearchFacets } from '../../contract/domain/search.ts';
import { listFacetRows, listFeedTitles, type ReadableDb } from '../store/index.ts';
import { eachBit } from './bits.ts';
import type { Part } from './part.ts';

/** A facet's values beyond the most frequent help nobody. */
const MOST_VALUES = 50;

/** What articles are counted by; by article id. */
interface FacetValues {
  /** 0 where an article is of no feed. */
  readonly feeds: Uint32Array;
  /** Months since year 0, in this machine's time zone. */
  readonly months: Uint32Array;
}

/** Counts results by feed and month; its values are to be cleared whenever anything is committed to the library. */
export class FacetCounter {
  readonly #read: ReadableDb;
  #values: FacetValues | null = null;

  constructor(read: ReadableDb) {
    this.#read = read;
  }

  clear(): void {
    this.#values = null;
  }

  /** @param matching what was found, part by part */
  count(parts: readonly Part[], matching: readonly Uint32Array[]): SearchFacets {
    this.#values ??= readValues(this.#read);
    const { feeds, months } = this.#values;
    const byFeed = new Map<FeedId, number>();
    const byMonth = new Map<number, number>();
    matching.forEach((bits, at) => {
      const ids = parts[at]?.segment.ids;
      eachBit(bits, (article) => {
        const id = ids?.[article] ?? 0;
        addOne(byFeed, feeds[id] ?? 0);
        addOne(byMonth, months[id] ?? 0);
      });
    });
    byFeed.delete(0);
    byMonth.delete(0);
    const titles = listFeedTitles(this.#read);
    return {
      feeds: mostFrequent(byFeed).map(([feedId, count]) => ({ feedId, title: titles.get(feedId) ?? '', count })),
      months: mostFrequent(byMonth).map(([month, count]) => ({ month: monthName(month), count })),
    };
  }
}

function readValues(db: ReadableDb): FacetValues {
  const rows = listFacetRows(db);
  const size = rows.reduce((most, { id }) => Math.max(most, id), 0) + 1;
  const values = { feeds: new Uint32Array(size), months: new Uint32Array(size) };
  for (const { id, feedId, publishedAt } of rows) {
    const date = new Date(publishedAt);
    values.feeds[id] = feedId ?? 0;
    values.months[id] = date.getFullYear() * 12 + date.getMonth();
  }
  return values;
}

function addOne(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostFrequent(counts: ReadonlyMap<number, number>): readonly (readonly [number, number])[] {
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, MOST_VALUES);
}

function monthName(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
