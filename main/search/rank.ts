import { Best, type Ranked } from './best.ts';
import { countBits, eachBit, intersect, isSet, setBit, subtract } from './bits.ts';
import { BODY, LEDE, TITLE } from './fields.ts';
import { matchingArticles } from './match.ts';
import { articleNumber, type Part } from './part.ts';
import { PhraseFinder } from './phrase.ts';
import type { ParsedQuery } from './query-tree.ts';
import type { QueryWord } from './query-words.ts';
import { articlesAnywhere, articlesInField, keepPossiblePairs, resolveWord, type ResolvedWord } from './resolve.ts';
import { Scorer, type LibraryCounts } from './score.ts';

/** A stage's step in the score; no BM25 score comes near it. */
const STAGE_STEP = 1000;
/** Articles whose bodies are looked through for a phrase, at most: the best by BM25. */
const MOST_BODIES = 6000;
/** Of the articles that merely hold all words, so many of the best are looked at for how near the words are. */
const MOST_NEAR = 200;
/** Words are near each other in a stretch of so many words for each of them. */
const NEAR = 4;

export interface Ranking {
  /** How many articles match. */
  readonly total: number;
  /** The best of them, best first. */
  readonly best: readonly Ranked[];
  /** Where in an article the words stand best, to show that piece of it; null where that is not known. */
  readonly placeOf: (id: number) => Place | null;
}

/** A word of a lede or body, by its number. */
export interface Place {
  readonly field: number;
  readonly word: number;
}

/**
 * Ranks what a query finds. How well the words fit comes before their BM25 score: all of them as a phrase in the title, in any
 * order in the title, as a phrase in the lede, in the body; each first strictly (whole words, the marks as typed), then
 * loosely; then all words near each other; then all words. Later stages are left out once enough is found.
 */
export function rank(parts: readonly Part[], counts: LibraryCounts, query: ParsedQuery, limit: number): Ranking {
  const { root } = query;
  if (root === null) return { total: 0, best: [], placeOf: () => null };
  const matching = parts.map((part) => matchingArticles(part, root));
  const total = matching.reduce((sum, bits) => sum + countBits(bits), 0);
  const stages = new Stages(parts, counts, query, matching, Math.min(limit, total));
  return { total, best: stages.run(), placeOf: (id) => stages.placeOf(id) };
}

type FieldBits = readonly Uint32Array[];

class Stages {
  readonly #parts: readonly Part[];
  readonly #run: readonly QueryWord[];
  /** Part by part, word by word of the run. */
  readonly #resolved: readonly (readonly ResolvedWord[])[];
  readonly #finders: readonly PhraseFinder[];
  readonly #scorer: Scorer;
  /** What matches and is not in the result yet. */
  readonly #rest: readonly Uint32Array[];
  readonly #limit: number;
  readonly #found: Ranked[] = [];
  #stage = 10;

  constructor(parts: readonly Part[], counts: LibraryCounts, query: ParsedQuery, matching: readonly Uint32Array[], limit: number) {
    this.#parts = parts;
    this.#run = query.run;
    this.#resolved = parts.map(({ segment }) => query.run.map((word) => resolveWord(segment, word)));
    this.#finders = parts.map(({ segment }, at) => new PhraseFinder(segment, query.run, this.#resolved[at] ?? []));
    const scored = query.scored.map((word) => parts.map(({ segment }) => resolveWord(segment, word)));
    this.#scorer = new Scorer(parts, counts, query.scored, scored);
    this.#rest = matching;
    this.#limit = limit;
  }

  run(): readonly Ranked[] {
    if (this.#run.length > 0) {
      if (this.#hasStrictStages()) this.#phraseStages(true);
      this.#phraseStages(false);
    }
    this.#finalStage();
    return this.#found.slice(0, this.#limit);
  }

  /** Of one or two letters, the titles that begin a word with them lead, whether they stand there as a word or not. */
  #hasStrictStages(): boolean {
    const last = this.#run.at(-1);
    return this.#run.some(({ hasMarks }) => hasMarks) || (last?.prefix != null && last.prefix.length > (this.#run.length === 1 ? 2 : 1));
  }

  #isDone(): boolean {
    return this.#found.length >= this.#limit;
  }

  #phraseStages(isStrict: boolean): void {
    const inTitle = this.#parts.map((part, at) => this.#titleBits(part, at, isStrict));
    const phrases = inTitle.map((bits, at) => this.#withPairs(bits, at, isStrict));
    this.#take(this.#verified(phrases, TITLE, isStrict));
    this.#take(inTitle);
    if (this.#isDone()) {
      this.#stage -= 2;
      return;
    }
    const anywhere = this.#parts.map((part, at) => this.#withPairs(this.#anywhereBits(part, at, isStrict), at, isStrict));
    this.#take(this.#verified(anywhere, LEDE, isStrict));
    if (this.#isDone()) this.#stage -= 1;
    else this.#take(this.#verified(this.#bestByScore(anywhere), BODY, isStrict));
  }

  /** What is left of the matching articles that has every word of the run in its title. */
  #titleBits(part: Part, at: number, isStrict: boolean): Uint32Array {
    const bits = this.#restOf(at);
    for (const word of this.#resolved[at] ?? []) intersect(bits, articlesInField(part.segment, TITLE, word, isStrict));
    return bits;
  }

  #anywhereBits(part: Part, at: number, isStrict: boolean): Uint32Array {
    const bits = this.#restOf(at);
    if (isStrict) for (const word of this.#resolved[at] ?? []) intersect(bits, articlesAnywhere(part, word, true));
    return bits;
  }

  #restOf(at: number): Uint32Array {
    return this.#rest[at]?.slice() ?? new Uint32Array(0);
  }

  #withPairs(bits: Uint32Array, at: number, isStrict: boolean): Uint32Array {
    const segment = this.#parts[at]?.segment;
    const kept = bits.slice();
    const resolved = this.#resolved[at] ?? [];
    resolved.forEach((word, place) => {
      const next = resolved[place + 1];
      if (segment !== undefined && next !== undefined) keepPossiblePairs(segment, word, next, isStrict, kept);
    });
    return kept;
  }

  /** Those of some articles that really have the phrase in a field. */
  #verified(candidates: FieldBits, field: number, isStrict: boolean): FieldBits {
    return candidates.map((bits, at) => {
      const finder = this.#finders[at];
      const rest = this.#rest[at];
      const found = new Uint32Array(bits.length);
      eachBit(bits, (article) => {
        if (rest === undefined || ((rest[article >>> 5] ?? 0) & (1 << (article & 31))) === 0) return;
        if (finder !== undefined && finder.has(article, field, isStrict)) setBit(found, article);
      });
      return found;
    });
  }

  #bestByScore(candidates: FieldBits): FieldBits {
    const count = candidates.reduce((sum, bits) => sum + countBits(bits), 0);
    if (count <= MOST_BODIES) return candidates;
    const best = new Best(MOST_BODIES);
    candidates.forEach((bits, at) => this.#addScored(bits, at, best));
    const kept = new Set(best.sorted().map(({ id }) => id));
    return candidates.map((bits, at) => {
      const some = new Uint32Array(bits.length);
      const ids = this.#parts[at]?.segment.ids;
      eachBit(bits, (article) => {
        if (kept.has(ids?.[article] ?? -1)) setBit(some, article);
      });
      return some;
    });
  }

  #addScored(bits: Uint32Array, at: number, best: Best): void {
    const ids = this.#parts[at]?.segment.ids;
    const scores = this.#scorer.scores(at, bits);
    eachBit(bits, (article) => best.add(ids?.[article] ?? 0, scores[article] ?? 0));
  }

  /** Puts articles into the result, by their scores, and ends a stage. */
  #take(bits: FieldBits): void {
    const missing = this.#limit - this.#found.length;
    if (missing > 0) {
      const best = new Best(missing);
      bits.forEach((some, at) => {
        const rest = this.#rest[at];
        if (rest === undefined) return;
        intersect(some, rest);
        this.#addScored(some, at, best);
        subtract(rest, some);
      });
      for (const { id, score } of best.sorted()) this.#found.push({ id, score: score + this.#stage * STAGE_STEP });
    }
    this.#stage -= 1;
  }

  /** All that is left: by score, and the best of it by how near the words are. */
  #finalStage(): void {
    const missing = this.#limit - this.#found.length;
    if (missing <= 0) return;
    const best = new Best(Math.max(missing, MOST_NEAR));
    this.#rest.forEach((bits, at) => this.#addScored(bits, at, best));
    const scored = best.sorted();
    const near = new Best(missing);
    scored.forEach(({ id, score }, at) => near.add(id, at < MOST_NEAR && this.#isNear(id) ? score + STAGE_STEP : score));
    this.#found.push(...near.sorted());
  }

  #isNear(id: number): boolean {
    const length = this.#run.length;
    if (length < 2) return false;
    return this.#inArticle(id, (finder, article) => {
      return [LEDE, BODY].some((field) => finder.wordsIn(article, field) === length && (finder.shortestStretch(article, field)?.length ?? 0) <= length * NEAR);
    }) === true;
  }

  #inArticle<Value>(id: number, look: (finder: PhraseFinder, article: number) => Value | null): Value | null {
    for (const [at, { segment, dead }] of this.#parts.entries()) {
      const article = articleNumber(segment, id);
      const finder = this.#finders[at];
      if (article >= 0 && finder !== undefined && !isSet(dead, article)) return look(finder, article);
    }
    return null;
  }

  placeOf(id: number): Place | null {
    if (this.#run.length === 0) return null;
    return this.#inArticle(id, (finder, article) => {
      for (const isStrict of [true, false]) {
        for (const field of [LEDE, BODY]) {
          const phrase = finder.first(article, field, isStrict);
          if (phrase !== null) return { field, word: phrase.start };
        }
      }
      const field = finder.wordsIn(article, LEDE) > finder.wordsIn(article, BODY) ? LEDE : BODY;
      const stretch = finder.shortestStretch(article, field);
      return stretch === null ? null : { field, word: stretch.start };
    });
  }
}
