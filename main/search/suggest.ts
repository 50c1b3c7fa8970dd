import { foldPrefix } from '../../contract/domain/fold.ts';
import type { Suggestion } from '../../contract/domain/search.ts';
import { getArticleSummaries, listBylines, listFeedTitles, type ReadableDb } from '../store/index.ts';
import { TITLE } from './fields.ts';
import { parseQuery } from './query/parse.ts';
import { queryWords } from './query/words.ts';
import { rank, type SearchedIndex } from './rank.ts';

/** Feeds and people that are suggested before titles, at most, of each. */
const MOST_NAMES = 3;

/** Suggests what to search for; its names are to be cleared whenever anything is committed to the library. */
export class Suggester {
  readonly #read: ReadableDb;
  #names: readonly (Suggestion & { readonly folded: string })[] | null = null;

  constructor(read: ReadableDb) {
    this.#read = read;
  }

  clear(): void {
    this.#names = null;
  }

  /** Feeds and people whose names begin a word with what was typed, then titles that hold it. */
  suggest(index: SearchedIndex, typed: string, limit: number): readonly Suggestion[] {
    const words = queryWords(typed, true);
    if (words.length === 0) return [];
    const names = this.#namesLike(words.map(({ text }) => foldPrefix(text)).join(' '));
    const root = { kind: 'words', words, field: TITLE } as const;
    const { best } = rank(index, { ...parseQuery('', 0), root, run: words, scored: words }, limit);
    const titles = getArticleSummaries(this.#read, best.map(({ id }) => id)).map(({ title }): Suggestion => ({ text: title, kind: 'title' }));
    const seen = new Set<string>();
    return [...names, ...titles].filter(({ text }) => !seen.has(text) && seen.add(text)).slice(0, limit);
  }

  #namesLike(folded: string): readonly Suggestion[] {
    this.#names ??= [
      ...[...listFeedTitles(this.#read).values()].map((text) => ({ text, kind: 'feed' as const, folded: ` ${foldPrefix(text)}` })),
      ...listBylines(this.#read).map((text) => ({ text, kind: 'author' as const, folded: ` ${foldPrefix(text)}` })),
    ];
    const like = this.#names.filter((name) => name.folded.includes(` ${folded}`)).map(({ text, kind }) => ({ text, kind }));
    return (['feed', 'author'] as const).flatMap((kind) => like.filter((name) => name.kind === kind).slice(0, MOST_NAMES));
  }
}
