import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { eachWord, formsOf } from '../../../contract/domain/fold.ts';
import { allBits, eachBit } from '../../../main/search/bits.ts';
import { FIELD_BOOSTS, FIELDS, type IndexedArticle } from '../../../main/search/fields.ts';
import { freezeArticles } from '../../../main/search/freeze.ts';
import { matchingArticles } from '../../../main/search/match.ts';
import { mergeSegments } from '../../../main/search/merge.ts';
import { makePart, type Part } from '../../../main/search/part.ts';
import { queryWords } from '../../../main/search/query/words.ts';
import { resolveWord } from '../../../main/search/resolve.ts';
import { countLibrary, Scorer } from '../../../main/search/score.ts';
import { randomNumbers } from '../../integration/search/random.ts';

const SYLLABLES = 'bầu cử tỉnh lào cai hoà bình kỹ thuật đại biểu quốc hội công nghiệp an ninh mưa lũ đường sắt vé xe người dân'.split(' ');

function makeArticles(count: number, seed: number): IndexedArticle[] {
  const random = randomNumbers(seed);
  const words = (most: number): string => Array.from({ length: 1 + Math.floor(random() * most) }, () => SYLLABLES[Math.floor(random() ** 2 * SYLLABLES.length)]).join(' ');
  return Array.from({ length: count }, (_, at) => ({ id: at + 1, title: words(9), lede: words(25), text: words(400), byline: words(3) }));
}

function foldedWords(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (word) => words.push(formsOf(word).folded));
  return words;
}

function plainMiniSearch(articles: readonly IndexedArticle[]): MiniSearch<IndexedArticle> {
  const index = new MiniSearch<IndexedArticle>({
    fields: [...FIELDS],
    tokenize: foldedWords,
    processTerm: (word) => word,
    searchOptions: { boost: Object.fromEntries(FIELDS.map((field, at) => [field, FIELD_BOOSTS[at] ?? 1])) },
  });
  index.addAll(articles);
  return index;
}

/** What our segments find for whole words: every article with all of them, or with any, by BM25+ alone. */
function frozenScores(parts: readonly Part[], query: string, combine: 'AND' | 'OR'): { id: number; score: number }[] {
  const words = queryWords(query, false);
  const scorer = new Scorer(parts, countLibrary(parts), words, words.map((word) => parts.map((part) => resolveWord(part, word))));
  const found: { id: number; score: number }[] = [];
  parts.forEach((part, at) => {
    const nodes = words.map((word) => ({ kind: 'words', words: [word], field: null }) as const);
    const bits = matchingArticles(part, { kind: combine === 'AND' ? 'and' : 'or', nodes }, { bits: () => allBits(part.segment.count), binned: () => null });
    const scores = scorer.scores(at, bits);
    eachBit(bits, (article) => {
      const id = part.segment.ids[article] ?? 0;
      found.push({ id, score: scores[article] ?? 0 });
    });
  });
  return found.sort((a, b) => b.score - a.score);
}

/** MiniSearch multiplies by how many of the query's words an article has; with all of them that is the same for each. */
function plainScores(index: MiniSearch<IndexedArticle>, query: string, combineWith: 'AND' | 'OR'): { id: number; score: number }[] {
  return index.search(query, { combineWith }).map(({ id, score, queryTerms }) => ({ id: id as number, score: score / queryTerms.length }));
}

describe('frozen segments beside one plain MiniSearch over the same articles', () => {
  const articles = makeArticles(400, 5);
  const plain = plainMiniSearch(articles);
  const cut = (size: number): Part[] => {
    return Array.from({ length: Math.ceil(articles.length / size) }, (_, at) => makePart(freezeArticles(articles.slice(at * size, (at + 1) * size)), null, null));
  };
  const shapes: [string, Part[]][] = [
    ['one segment', cut(400)],
    ['many segments', cut(37)],
    ['merged segments', [makePart(mergeSegments(cut(90)), null, null)]],
  ];

  describe.each(shapes)('%s', (_name, parts) => {
    it.each(['bau cu', 'bầu', 'lao cai hoa binh', 'nguoi dan', 'kĩ thuật đại', 've xe xe', 'khong co'])('gives %s the same articles, scores and order', (query) => {
      const expected = plainScores(plain, query, 'AND');
      const found = frozenScores(parts, query, 'AND');
      expect(found.map(({ score }) => score.toFixed(9))).toEqual(expected.map(({ score }) => score.toFixed(9)));
      expect(new Set(found.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
      for (const { id, score } of found) expect(score).toBeCloseTo(expected.find((other) => other.id === id)?.score ?? -1, 9);
    });

    it.each(['b', 'bau c', 'lao cai h', 'nguoi d', 've x', 'k', 'khong c'])('finds the same articles where the last word of %s may go on', (query) => {
      const words = queryWords(query, true);
      const expected = plain.search(query, { combineWith: 'AND', prefix: (_term, at) => at === words.length - 1 });
      const found = parts.flatMap((part) => {
        const ids: number[] = [];
        eachBit(matchingArticles(part, { kind: 'words', words, field: null }, { bits: () => allBits(part.segment.count), binned: () => null }), (article) => ids.push(part.segment.ids[article] ?? 0));
        return ids;
      });
      expect(found.sort((a, b) => a - b)).toEqual(expected.map(({ id }) => id as number).sort((a, b) => a - b));
    });

    it.each(['bau duong', 'mua lu sat'])('gives any word of %s the same articles and scores', (query) => {
      const expected = new Map(plainScores(plain, query, 'OR').map(({ id, score }) => [id, score]));
      const found = frozenScores(parts, query, 'OR');
      expect(found.length).toBe(expected.size);
      for (const { id, score } of found) expect(score).toBeCloseTo(expected.get(id) ?? -1, 9);
    });
  });

  it('gives the same after removals, whose articles count no more', () => {
    const parts = cut(50);
    for (const part of parts) {
      part.dead.fill(0b10010);
      for (let word = 0; word < part.dead.length; word += 1) part.dead[word] = (part.dead[word] ?? 0) & (word * 32 + 31 < part.segment.count ? 0xffffffff : (1 << (part.segment.count % 32)) - 1);
    }
    const living = parts.map(({ segment, dead }) => makePart(segment, dead, null));
    const removed = new Set(living.flatMap(({ segment, dead }) => [...segment.ids].filter((_id, at) => ((dead[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0)));
    expect(removed.size).toBeGreaterThan(10);
    const rest = plainMiniSearch(articles.filter(({ id }) => !removed.has(id)));
    const expected = plainScores(rest, 'bau cu', 'AND');
    const found = frozenScores(living, 'bau cu', 'AND');
    expect(found.map(({ score }) => score.toFixed(9))).toEqual(expected.map(({ score }) => score.toFixed(9)));
  });
});
