import { assertNever } from '../../contract/domain/result.ts';
import { allBits, countAll, eachBit, intersect, setBit, subtract, unite } from './bits.ts';
import { FIELD_COUNT } from './fields.ts';
import { bitsOf } from './filter-cache.ts';
import type { QueryCount } from './messages.ts';
import type { Part } from './part.ts';
import { PhraseFinder } from './phrase.ts';
import type { ParsedQuery, QueryNode } from './query/tree.ts';
import type { QueryWord } from './query/words.ts';
import type { ArticleFilter } from '../store/index.ts';
import { articlesAnywhere, articlesInField, keepPossiblePairs, resolveWord } from './resolve.ts';
import type { Segment } from './segment.ts';

/** What the library says of a segment's articles besides their words. */
export interface SegmentFilters {
  /** Those that a filter lets through. */
  bits(segment: Segment, filter: ArticleFilter): Uint32Array;
  /** Those in the bin, which no query finds; null where there are none. */
  binned(segment: Segment): Uint32Array | null;
}

/** The valid articles of a part that are what a query asks for. */
export function matchingArticles(part: Part, node: QueryNode, filters: SegmentFilters): Uint32Array {
  const bits = allBits(part.segment.count);
  subtract(bits, part.dead);
  const binned = filters.binned(part.segment);
  if (binned !== null) subtract(bits, binned);
  keepMatching(part, node, filters, bits);
  return bits;
}

/** The ids of all that a query finds, ascending; none where it asks for nothing. */
export function matchingIds(parts: readonly Part[], { root }: ParsedQuery, filters: SegmentFilters): Uint32Array {
  if (root === null) return new Uint32Array(0);
  const found = parts.map((part) => matchingArticles(part, root, filters));
  const ids = new Uint32Array(countAll(found));
  let at = 0;
  found.forEach((bits, part) => {
    const idsOfPart = parts[part]?.segment.ids;
    eachBit(bits, (article) => {
      ids[at] = idsOfPart?.[article] ?? 0;
      at += 1;
    });
  });
  return ids.sort();
}

/** How many articles a query finds, and how many of them are unread. */
export function countMatching(parts: readonly Part[], { root }: ParsedQuery, filters: SegmentFilters, fold: (matching: readonly Uint32Array[]) => void): QueryCount {
  if (root === null) return { total: 0, unread: 0 };
  const found = parts.map((part) => matchingArticles(part, root, filters));
  fold(found);
  const total = countAll(found);
  found.forEach((bits, at) => {
    const segment = parts[at]?.segment;
    if (segment !== undefined) intersect(bits, filters.bits(segment, { kind: 'status', status: 'unread' }));
  });
  return { total, unread: countAll(found) };
}

/** Removes from `bits` what a query does not ask for. */
function keepMatching(part: Part, node: QueryNode, filters: SegmentFilters, bits: Uint32Array): void {
  switch (node.kind) {
    case 'words':
      for (const word of node.words) intersect(bits, articlesOfWord(part, word, node.field));
      return;
    case 'phrase':
      keepPhrase(part, node.words, node.field, bits);
      return;
    case 'filter':
      intersect(bits, filters.bits(part.segment, node.filter));
      return;
    case 'ids':
      intersect(bits, bitsOf(part.segment, node.ids));
      return;
    case 'and':
      for (const inner of node.nodes) keepMatching(part, inner, filters, bits);
      return;
    case 'or': {
      const either = new Uint32Array(bits.length);
      for (const inner of node.nodes) {
        const some = bits.slice();
        keepMatching(part, inner, filters, some);
        unite(either, some);
      }
      bits.set(either);
      return;
    }
    case 'not': {
      const some = bits.slice();
      keepMatching(part, node.node, filters, some);
      subtract(bits, some);
      return;
    }
    default:
      assertNever(node);
  }
}

function articlesOfWord(part: Part, word: QueryWord, field: number | null): Uint32Array {
  const resolved = resolveWord(part, word);
  return field === null ? articlesAnywhere(part, resolved, 'folded') : articlesInField(part, field, resolved, 'folded');
}

function keepPhrase(part: Part, words: readonly QueryWord[], field: number | null, bits: Uint32Array): void {
  const { segment } = part;
  const resolved = words.map((word) => resolveWord(part, word));
  // Without a single mark, the phrase was typed without marks; otherwise its words have the marks that they are to have.
  const level = words.some(({ hasMarks }) => hasMarks) ? 'exact' : 'agreeing';
  resolved.forEach((found, at) => {
    intersect(bits, field === null ? articlesAnywhere(part, found, level) : articlesInField(part, field, found, level));
    const next = resolved[at + 1];
    if (next !== undefined) keepPossiblePairs(segment, found, next, level, bits);
  });
  const finder = new PhraseFinder(segment, words, resolved, level);
  const fields = field === null ? Array.from({ length: FIELD_COUNT }, (_, at) => at) : [field];
  const found = new Uint32Array(bits.length);
  eachBit(bits, (article) => {
    if (fields.some((at) => finder.has(article, at))) setBit(found, article);
  });
  bits.set(found);
}
