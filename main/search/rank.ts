import type { Ranked } from './best.ts';
import { countBits } from './bits.ts';
import { matchingArticles } from './match.ts';
import type { Part } from './part.ts';
import type { ParsedQuery } from './query-tree.ts';
import type { LibraryCounts } from './score.ts';
import { Stages, type Place } from './stages.ts';

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
 */
export function rank(parts: readonly Part[], counts: LibraryCounts, query: ParsedQuery, limit: number): Ranking {
  const { root } = query;
  if (root === null) return { total: 0, best: [], placeOf: () => null };
  const matching = parts.map((part) => matchingArticles(part, root));
  const total = matching.reduce((sum, bits) => sum + countBits(bits), 0);
  const stages = new Stages(parts, counts, query, matching, Math.min(limit, total));
  return { total, best: stages.run(), placeOf: (id) => stages.placeOf(id) };
}
