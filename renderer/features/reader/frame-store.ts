import type { ArticleId } from '../../../contract/domain/article.ts';
import { createStore, useStore } from '../../app/store.ts';

interface FrameState {
  readonly id: ArticleId | null;
  /** The document of the article on screen; null while there is none. */
  readonly doc: Document | null;
}

const store = createStore<FrameState>({ id: null, doc: null });

export function setFrameDocument(id: ArticleId | null, doc: Document | null): void {
  store.set({ id, doc });
}

export function useFrameDocument(): Document | null {
  return useStore(store, (value) => value.doc);
}

/** Whether it is this article's document that is on screen. */
export function useIsOnScreen(id: ArticleId): boolean {
  return useStore(store, (value) => value.id === id);
}

export function currentFrame(): FrameState {
  return store.get();
}

/** Calls `listener` whenever another document comes on screen, or none. */
export function watchFrame(listener: () => void): void {
  store.subscribe(listener);
}

/** How long the events of a jump may come after it, in milliseconds. */
const JUMP_MS = 200;
let jumpedAt = 0;

/** Says that the text is moved by the window, not by the reader. */
export function noteJump(): void {
  jumpedAt = performance.now();
}

export function hasJustJumped(): boolean {
  return performance.now() - jumpedAt < JUMP_MS;
}

/** Pixels of the page before that stay in sight when a page is turned. */
const OVERLAP = 64;

/** Turns one page down; false at the end of the article. */
export function pageDown(): boolean {
  const view = store.get().doc?.defaultView;
  if (view == null) return false;
  const before = view.scrollY;
  view.scrollBy({ top: view.innerHeight - OVERLAP });
  return view.scrollY > before + 1;
}
