import { createStore, useStore } from '../../app/store.ts';
import { currentReader, setMarking } from './reader-store.ts';

const store = createStore<{ readonly text: string; readonly requests: number }>({ text: '', requests: 0 });

/** The words typed into the find bar, as terms of a search: the last one may go on. */
function termsOf(text: string): readonly string[] {
  const trimmed = text.trim();
  return trimmed === '' ? [] : [`${trimmed}*`];
}

/** Opens the find bar, or puts the caret into it. */
export function openFind(): void {
  const { text, requests } = store.get();
  store.set({ requests: requests + 1 });
  setMarking({ kind: 'find', terms: termsOf(text) });
}

export function typeFind(text: string): void {
  store.set({ text });
  if (currentReader().marking?.kind === 'find') setMarking({ kind: 'find', terms: termsOf(text) });
}

export function closeFind(): void {
  setMarking(null);
}

export function useFindText(): string {
  return useStore(store, (value) => value.text);
}

/** Grows by one each time the find bar is asked for. */
export function useFindRequests(): number {
  return useStore(store, (value) => value.requests);
}
