import { useSyncExternalStore } from 'react';

/** A value outside React that components subscribe to. Values are replaced, never changed in place. */
export interface Store<T extends object> {
  get(): T;
  /** Replaces the named fields and tells the subscribers. */
  set(patch: Partial<T>): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (patch) => {
      value = { ...value, ...patch };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Re-renders when what `select` picks is another value; `select` must return a stored value, not build a new one. */
export function useStore<T extends object, S>(store: Store<T>, select: (value: T) => S): S {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
