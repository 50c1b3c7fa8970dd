import type { ArticleId } from '../../../contract/domain/article.ts';
import type { ReaderError } from '../../../contract/domain/result.ts';
import type { SearchHit } from '../../../contract/domain/search.ts';
import { api, events, readerErrorOf } from '../../api/client.ts';
import { inBackground } from '../../app/report.ts';
import { createStore, useStore } from '../../app/store.ts';
import { withStatus } from './hit-status.ts';
import { countFacets, suggestFor } from './suggest-store.ts';

interface SearchState {
  /** What stands in the box. */
  readonly text: string;
  /** What the hits answer; '' while no search is shown and the list has its place. */
  readonly query: string;
  readonly hits: readonly (SearchHit | undefined)[];
  readonly total: number;
  readonly terms: readonly string[];
  /** Pieces of the query that look like filters and mean nothing. */
  readonly misunderstood: readonly string[];
  /** The words that were searched as well, where those typed fit nothing; null otherwise. */
  readonly corrected: string | null;
  readonly isComplete: boolean;
  readonly isSearching: boolean;
  readonly error: ReaderError | null;
}

const PAGE = 50;
/** Suggestions and counts come after the results, and only where the typing pauses for longer. */
const SIDE_PAUSE_MS = 220;
/** How many rows the library answers at a time. */
const MOST_ROWS = 200;
const NOTHING: SearchState = {
  text: '',
  query: '',
  hits: [],
  total: 0,
  terms: [],
  misunderstood: [],
  corrected: null,
  isComplete: true,
  isSearching: false,
  error: null,
};
const store = createStore<SearchState>(NOTHING);
const askedPages = new Set<number>();
let asking = 0;
let sidePause: ReturnType<typeof setTimeout> | undefined;

async function run(query: string): Promise<void> {
  asking += 1;
  const mine = asking;
  store.set({ isSearching: true });
  try {
    const answer = await api.search.query({ query, limit: PAGE, offset: 0 });
    if (mine !== asking) return;
    askedPages.clear();
    askedPages.add(0);
    const { hits, total, terms, isComplete, misunderstood = [], corrected = null } = answer;
    store.set({ query, hits, total, terms, misunderstood, corrected, isComplete, isSearching: false, error: null });
  } catch (thrown) {
    if (mine !== asking) return;
    const error = readerErrorOf(thrown);
    // Another window asked for something newer while this waited.
    if (error.kind === 'cancelled') await run(query);
    else store.set({ query, hits: [], total: 0, isSearching: false, error });
  }
}

async function readPage(page: number): Promise<void> {
  askedPages.add(page);
  const mine = asking;
  const { query } = store.get();
  try {
    const answer = await api.search.query({ query, limit: PAGE, offset: page * PAGE });
    if (mine !== asking) return;
    const hits = [...store.get().hits];
    answer.hits.forEach((hit, index) => {
      hits[page * PAGE + index] = hit;
    });
    store.set({ hits, total: answer.total });
  } catch {
    askedPages.delete(page);
  }
}

/** Reads the hits between two rows that are not here yet. */
export function ensureHits(first: number, last: number): void {
  for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
    if (!askedPages.has(page)) void readPage(page);
  }
}

function stopWaiting(): void {
  clearTimeout(sidePause);
}

function askAside(text: string): void {
  suggestFor(text);
  countFacets(text.trimStart());
}

/** Takes what was typed, and searches for it: of the keys that wait for an answer, the library answers the newest only. */
export function typeQuery(text: string): void {
  stopWaiting();
  if (text.trim() === '') {
    clearSearch();
    store.set({ text });
    return;
  }
  store.set({ text });
  void run(text.trimStart());
  sidePause = setTimeout(() => askAside(text), SIDE_PAUSE_MS);
}

/** Empties the box and gives the list its place back. */
export function clearSearch(): void {
  stopWaiting();
  askAside('');
  asking += 1;
  askedPages.clear();
  store.set(NOTHING);
}

/** Shows the status that changed articles have now, where they are among the hits. */
async function followStatus(changed: readonly ArticleId[]): Promise<void> {
  const shown = new Set(store.get().hits.flatMap((hit) => hit?.id ?? []));
  const ids = changed.filter((id) => shown.has(id)).slice(0, MOST_ROWS);
  if (ids.length === 0) return;
  const found = await api.articles.getSummaries({ ids });
  store.set({ hits: withStatus(store.get().hits, found) });
}

/** Keeps what is shown right when the library or the index has changed: status in place, anything else by searching again. */
export function startSearchWatch(): void {
  events.libraryChanged(({ articleIds }) => {
    const { query, hits } = store.get();
    if (query === '') return;
    if (articleIds !== null) inBackground(followStatus(articleIds));
    else if (hits.length <= PAGE) void run(query);
  });
}

export function retrySearch(): void {
  void run(store.get().text.trimStart());
}

export function currentSearch(): SearchState {
  return store.get();
}

export function useSearch<S>(select: (state: SearchState) => S): S {
  return useStore(store, select);
}
