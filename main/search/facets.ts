import type { FeedId } from '../../contract/domain/feed.ts';
import type { SearchFacets } from '../../contract/domain/search.ts';
import { getLibraryRevision, listFacetRows, listFeedTitles, listTaggings, listTagNames, type ReadableDb } from '../store/index.ts';
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

/** Counts results by feed, month and tag. */
export class FacetCounter {
  readonly #read: ReadableDb;
  #values: FacetValues | null = null;
  /** The state of the library's content that `#values` are of; status and tags change without it. */
  #revision = -1;

  constructor(read: ReadableDb) {
    this.#read = read;
  }

  /** @param matching what was found, part by part */
  count(parts: readonly Part[], matching: readonly Uint32Array[]): SearchFacets {
    const { feeds, months } = this.#valuesNow();
    const found = new Uint8Array(feeds.length);
    const byFeed = new Map<FeedId, number>();
    const byMonth = new Map<number, number>();
    matching.forEach((bits, at) => {
      const ids = parts[at]?.segment.ids;
      eachBit(bits, (article) => {
        const id = ids?.[article] ?? 0;
        found[id] = 1;
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
      tags: this.#countTags(found),
    };
  }

  #countTags(found: Uint8Array): SearchFacets['tags'] {
    const byTag = new Map<number, number>();
    for (const { tagId, articleId } of listTaggings(this.#read)) if (found[articleId] === 1) addOne(byTag, tagId);
    const names = listTagNames(this.#read);
    return mostFrequent(byTag).map(([tagId, count]) => ({ tagId, name: names.get(tagId) ?? '', count }));
  }

  #valuesNow(): FacetValues {
    const revision = getLibraryRevision(this.#read);
    if (this.#values === null || this.#revision !== revision) this.#values = readValues(this.#read);
    this.#revision = revision;
    return this.#values;
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
