import { Best, type Ranked } from './best.ts';
import { countAll, countBits, eachBit, eachBitDown, intersect, isSet, setBit, subtract, unite } from './bits.ts';
import { BODY, FIELD_COUNT, LEDE, TITLE } from './fields.ts';
import { levelsOf, type Level } from './levels.ts';
import { articleNumber, type Part } from './part.ts';
import { PhraseFinder } from './phrase.ts';
import type { ParsedQuery } from './query/tree.ts';
import type { QueryWord } from './query/words.ts';
import { articlesAnywhere, articlesInField, isPrecise, keepPossiblePairs, resolveWord, type ResolvedWord } from './resolve.ts';
import { Scorer, type LibraryCounts } from './score.ts';

/** A stage's step in the score; no article's own score comes near it. */
const STAGE_STEP = 100_000;
/** The first stage's number: three for each level, and one for words that are near each other. */
const FIRST_STAGE = 13;
/** Articles whose bodies are looked through for a phrase, at most: the best by BM25. */
const MOST_BODIES = 3000;
/** The same where the last word may go on: then most of the best have it. */
const MOST_BODIES_OPEN = 600;
/** Of very many titles that may have a word, so many of the best are looked at before all of them are. */
const MOST_TITLES = 500;
/** Of the articles that merely hold all words, so many of the best are looked at for how near the words are. */
const MOST_NEAR = 100;
/** Words are near each other in a stretch of so many words for each of them. */
const NEAR = 4;
/** How much a phrase counts beside its words, which only tell apart what has it equally often; and BM25's constants for it. */
const PHRASE = { weight: 50_000, k: 3, b: 1 };
/** How much a phrase counts in a title, beside one in lede or body. */
const PHRASE_IN_TITLE = 3;

/** A word of a lede or body, by its number. */
export interface Place {
  readonly field: number;
  readonly word: number;
}

/** The place of words that neither lede nor body has. */
export const NOWHERE: Place = { field: BODY, word: -1 };

/** Bits of articles, part by part. */
type PartBits = readonly Uint32Array[];
type Bonus = (at: number, article: number) => number;

/** Fills a result stage by stage, until it is long enough. */
export class Stages {
  readonly #parts: readonly Part[];
  readonly #run: readonly QueryWord[];
  /** Part by part, word by word of the run. */
  readonly #resolved: readonly (readonly ResolvedWord[])[];
  readonly #finders = new Map<Level, (PhraseFinder | undefined)[]>();
  /** Which fields have been looked through, and which of them have the phrase at all: no level need look at the others. */
  readonly #lookedAt: ({ readonly all: Uint32Array; readonly having: Uint32Array } | undefined)[] = [];
  readonly #scorer: Scorer;
  readonly #averageWords: number;
  /** What matches and is not in the result yet. */
  readonly #rest: PartBits;
  readonly #limit: number;
  readonly #found: Ranked[] = [];
  #stage = FIRST_STAGE;
  #hasFitting = false;

  /** @param matching what may be in the result; used up */
  constructor(parts: readonly Part[], counts: LibraryCounts, query: ParsedQuery, matching: PartBits, limit: number) {
    this.#parts = parts;
    this.#run = query.run;
    this.#resolved = parts.map((part) => query.run.map((word) => resolveWord(part, word)));
    const scored = query.scored.map((word) => parts.map((part) => resolveWord(part, word)));
    this.#scorer = new Scorer(parts, counts, query.scored, scored);
    this.#averageWords = counts.averageWords;
    this.#rest = matching;
    this.#limit = limit;
  }

  run(): readonly Ranked[] {
    if (this.#run.length > 0) {
      for (const level of levelsOf(this.#run)) if (!this.#isDone()) this.#phraseStages(level);
    }
    this.#hasFitting = this.#found.length > 0;
    if (!this.#isDone()) this.#finalStage();
    return this.#found.slice(0, this.#limit);
  }

  /** Whether `run` found the words as a phrase, or all of them in a title. */
  get hasFitting(): boolean {
    return this.#hasFitting;
  }

  /** Where in an article the words stand best, to show that piece of it; null where that is not known, NOWHERE in its title only. */
  placeOf(id: number): Place | null {
    const found = this.#run.length === 0 ? null : this.#locate(id);
    if (found === null) return null;
    const { at, article } = found;
    const folded = this.#finder('folded', at);
    const inPhrase = [LEDE, BODY].filter((field) => !this.#lacksPhrase(at, article, field) && folded?.has(article, field) === true);
    for (const level of inPhrase.length === 0 ? [] : levelsOf(this.#run)) {
      for (const field of inPhrase) {
        const phrase = this.#finder(level, at)?.first(article, field) ?? null;
        if (phrase !== null) return { field, word: phrase.start };
      }
    }
    const [inLede, inBody] = [LEDE, BODY].map((field) => folded?.scattered(article, field) ?? null);
    if (inLede != null && inLede.words > (inBody?.words ?? 0)) return { field: LEDE, word: inLede.start };
    return inBody == null ? NOWHERE : { field: BODY, word: inBody.start };
  }

  /** Whether a field is known to be without the phrase, whatever the marks. */
  #lacksPhrase(at: number, article: number, field: number): boolean {
    const looked = this.#lookedAt[at * FIELD_COUNT + field];
    return looked !== undefined && isSet(looked.all, article) && !isSet(looked.having, article);
  }

  #isDone(): boolean {
    return this.#found.length >= this.#limit;
  }

  /** The phrase in titles, then in ledes and bodies, then titles that have its words in any order. */
  #phraseStages(level: Level): void {
    const inTitle = this.#parts.map((part, at) => this.#titleBits(part, at, level));
    const phrases = this.#firstVerified(inTitle.map((bits, at) => this.#withPairs(bits, at, level)), level);
    this.#take(phrases, this.#phraseBonus(level));
    if (!this.#isDone()) {
      const candidates = this.#parts.map((part, at) => this.#withPairs(this.#anywhereBits(part, at, level), at, level));
      const inText = this.#verified(this.#withWordsIn(LEDE, candidates, level), LEDE, level);
      this.#verified(this.#bestByScore(candidates, this.#isOpenAt(level) ? MOST_BODIES_OPEN : MOST_BODIES), BODY, level).forEach((bits, at) => unite(inText[at] ?? bits, bits));
      this.#take(inText, this.#phraseBonus(level));
    } else this.#stage -= 1;
    this.#take(inTitle, undefined);
  }

  #isOpenAt(level: Level): boolean {
    return (level === 'begun' || level === 'folded') && this.#run.at(-1)?.prefix != null;
  }

  /** What is left of the matching articles that has every word of the run in its title. */
  #titleBits(part: Part, at: number, level: Level): Uint32Array {
    const bits = this.#restOf(at);
    for (const word of this.#resolved[at] ?? []) intersect(bits, articlesInField(part, TITLE, word, level));
    return bits;
  }

  #anywhereBits(part: Part, at: number, level: Level): Uint32Array {
    const bits = this.#restOf(at);
    if (level !== 'folded') for (const word of this.#resolved[at] ?? []) intersect(bits, articlesAnywhere(part, word, level));
    return bits;
  }

  /** Those of some articles that have every word of the run in one field. */
  #withWordsIn(field: number, candidates: PartBits, level: Level): PartBits {
    return this.#parts.map((part, at) => {
      const bits = candidates[at]?.slice() ?? new Uint32Array(0);
      for (const word of this.#resolved[at] ?? []) intersect(bits, articlesInField(part, field, word, level));
      return bits;
    });
  }

  #restOf(at: number): Uint32Array {
    return this.#rest[at]?.slice() ?? new Uint32Array(0);
  }

  #withPairs(bits: Uint32Array, at: number, level: Level): Uint32Array {
    const segment = this.#parts[at]?.segment;
    const kept = bits.slice();
    const resolved = this.#resolved[at] ?? [];
    resolved.forEach((word, place) => {
      const next = resolved[place + 1];
      if (segment !== undefined && next !== undefined) keepPossiblePairs(segment, word, next, level, kept);
    });
    return kept;
  }

  #finder(level: Level, at: number): PhraseFinder | null {
    const segment = this.#parts[at]?.segment;
    if (segment === undefined) return null;
    const finders = this.#finders.get(level) ?? [];
    this.#finders.set(level, finders);
    return (finders[at] ??= new PhraseFinder(segment, this.#run, this.#resolved[at] ?? [], level));
  }

  /** Those of some articles that really have the phrase in a field. */
  #verified(candidates: PartBits, field: number, level: Level): PartBits {
    return candidates.map((bits, at) => {
      const part = this.#parts[at];
      const [word, ...others] = this.#resolved[at] ?? [];
      if (part !== undefined && word !== undefined && others.length === 0 && isPrecise(word, level)) {
        const found = bits.slice();
        intersect(found, articlesInField(part, field, word, level));
        return found;
      }
      return this.#searched(bits, at, field, level);
    });
  }

  /** Those that have the phrase in their titles, or enough of them: a single word counts by its score alone, so that the best need no others. */
  #firstVerified(candidates: PartBits, level: Level): PartBits {
    if (this.#run.length === 1) {
      const found = this.#verified(this.#bestByScore(candidates, MOST_TITLES), TITLE, level);
      if (countAll(found) >= this.#limit - this.#found.length) return found;
    }
    return this.#verified(candidates, TITLE, level);
  }

  #searched(bits: Uint32Array, at: number, field: number, level: Level): Uint32Array {
    const found = new Uint32Array(bits.length);
    if (countBits(bits) === 0) return found;
    const folded = this.#finder('folded', at);
    const closer = level === 'folded' ? null : this.#finder(level, at);
    const looked = (this.#lookedAt[at * FIELD_COUNT + field] ??= { all: new Uint32Array(bits.length), having: new Uint32Array(bits.length) });
    eachBit(bits, (article) => {
      if (!isSet(looked.all, article)) {
        setBit(looked.all, article);
        if (folded?.has(article, field) === true) setBit(looked.having, article);
      }
      if (isSet(looked.having, article) && (closer === null || closer.has(article, field))) setBit(found, article);
    });
    return found;
  }

  /** Of too many articles to look through, the best by BM25. */
  #bestByScore(candidates: PartBits, most: number): PartBits {
    if (countAll(candidates) <= most) return candidates;
    const best = new Best(most);
    // The newest first: of many that score alike, they stay.
    for (const [at, bits] of [...candidates.entries()].reverse()) this.#addScored(bits, at, best, undefined);
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

  #addScored(bits: Uint32Array, at: number, best: Best, bonus: Bonus | undefined): void {
    const ids = this.#parts[at]?.segment.ids;
    const scores = this.#scorer.scores(at, bits);
    eachBitDown(bits, (article) => best.add(ids?.[article] ?? 0, (scores[article] ?? 0) + (bonus?.(at, article) ?? 0)));
  }

  /** How often an article has the phrase, for its length: what BM25 would make of the phrase as a word. */
  #phraseBonus(level: Level): Bonus | undefined {
    if (this.#run.length < 2) return undefined;
    return (at, article) => {
      const finder = this.#finder(level, at);
      let often = 0;
      for (const field of [TITLE, LEDE, BODY]) often += (field === TITLE ? PHRASE_IN_TITLE : 1) * (finder?.count(article, field) ?? 0);
      const start = this.#parts[at]?.segment.streamStart;
      const words = (start?.[(article + 1) * FIELD_COUNT] ?? 0) - (start?.[article * FIELD_COUNT] ?? 0);
      return (PHRASE.weight * often) / (often + PHRASE.k * (1 - PHRASE.b + (PHRASE.b * words) / this.#averageWords));
    };
  }

  /** Puts articles into the result, best first, and ends a stage. */
  #take(bits: PartBits, bonus: Bonus | undefined): void {
    const missing = this.#limit - this.#found.length;
    if (missing > 0) {
      const best = new Best(missing);
      bits.forEach((some, at) => {
        const rest = this.#rest[at];
        if (rest === undefined) return;
        intersect(some, rest);
        this.#addScored(some, at, best, bonus);
        subtract(rest, some);
      });
      for (const { id, score } of best.sorted()) this.#found.push({ id, score: score + this.#stage * STAGE_STEP });
    }
    this.#stage -= 1;
  }

  /** All that is left: by score, and the best of it by how near the words are. */
  #finalStage(): void {
    const missing = this.#limit - this.#found.length;
    const best = new Best(Math.max(missing, MOST_NEAR));
    this.#rest.forEach((bits, at) => this.#addScored(bits, at, best, undefined));
    const near = new Best(missing);
    best.sorted().forEach(({ id, score }, at) => near.add(id, at < MOST_NEAR && this.#isNear(id) ? score + STAGE_STEP : score));
    this.#found.push(...near.sorted());
  }

  #isNear(id: number): boolean {
    const { length } = this.#run;
    if (length < 2) return false;
    const found = this.#locate(id);
    if (found === null) return false;
    return [LEDE, BODY].some((field) => {
      const stretch = this.#finder('folded', found.at)?.scattered(found.article, field) ?? null;
      return stretch !== null && stretch.words === length && stretch.length <= length * NEAR;
    });
  }

  #locate(id: number): { readonly at: number; readonly article: number } | null {
    for (let at = 0; at < this.#parts.length; at += 1) {
      const part = this.#parts[at];
      const article = part === undefined ? -1 : articleNumber(part.segment, id);
      if (part !== undefined && article >= 0 && !isSet(part.dead, article)) return { at, article };
    }
    return null;
  }
}
