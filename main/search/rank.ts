import { countBits, eachBit, intersect, isSet, subtract, allBits } from './bits.ts';
import { BODY, FIELD_COUNT, LEDE, TITLE } from './fields.ts';
import type { Part } from './library-index.ts';
import { ABSENT, AGREEING, PhraseFinder } from './phrase.ts';
import type { ParsedQuery, QueryWord } from './query-words.ts';
import { addArticles, articlesOfWord, resolveWord, type ResolvedWord } from './resolve.ts';
import { addScores, countLibrary } from './score.ts';
import { pairRow, wordsOfBits } from './segment.ts';

/** An article that was found. */
export interface Ranked {
  readonly id: number;
  readonly score: number;
}

/**
 * How well an article fits comes before its BM25 score: the whole phrase in the title, all words in the title, the phrase in
 * the lede, in the body, all words somewhere; and each of them first as it was typed, marks included.
 */
const TIER = { everywhere: 0, body: 1, lede: 2, allInTitle: 3, title: 4, agreeing: 5 } as const;
/** A tier's step in the score; no BM25 score comes near it. */
const TIER_STEP = 1000;

/** Everything that a query finds: how many, and the best `limit`. */
export function rank(parts: readonly Part[], query: ParsedQuery, limit: number): { readonly total: number; readonly best: readonly Ranked[] } {
  const words = [...query.words, ...query.phrases.flat()];
  if (words.length === 0) return { total: 0, best: [] };
  const scores = scoreWords(parts, words);
  let total = 0;
  const found: Ranked[] = [];
  parts.forEach((part, at) => {
    const matching = matchingArticles(part, query);
    total += countBits(matching);
    const tiers = tiersOf(part, query, matching);
    eachBit(matching, (article) => {
      found.push({ id: part.segment.ids[article] ?? 0, score: (tiers[article] ?? 0) * TIER_STEP + (scores[at]?.[article] ?? 0) });
    });
  });
  found.sort((a, b) => b.score - a.score || b.id - a.id);
  return { total, best: found.slice(0, limit) };
}

function scoreWords(parts: readonly Part[], words: readonly QueryWord[]): readonly Float64Array[] {
  const counts = countLibrary(parts);
  const scores = parts.map(({ segment }) => new Float64Array(segment.count));
  for (const word of words) addScores(parts, parts.map(({ segment }) => resolveWord(segment, word)), counts, scores);
  return scores;
}

function matchingArticles(part: Part, query: ParsedQuery): Uint32Array {
  const { segment, dead } = part;
  const matching = allBits(segment.count);
  subtract(matching, dead);
  for (const word of query.words) intersect(matching, articlesAnywhere(part, resolveWord(segment, word)));
  for (const phrase of query.phrases) intersect(matching, articlesOfPhrase(part, phrase, matching));
  for (const phrase of query.excluded) subtract(matching, articlesOfPhrase(part, phrase, matching));
  return matching;
}

function articlesAnywhere(part: Part, resolved: ResolvedWord): Uint32Array {
  const bits = new Uint32Array(wordsOfBits(part.segment.count));
  for (let field = 0; field < FIELD_COUNT; field += 1) addArticles(part.segment, field, resolved, bits);
  return bits;
}

/** Of some articles, those that hold a phrase exactly as it was written. */
function articlesOfPhrase(part: Part, phrase: readonly QueryWord[], among: Uint32Array): Uint32Array {
  const { segment } = part;
  const resolved = phrase.map((word) => resolveWord(segment, word));
  const finder = new PhraseFinder(segment, phrase, resolved);
  const candidates = phraseCandidates(part, resolved, among);
  const bits = new Uint32Array(candidates.length);
  eachBit(candidates, (article) => {
    for (let field = 0; field < FIELD_COUNT; field += 1) {
      if (finder.find(article, field) !== AGREEING) continue;
      bits[article >>> 5] = (bits[article >>> 5] ?? 0) | (1 << (article & 31));
      return;
    }
  });
  return bits;
}

/** Of some articles, those whose bits say that they may hold each pair of neighbouring words. */
function phraseCandidates(part: Part, resolved: readonly ResolvedWord[], among: Uint32Array): Uint32Array {
  const { segment } = part;
  const width = wordsOfBits(segment.count);
  const candidates = among.slice();
  for (const { word, low, high } of resolved) {
    if (word < 0 && high <= low) candidates.fill(0);
  }
  for (let place = 0; place + 1 < resolved.length; place += 1) {
    const first = resolved[place];
    const second = resolved[place + 1];
    if (first === undefined || second === undefined || first.word < 0 || second.word < 0 || second.high > second.low) continue;
    const row = pairRow(first.word, second.word) * width;
    intersect(candidates, segment.pairs.subarray(row, row + width));
  }
  if (resolved.length === 1 && resolved[0] !== undefined) intersect(candidates, articlesAnywhere(part, resolved[0]));
  return candidates;
}

/** The tier of every matching article. */
function tiersOf(part: Part, query: ParsedQuery, matching: Uint32Array): Uint8Array {
  const { segment } = part;
  const tiers = new Uint8Array(segment.count);
  const { words } = query;
  if (words.length === 0) return tiers;
  const resolved = words.map((word) => resolveWord(segment, word));
  const finder = new PhraseFinder(segment, words, resolved);
  const inTitle = matching.slice();
  for (const word of resolved) intersect(inTitle, articlesOfWord(segment, TITLE, word));
  const candidates = phraseCandidates(part, resolved, matching);
  eachBit(matching, (article) => {
    const isInTitle = isSet(inTitle, article);
    const isCandidate = isSet(candidates, article);
    tiers[article] = tierOf(finder, article, isInTitle, isCandidate);
  });
  return tiers;
}

function tierOf(finder: PhraseFinder, article: number, isInTitle: boolean, isCandidate: boolean): number {
  let best: number = isInTitle ? TIER.allInTitle : TIER.everywhere;
  if (!isCandidate) return best;
  for (const [field, tier] of [[TITLE, TIER.title], [LEDE, TIER.lede], [BODY, TIER.body]] as const) {
    if (field === TITLE && !isInTitle) continue;
    const found = finder.find(article, field);
    if (found === ABSENT) continue;
    best = Math.max(best, found === AGREEING ? tier + TIER.agreeing : tier);
    if (found === AGREEING) return best;
  }
  return best;
}
