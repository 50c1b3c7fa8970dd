import { isSet } from './bits.ts';
import { BODY, FIELD_COUNT, LEDE, TITLE } from './fields.ts';
import { articleNumber, type Part } from './part.ts';
import type { ParsedQuery, QueryNode } from './query/tree.ts';
import { queryWords } from './query/words.ts';
import type { LibraryCounts } from './score.ts';
import { wordsOfVariants } from './segment.ts';
import { encodeWord, findString, stringAt } from './string-table.ts';

/** So many of an article's most telling words stand for it. */
const MOST_WORDS = 16;
/** Words that more than this share of the library has tell nothing. */
const COMMON_SHARE = 0.15;
/** How much more a word counts where it stands in title or lede. */
const WEIGHTS: Readonly<Record<number, number>> = { [TITLE]: 4, [LEDE]: 2, [BODY]: 1 };

/** A query for articles that share the most telling words of one; null where it has none, or is not in the index. */
export function relatedQuery(parts: readonly Part[], counts: LibraryCounts, id: number): ParsedQuery | null {
  const words = tellingWords(parts, counts, id).flatMap((word) => queryWords(word, false));
  if (words.length < 2) return null;
  const nodes: readonly QueryNode[] = words.map((word) => ({ kind: 'words', words: [word], field: null }));
  return { root: { kind: 'or', nodes }, run: [], scored: words, terms: [], sort: 'best', misunderstood: [] };
}

function tellingWords(parts: readonly Part[], counts: LibraryCounts, id: number): readonly string[] {
  const weighted = [...weightsOf(parts, id)].flatMap(([word, weight]) => {
    const encoded = encodeWord(word);
    const uses = parts.reduce((sum, part) => sum + usesIn(part, encoded), 0);
    if (word.length < 2 || uses < 2 || uses > Math.max(3, counts.articles * COMMON_SHARE)) return [];
    return [{ word, weight: (weight / (weight + 2)) * Math.log(1 + counts.articles / uses) }];
  });
  return weighted.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1)).slice(0, MOST_WORDS).map(({ word }) => word);
}

function usesIn({ segment }: Part, encoded: Uint8Array): number {
  const word = findString(segment.words, encoded);
  const start = segment.fields[BODY]?.start;
  return word < 0 || start === undefined ? 0 : (start[word + 1] ?? 0) - (start[word] ?? 0);
}

/** The folded words of an article, and how much of it each makes up. */
function weightsOf(parts: readonly Part[], id: number): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { segment, dead } of parts) {
    const article = articleNumber(segment, id);
    if (article < 0 || isSet(dead, article)) continue;
    const wordOf = wordsOfVariants(segment.variantStart);
    for (const field of [TITLE, LEDE, BODY]) {
      const slot = article * FIELD_COUNT + field;
      for (const variant of segment.stream.subarray(segment.streamStart[slot], segment.streamStart[slot + 1])) {
        const word = stringAt(segment.words, wordOf[variant] ?? 0);
        weights.set(word, (weights.get(word) ?? 0) + (WEIGHTS[field] ?? 1));
      }
    }
  }
  return weights;
}
