import { foldPrefix } from '../../contract/domain/fold.ts';
import type { Suggestion } from '../../contract/domain/search.ts';
import {
  getArticleSummaries, getLibraryRevision, listBylines, listFeedTitles, listNewestIds, listRecentSearches, listSavedSearches, listSearchTexts, listTagNames,
  type ArticleChange, type ReadableDb,
} from '../store/index.ts';
import { TITLE } from './fields.ts';
import { NameCollector } from './names.ts';
import { parseQuery } from './query/parse.ts';
import { queryWords } from './query/words.ts';
import { rank, type SearchedIndex } from './rank.ts';

/** Of each kind, so many are suggested before titles. */
const MOST_OF_A_KIND = 3;
/** Articles whose names are learned, the newest ones, and how many at a time. */
const LEARNED = 4000;
const LEARNED_AT_ONCE = 40;

interface Named extends Suggestion {
  readonly folded: string;
}

/** Suggests what to search for; what it has read is to be cleared whenever anything is committed to the library. */
export class Suggester {
  readonly #read: ReadableDb;
  readonly #collector = new NameCollector();
  #toLearn: number[] | null = null;
  #own: readonly Named[] | null = null;
  #authors: readonly Named[] | null = null;
  #authorsRevision = -1;

  constructor(read: ReadableDb) {
    this.#read = read;
  }

  clear(): void {
    this.#own = null;
  }

  /** Takes up the names of articles that are new in the library. */
  learn(changes: readonly ArticleChange[]): void {
    for (const change of changes) if (!change.removed) this.#collector.add(change.id, textOf(change));
  }

  /** Takes up the names of some of the newest articles; answers whether there are more to learn. */
  learnNewest(): boolean {
    this.#toLearn ??= listNewestIds(this.#read, LEARNED).filter((id) => !this.#collector.has(id)).reverse();
    const ids = this.#toLearn.splice(-LEARNED_AT_ONCE);
    for (const text of listSearchTexts(this.#read, ids)) this.#collector.add(text.id, textOf(text));
    return this.#toLearn.length > 0;
  }

  /**
   * The user's own searches that hold what was typed; tags, feeds, people and places with a word that begins so; then titles
   * that hold it.
   */
  suggest(index: SearchedIndex, typed: string, limit: number): readonly Suggestion[] {
    const words = queryWords(typed, true);
    if (words.length === 0) return [];
    const folded = words.map(({ text }) => foldPrefix(text)).join(' ');
    const lists = [this.#ownNames(), this.#collector.names(), this.#authorNames()];
    const root = { kind: 'words', words, field: TITLE } as const;
    const { best } = rank(index, { ...parseQuery('', 0), root, run: words, scored: words }, limit);
    const titles = getArticleSummaries(this.#read, best.map(({ id }) => id)).map(({ title }): Suggestion => ({ text: title, kind: 'title' }));
    return withoutRepeats([...lists.flatMap((names) => like(names, folded)), ...titles]).slice(0, limit);
  }

  /** Searches, tags and feeds: the user's own choice. */
  #ownNames(): readonly Named[] {
    this.#own ??= [
      ...listSavedSearches(this.#read).map(({ query }) => named(query, 'search')),
      ...listRecentSearches(this.#read).map((query) => named(query, 'search')),
      ...[...listTagNames(this.#read).values()].map((name) => named(name, 'tag')),
      ...[...listFeedTitles(this.#read).values()].map((title) => named(title, 'feed')),
    ];
    return this.#own;
  }

  /** Who wrote what changes with the articles alone, and takes a look at all of them. */
  #authorNames(): readonly Named[] {
    const revision = getLibraryRevision(this.#read);
    if (this.#authors === null || this.#authorsRevision !== revision) this.#authors = listBylines(this.#read).map((byline) => named(byline, 'author'));
    this.#authorsRevision = revision;
    return this.#authors;
  }
}

function textOf({ title, lede, text }: { readonly title: string; readonly lede: string | null; readonly text: string }): string {
  return `${title}\n${lede ?? ''}\n${text}`;
}

function named(text: string, kind: Suggestion['kind']): Named {
  return { text, kind, folded: ` ${foldPrefix(text)}` };
}

/** A few of each kind that have a word which begins with what was typed. */
function like(names: readonly Named[], folded: string): readonly Suggestion[] {
  const counts = new Map<Suggestion['kind'], number>();
  const found: Suggestion[] = [];
  for (const { text, kind, folded: name } of names) {
    const count = counts.get(kind) ?? 0;
    if (count >= MOST_OF_A_KIND || !name.includes(` ${folded}`)) continue;
    counts.set(kind, count + 1);
    found.push({ text, kind });
  }
  return found;
}

/** The first of those that read the same. */
function withoutRepeats(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const seen = new Set<string>();
  return suggestions.filter(({ text }) => {
    const key = text.normalize('NFC').toLocaleLowerCase('vi');
    return !seen.has(key) && seen.add(key);
  });
}
