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

export function currentFrame(): FrameState {
  return store.get();
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
