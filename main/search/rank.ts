import { Best, type Ranked } from './best.ts';
import { countAll, eachBit } from './bits.ts';
import type { FilterCache } from './filter-cache.ts';
import { corrections, withoutOneWord } from './correct.ts';
import { matchingArticles } from './match.ts';
import type { Part } from './part.ts';
import type { ParsedQuery, QueryNode } from './query/tree.ts';
import type { LibraryCounts } from './score.ts';
import { Stages, type Place } from './stages.ts';

/** Other readings of a query that are tried at once. */
const MOST_CORRECTIONS = 5;

/** What a query is answered from. */
export interface SearchedIndex {
  readonly parts: readonly Part[];
  readonly counts: LibraryCounts;
  readonly filters: Pick<FilterCache, 'bits' | 'binned' | 'dateRanks' | 'lengthRanks'>;
  /** Takes out of what matches, part by part, what another result stands for. */
  readonly fold: (matching: readonly Uint32Array[]) => void;
}

export interface Ranking {
  /** How many articles match. */
  readonly total: number;
  /** The best of them, best first. */
  readonly best: readonly Ranked[];
  /** All that has the words as typed, part by part. */
  readonly matching: readonly Uint32Array[];
  /** What the reader marks. */
  readonly terms: readonly string[];
  /** The words that were searched instead of those that were typed; null where these were. */
  readonly corrected: string | null;
  /** Where in an article the words stand best, to show that piece of it; null where that is not known. */
  readonly placeOf: (id: number) => Place | null;
}

/**
 * Ranks what a query finds. How well the words fit comes before their BM25 score, level by level (see `LEVELS`): all of them
 * as a phrase in the title, then in lede or body, then in any order in the title. After these come articles that have all words
 * near each other, then all that have them. What is not needed for the result is not worked out.
 * With `sort:new` or `sort:old`, only the date counts; with `sort:long`, only the length.
 */
export function rank(index: SearchedIndex, query: ParsedQuery, limit: number): Ranking {
  if (query.root === null && query.sort === 'best') return { total: 0, best: [], matching: [], terms: query.terms, corrected: null, placeOf: () => null };
  const asTyped = rankAsTyped(index, query, limit);
  if (asTyped.hasFitting || query.run.length === 0 || query.sort !== 'best') return { ...asTyped, terms: query.terms, corrected: null };
  return withCorrections(index, query, asTyped, limit);
}

type Found = Pick<Ranking, 'total' | 'best' | 'matching' | 'placeOf'> & { readonly hasFitting: boolean };

function rankAsTyped({ parts, counts, filters, fold }: SearchedIndex, query: ParsedQuery, limit: number): Found {
  const matching = parts.map((part) => matchingArticles(part, query.root ?? EVERYTHING, filters));
  fold(matching);
  const total = countAll(matching);
  const wanted = Math.min(limit, total);
  const inOrder = query.sort === 'best' ? null : bestInOrder(parts, matching, query.sort === 'long' ? filters.lengthRanks : filters.dateRanks, query.sort === 'old', wanted);
  const stages = new Stages(parts, counts, query, matching.map((bits) => bits.slice()), wanted);
  return { total, best: inOrder ?? stages.run(), matching, hasFitting: stages.hasFitting, placeOf: (id) => stages.placeOf(id) };
}

/** Puts what another reading of the query finds as a phrase before what has the words as typed, but scattered. */
function withCorrections(index: SearchedIndex, query: ParsedQuery, asTyped: Found, limit: number): Ranking {
  const [first, ...others] = corrections(index, query).slice(0, asTyped.total > 0 || query.run.length > 1 ? MOST_CORRECTIONS : 1);
  if (first === undefined) return asTyped.total > 0 ? { ...asTyped, terms: query.terms, corrected: null } : withFewerWords(index, query, limit);
  const found = [first, ...others].map((correction) => ({ correction, result: rankAsTyped(index, correction.query, Math.max(limit, correction.phrases)) }));
  const best = new Map<number, Ranked>();
  for (const { correction, result } of found) {
    const fitting = correction.query.run.length === 1 ? result.best : result.best.slice(0, correction.phrases);
    for (const ranked of fitting) if (!best.has(ranked.id)) best.set(ranked.id, ranked);
  }
  const added = best.size;
  for (const ranked of asTyped.best) if (!best.has(ranked.id)) best.set(ranked.id, ranked);
  const known = best.size - added;
  return {
    total: added + Math.max(asTyped.total - (asTyped.best.length - known), 0),
    matching: asTyped.matching,
    best: descending([...best.values()]).slice(0, limit),
    terms: [...new Set([...found.flatMap(({ correction }) => correction.query.terms), ...query.terms])],
    corrected: first.query.run.map(({ text }) => text).join(' '),
    placeOf: (id) => found.map(({ result }) => result.placeOf(id)).find((place) => place !== null) ?? asTyped.placeOf(id),
  };
}

function withFewerWords(index: SearchedIndex, query: ParsedQuery, limit: number): Ranking {
  const found = withoutOneWord(query).map((fewer) => ({ fewer, result: rankAsTyped(index, fewer, limit) }));
  const [best] = found.filter(({ result }) => result.total > 0).sort((a, b) => a.result.total - b.result.total);
  if (best === undefined) return { total: 0, best: [], matching: [], terms: query.terms, corrected: null, placeOf: () => null };
  return { ...best.result, terms: best.fewer.terms, corrected: null };
}

/** Scores that fall, whatever was put before what. */
function descending(ranked: readonly Ranked[]): readonly Ranked[] {
  let least = Number.POSITIVE_INFINITY;
  return ranked.map(({ id, score }) => {
    least = Math.min(least, score);
    return { id, score: least };
  });
}

const EVERYTHING: QueryNode = { kind: 'and', nodes: [] };

function bestInOrder(parts: readonly Part[], matching: readonly Uint32Array[], ranks: Uint32Array, isBackwards: boolean, limit: number): readonly Ranked[] {
  const best = new Best(limit);
  matching.forEach((bits, at) => {
    const ids = parts[at]?.segment.ids;
    eachBit(bits, (article) => {
      const id = ids?.[article] ?? 0;
      const place = ranks[id] ?? 0;
      best.add(id, isBackwards ? place : -place);
    });
  });
  return best.sorted().map(({ id }) => ({ id, score: 0 }));
}
