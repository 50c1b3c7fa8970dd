import type { ArticleSummary } from '../../contract/domain/article.ts';
import { findMatches } from '../../contract/domain/matches.ts';
import type { SearchHit, SearchRequest, SearchResponse } from '../../contract/domain/search.ts';
import { openIndexFile, type IndexFile } from '../store/index-file.ts';
import { getArticleSummaries, getLibraryRevision, listChangesSince, listSearchableIds, listSearchTexts, openReadableStore, type ReadableDb, type SearchText } from '../store/index.ts';
import { compareWithLibrary } from './check.ts';
import { LEDE } from './fields.ts';
import { FilterCache } from './filter-cache.ts';
import { LibraryIndex } from './library-index.ts';
import type { Ranked } from './best.ts';
import { parseQuery } from './query/parse.ts';
import { rank, type Ranking } from './rank.ts';
import { makeSnippet, type Snippet } from './snippet.ts';
import type { Place } from './stages.ts';

/** Articles that are indexed between two looks at what else there is to do. */
const PAGE = 500;
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

  constructor(libraryFolder: string) {
    const store = openReadableStore(libraryFolder);
    this.#read = store.read;
    this.#closeStore = store.close;
    this.#file = openIndexFile(libraryFolder);
    this.#index = new LibraryIndex(this.#file);
    this.#filters = new FilterCache(store.read);
    this.#index.refresh(getLibraryRevision(this.#read));
  }

  query(request: SearchRequest): SearchResponse {
    const started = performance.now();
    const query = parseQuery(request.query, Date.now());
    this.#filters.refresh();
    const { parts, counts } = this.#index;
    const ranking = rank({ parts, counts, filters: this.#filters }, query, request.offset + request.limit);
    const hits = this.#hitsOf(ranking, ranking.best.slice(request.offset), ranking.terms);
    const isComplete = this.#index.revision >= getLibraryRevision(this.#read);
    return { total: ranking.total, hits, terms: ranking.terms, corrected: ranking.corrected, misunderstood: query.misunderstood, isComplete, tookMs: Math.round((performance.now() - started) * 100) / 100 };
  }

  #hitsOf({ placeOf }: Ranking, ranked: readonly Ranked[], terms: readonly string[]): readonly SearchHit[] {
    const ids = ranked.map(({ id }) => id);
    const summaries = new Map(getArticleSummaries(this.#read, ids).map((summary) => [summary.id, summary]));
    const texts = new Map(listSearchTexts(this.#read, ids).map((text) => [text.id, text]));
    return ranked.flatMap(({ id, score }) => {
      const summary = summaries.get(id);
      const text = texts.get(id);
      return summary === undefined || text === undefined ? [] : [toHit(summary, score, snippetOf(text, terms, placeOf(id)), terms)];
    });
  }

  /** Indexes the next page of what the library has and the index has not; answers whether there is more. */
  indexNextPage(): boolean {
    const newest = getLibraryRevision(this.#read);
    this.#index.refresh(newest);
    if (this.#index.revision >= newest) {
      if (this.#index.isDue(false)) return !this.#index.save();
      return false;
    }
    const changes = listChangesSince(this.#read, this.#index.revision, PAGE);
    const last = changes.at(-1);
    this.#index.apply(changes, last === undefined ? newest : last.revision);
    if (this.#index.isDue(true)) this.#index.save();
    return true;
  }

  /** Forgets the index; what follows indexes the whole library. */
  startAnew(): void {
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
    this.#index.save();
  }

  close(): void {
    if (this.#index.unsaved >= WORTH_SAVING) this.save();
    this.#file.close();
    this.#closeStore();
  }
}

function snippetOf({ lede, text }: SearchText, terms: readonly string[], place: Place | null): Snippet {
  const shown = (place?.field === LEDE || text === '' ? lede : text) ?? text;
  return makeSnippet(shown, terms, place?.word ?? null);
}

function toHit(summary: ArticleSummary, score: number, snippet: Snippet, terms: readonly string[]): SearchHit {
  const { id, title, url, publishedAt, sourceName, isRead, isStarred, imageAsset } = summary;
  return { id, title, titleMatches: findMatches(title, terms), url, publishedAt, score, ...snippet, sourceName, isRead, isStarred, imageAsset };
}
