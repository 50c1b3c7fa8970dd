import { Best, type Ranked } from './best.ts';
import { countBits, eachBit } from './bits.ts';
import type { FilterCache } from './filter-cache.ts';
import { matchingArticles } from './match.ts';
import type { Part } from './part.ts';
import type { ParsedQuery, QueryNode } from './query/tree.ts';
import type { LibraryCounts } from './score.ts';
import { Stages, type Place } from './stages.ts';

/** What a query is answered from. */
export interface SearchedIndex {
  readonly parts: readonly Part[];
  readonly counts: LibraryCounts;
  readonly filters: Pick<FilterCache, 'bits' | 'dateRanks'>;
}

export interface Ranking {
  /** How many articles match. */
  readonly total: number;
  /** The best of them, best first. */
  readonly best: readonly Ranked[];
  /** Where in an article the words stand best, to show that piece of it; null where that is not known. */
  readonly placeOf: (id: number) => Place | null;
}

/**
 * Ranks what a query finds. How well the words fit comes before their BM25 score, level by level (see `LEVELS`): all of them
 * as a phrase in the title, then in lede or body, then in any order in the title. After these come articles that have all words
 * near each other, then all that have them. What is not needed for the result is not worked out.
 * With `sort:new` or `sort:old`, only the date counts.
 */
export function rank(index: SearchedIndex, query: ParsedQuery, limit: number): Ranking {
  const { parts, counts, filters } = index;
  const { root } = query;
  if (root === null && query.sort === 'best') return { total: 0, best: [], placeOf: () => null };
  const matching = parts.map((part) => matchingArticles(part, root ?? EVERYTHING, (segment, filter) => filters.bits(segment, filter)));
  const total = matching.reduce((sum, bits) => sum + countBits(bits), 0);
  const wanted = Math.min(limit, total);
  const byDate = query.sort === 'best' ? null : bestByDate(parts, matching, filters.dateRanks, query.sort, wanted);
  const stages = new Stages(parts, counts, query, matching, wanted);
  return { total, best: byDate ?? stages.run(), placeOf: (id) => stages.placeOf(id) };
}

const EVERYTHING: QueryNode = { kind: 'and', nodes: [] };

function bestByDate(parts: readonly Part[], matching: readonly Uint32Array[], ranks: Uint32Array, order: 'new' | 'old', limit: number): readonly Ranked[] {
  const best = new Best(limit);
  matching.forEach((bits, at) => {
    const ids = parts[at]?.segment.ids;
    eachBit(bits, (article) => {
      const id = ids?.[article] ?? 0;
      const rank = ranks[id] ?? 0;
      best.add(id, order === 'new' ? -rank : rank);
    });
  });
  return best.sorted().map(({ id }) => ({ id, score: 0 }));
}
