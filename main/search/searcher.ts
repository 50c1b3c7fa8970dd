import type { ArticleId } from '../../contract/domain/article.ts';
import type { SearchHit, SearchRequest, SearchResponse, Suggestion } from '../../contract/domain/search.ts';
import { openIndexFile, type IndexFile } from '../store/index-file.ts';
import { getLibraryRevision, listChangesSince, listSearchableIds, listSearchTexts, openReadableStore, type ReadableDb } from '../store/index.ts';
import { compareWithLibrary } from './check.ts';
import { FacetCounter } from './facets.ts';
import { FilterCache } from './filter-cache.ts';
import { notedFirst, withExtras } from './hit-extras.ts';
import { HitReader } from './hits.ts';
import { LibraryIndex } from './library-index.ts';
import { countMatching, matchingIds } from './match.ts';
import type { QueryCount } from './messages.ts';
import { NoteIndex } from './notes.ts';
import { parseQuery } from './query/parse.ts';
import type { ParsedQuery } from './query/tree.ts';
import { rank, type Ranking, type SearchedIndex } from './rank.ts';
import { relatedQuery } from './related.ts';
import type { Steps } from './steps.ts';
import { Stories } from './stories.ts';
import { Suggester } from './suggest.ts';

/** Articles that are indexed between two looks at what else there is to do. */
const PAGE = 250;
/** On closing, so many articles in memory are worth writing; fewer are indexed again as quickly. */
const WORTH_SAVING = 50;
/** Articles that a check compares word by word. */
const SAMPLE = 200;

/** Search over one library, in the thread that calls it: the worker's inside. */
export class Searcher {
  readonly #read: ReadableDb;
  readonly #closeStore: () => void;
  readonly #file: IndexFile;
  readonly #index: LibraryIndex;
  readonly #filters: FilterCache;
  readonly #hits: HitReader;
  readonly #suggester: Suggester;
  readonly #facets: FacetCounter;
  readonly #notes: NoteIndex;
  readonly #stories: Stories;
  /** The writing of the index, where it is under way. */
  #saving: Steps<boolean> | null = null;
  /** SQLite's number for the state of the library that `#filters` and `#hits` remember. */
  #version = -1;

  constructor(libraryFolder: string) {
    const store = openReadableStore(libraryFolder);
    this.#read = store.read;
    this.#closeStore = store.close;
    this.#file = openIndexFile(libraryFolder);
    this.#index = new LibraryIndex(this.#file);
    this.#filters = new FilterCache(store.read);
    this.#hits = new HitReader(store.read);
    this.#suggester = new Suggester(store.read);
    this.#facets = new FacetCounter(store.read);
    this.#notes = new NoteIndex(store.read);
    this.#stories = new Stories(store.read);
    this.#index.refresh(getLibraryRevision(this.#read));
  }

  query(request: SearchRequest): SearchResponse {
    const started = performance.now();
    const index = this.#searched();
    const query = this.#parsed(request.query);
    const ranking = this.#ranked(index, query, request.offset + request.limit);
    const hits = withExtras(this.#hits.read(ranking, request.offset), query, ranking.terms, this.#notes, this.#read);
    const facets = request.withFacets === true ? { facets: this.#facets.count(index.parts, ranking.matching) } : {};
    const isComplete = this.#index.revision >= getLibraryRevision(this.#read);
    return { ...facets, total: ranking.total, hits, terms: ranking.terms, corrected: ranking.corrected, misunderstood: query.misunderstood, isComplete, tookMs: Math.round((performance.now() - started) * 100) / 100 };
  }

  /** Everything that a query finds, in the order of its results. */
  ids(query: string): Uint32Array {
    const index = this.#searched();
    return Uint32Array.from(this.#ranked(index, this.#parsed(query), index.counts.articles).best, ({ id }) => id);
  }

  #ranked(index: SearchedIndex, query: ParsedQuery, limit: number): Ranking {
    return notedFirst(rank(index, query, limit), query, index.parts, this.#notes, limit);
  }

  /** All articles that a query finds as it was typed, ids ascending. Nobody types here: its last word is whole. */
  matchingIds(query: string): Uint32Array {
    const { parts, filters } = this.#searched();
    return matchingIds(parts, this.#parsed(`${query} `), filters);
  }

  counts(queries: readonly string[]): readonly QueryCount[] {
    const { parts, filters, fold } = this.#searched();
    return queries.map((query) => countMatching(parts, this.#parsed(`${query} `), filters, fold));
  }

  /** A query as the articles and the notes on them are asked. Comes after `#searched`. */
  #parsed(query: string): ParsedQuery {
    return this.#notes.widen(parseQuery(query, Date.now()));
  }

  suggest(text: string, limit: number): readonly Suggestion[] {
    return this.#suggester.suggest(this.#searched(), text, limit);
  }

  /** Articles that share the most telling words of one, best first. */
  related(id: ArticleId, limit: number): readonly SearchHit[] {
    const index = this.#searched();
    const query = relatedQuery(index.parts, index.counts, id);
    if (query === null) return [];
    const ranking = rank(index, query, limit + 1);
    return this.#hits.read({ ...ranking, best: ranking.best.filter((ranked) => ranked.id !== id).slice(0, limit) }, 0);
  }

  #searched(): SearchedIndex {
    this.#refresh();
    const { parts, counts } = this.#index;
    return { parts, counts, filters: this.#filters, fold: (matching) => this.#stories.fold(parts, this.#index.revision, matching) };
  }

  /** Forgets what a commit to the library may have changed. */
  #refresh(): void {
    const version = this.#read.value<number>('PRAGMA data_version') ?? 0;
    if (version === this.#version) return;
    this.#version = version;
    this.#filters.clear();
    this.#hits.clear();
    this.#suggester.clear();
    this.#notes.clear();
    this.#stories.clear();
  }

  /**
   * Indexes the next page of what the library has and the index has not, or goes on with writing what was indexed; answers whether there
   * is more to do.
   */
  indexNextPage(): boolean {
    if (this.#saving !== null) return this.#saveOn(this.#saving);
    const newest = getLibraryRevision(this.#read);
    this.#index.refresh(newest);
    if (this.#index.revision >= newest) {
      if (!this.#index.isDue(false)) return false;
      this.#saving = this.#index.saving();
      return true;
    }
    const changes = listChangesSince(this.#read, this.#index.revision, PAGE);
    const last = changes.at(-1);
    if (changes.length < PAGE) this.#suggester.learn(changes);
    this.#index.apply(changes, last === undefined ? newest : last.revision);
    if (this.#index.isDue(true)) this.#saving = this.#index.saving();
    return true;
  }

  /** One step; what fails is not gone on with, but begun anew with the next page. */
  #saveOn(saving: Steps<boolean>): boolean {
    this.#saving = null;
    if (saving.next().done !== true) this.#saving = saving;
    return true;
  }

  /** Takes up the names of some of the newest articles; answers whether there are more. */
  learnNames(): boolean {
    return this.#suggester.learnNewest();
  }

  /** Forgets the index; what follows indexes the whole library. */
  startAnew(): void {
    this.#saving = null;
    this.#index.clear();
  }

  /** What is wrong with the index, as sentences. */
  check(): readonly string[] {
    const revision = getLibraryRevision(this.#read);
    if (this.#index.revision !== revision) return [`The search index covers revision ${this.#index.revision} of the library, which is at ${revision}.`];
    const ids = listSearchableIds(this.#read);
    const step = Math.max(1, Math.floor(ids.length / SAMPLE));
    const sample = listSearchTexts(this.#read, ids.filter((_id, at) => at % step === 0));
    return compareWithLibrary(this.#index.parts, { ids, sample });
  }

  indexBytes(): number {
    return this.#file.bytes();
  }

  /** Writes what is in memory only. */
  save(): void {
    this.#saving = null;
    this.#index.save();
  }

  close(): void {
    if (this.#index.unsaved >= WORTH_SAVING) this.save();
    this.#file.close();
    this.#closeStore();
  }
}
