import type { ArticleId } from '../../../contract/domain/article.ts';
import type { ReaderError } from '../../../contract/domain/result.ts';
import type { SearchHit } from '../../../contract/domain/search.ts';
import { api, events, readerErrorOf } from '../../api/client.ts';
import { createStore, useStore } from '../../app/store.ts';
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
/** What was taken off the screen since the search was typed. */
const hidden = new Set<ArticleId>();
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
    const { total, terms, isComplete, misunderstood = [], corrected = null } = answer;
    const hits = shownOf(answer.hits);
    store.set({ query, hits, total: total - (answer.hits.length - hits.length), terms, misunderstood, corrected, isComplete, isSearching: false, error: null });
  } catch (thrown) {
    if (mine !== asking) return;
    const error = readerErrorOf(thrown);
    // Another window asked for something newer while this waited.
    if (error.kind === 'cancelled') await run(query);
    else store.set({ query, hits: [], total: 0, isSearching: false, error });
  }
}

/** Hits without what was taken off the screen, which the library may not have done yet. */
function shownOf(hits: readonly SearchHit[]): readonly SearchHit[] {
  return hits.filter(({ id }) => !hidden.has(id));
}

async function readPage(page: number): Promise<void> {
  askedPages.add(page);
  const mine = asking;
  const { query } = store.get();
  try {
    const answer = await api.search.query({ query, limit: PAGE, offset: page * PAGE });
    if (mine !== asking) return;
    const hits = [...store.get().hits];
    const shown = shownOf(answer.hits);
    shown.forEach((hit, index) => {
      hits[page * PAGE + index] = hit;
    });
    store.set({ hits, total: answer.total - (answer.hits.length - shown.length) });
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
  hidden.clear();
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

/** Searches again when the library or the index has changed as a whole, or what was hidden is gone; what status an article has, its row shows by itself. */
export function startSearchWatch(): void {
  events.libraryChanged(({ articleIds }) => {
    const { query, hits } = store.get();
    if (query === '') return;
    if (articleIds?.some((id) => hidden.has(id)) === true) for (const page of askedPages) void readPage(page);
    else if (articleIds === null && hits.length <= PAGE) void run(query);
  });
}

/** The articles that were found, in their order, as far as they are here. */
export function hitIds(): Uint32Array {
  return Uint32Array.from(store.get().hits.flatMap((hit) => hit?.id ?? []));
}

/** Takes articles out of what was found; what it answers puts them back, as long as nothing else was searched since. */
export function hideHits(gone: readonly ArticleId[]): () => void {
  const before = store.get();
  const isGone = new Set(gone);
  const left = Array.from(before.hits).filter((hit) => hit === undefined || !isGone.has(hit.id));
  for (const id of gone) hidden.add(id);
  store.set({ hits: left, total: before.total - (before.hits.length - left.length) });
  return () => {
    for (const id of gone) hidden.delete(id);
    const { query, hits } = store.get();
    if (hits === left) store.set({ hits: before.hits, total: before.total });
    else if (query !== '') void run(query);
  };
}

/** Searches for the spelling that was meant; false where none is offered. */
export function searchCorrected(): boolean {
  const { corrected } = store.get();
  if (corrected !== null) typeQuery(corrected);
  return corrected !== null;
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
