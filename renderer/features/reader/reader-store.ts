import type { ArticleId } from '../../../contract/domain/article.ts';
import { inBackground } from '../../app/report.ts';
import { createStore, useStore } from '../../app/store.ts';
import { mark } from '../articles/article-actions.ts';
import { neighbour, select } from '../articles/list-store.ts';
import { summaryOf } from '../articles/summary-cache.ts';
import { clearSearch, currentSearch } from '../search/search-store.ts';
import { currentFrame, watchFrame } from './frame-store.ts';
import { PASSING_MS, isPassedOver } from './passing.ts';

/** What is marked in the open article: the words of the search that led to it, or those typed into the find bar. */
export interface Marking {
  readonly kind: 'search' | 'find';
  readonly terms: readonly string[];
}

interface ReaderState {
  readonly openId: ArticleId | null;
  /** What the pane loads and shows: the open article, but for a moment in which articles are only passed over. */
  readonly stagedId: ArticleId | null;
  readonly marking: Marking | null;
  /** How many places are marked, and which is the current one, from 0. */
  readonly matchCount: number;
  readonly matchIndex: number;
  /** The page that the article was taken from is on screen instead of the article. */
  readonly isPage: boolean;
}

/** How long an article must stay open to count as read; one that is not on screen by then counts once it is. */
const READ_AFTER_MS = 700;
const store = createStore<ReaderState>({ openId: null, stagedId: null, marking: null, matchCount: 0, matchIndex: 0, isPage: false });
/** Where reading goes: on, or back. */
let direction: 1 | -1 = 1;
let readTimer: ReturnType<typeof setTimeout> | undefined;
/** The article that has been open for long enough, until it is on screen: one that can't be shown never is. */
let due: ArticleId | null = null;
let passing: ReturnType<typeof setTimeout> | undefined;
let openedAt = 0;

function markReadSoon(id: ArticleId): void {
  clearTimeout(readTimer);
  due = null;
  readTimer = setTimeout(() => {
    due = id;
    markRead();
  }, READ_AFTER_MS);
}

/** Marks the article read that is due, if it is open and on screen. */
function markRead(): void {
  const frame = currentFrame();
  if (due === null || due !== store.get().openId || due !== frame.id || frame.doc === null) return;
  const id = due;
  due = null;
  if (summaryOf(id)?.isRead !== true) inBackground(mark([id], { isRead: true }));
}

watchFrame(markRead);

/** Brings the open article onto the stage. */
function stage(): void {
  store.set({ stagedId: store.get().openId, isPage: false });
}

function open(id: ArticleId, marking: Marking | null): void {
  const now = performance.now();
  const isPassing = isPassedOver(store.get().openId, currentFrame().id, now - openedAt);
  openedAt = now;
  clearTimeout(passing);
  select(id);
  store.set({ openId: id, marking, matchCount: 0, matchIndex: 0 });
  if (isPassing) passing = setTimeout(stage, PASSING_MS);
  else stage();
  markReadSoon(id);
}

export function openArticle(id: ArticleId): void {
  if (store.get().openId !== id) open(id, null);
}

/** Opens what was found, or another telling of it, at its best match, with the words of the search marked. */
export function openHit({ id }: { readonly id: ArticleId }): void {
  open(id, { kind: 'search', terms: currentSearch().terms });
}

/** Leaves the article; the list keeps its place and its selection. */
export function closeArticle(): void {
  clearTimeout(passing);
  store.set({ openId: null, stagedId: null, marking: null });
}

/** The article or the hit beside the open one: of the search's hits while they are shown, of the list otherwise. */
function beside(step: 1 | -1): ArticleId | { readonly id: ArticleId } | null {
  const { hits, query } = currentSearch();
  if (query === '') return neighbour(step);
  const at = hits.findIndex((hit) => hit?.id === store.get().openId);
  return (at === -1 ? hits[0] : hits[at + step]) ?? null;
}

/** Opens the article after (or before) the open one. False where there is none. */
export function openNeighbour(step: 1 | -1): boolean {
  direction = step;
  const next = beside(step);
  if (typeof next === 'number') openArticle(next);
  else if (next !== null) openHit(next);
  return next !== null;
}

/** The article that is opened next if reading goes on as it does. */
export function likelyNext(): ArticleId | null {
  const next = beside(direction);
  return next === null || typeof next === 'number' ? next : next.id;
}

/** Shows the stored page instead of the article, or the article again. */
export function togglePage(): void {
  store.set({ isPage: !store.get().isPage, marking: null });
}

export function setMarking(marking: Marking | null): void {
  store.set({ marking, matchCount: 0, matchIndex: 0 });
}

/** Leaves the search: the list has its place back, and the marks that it made in the open article go with it. */
export function leaveSearch(): void {
  clearSearch();
  if (store.get().marking?.kind === 'search') setMarking(null);
}

/** Tells how many places are marked, and which of them is the current one. */
export function setMatches(matchCount: number, matchIndex: number): void {
  store.set({ matchCount, matchIndex });
}

/** Goes to the next or the previous marked place, round and round. */
export function stepMatch(step: 1 | -1): void {
  const { matchCount, matchIndex } = store.get();
  if (matchCount > 0) store.set({ matchIndex: (matchIndex + step + matchCount) % matchCount });
}

export function currentReader(): ReaderState {
  return store.get();
}

export function useReader<S>(pick: (state: ReaderState) => S): S {
  return useStore(store, pick);
}
