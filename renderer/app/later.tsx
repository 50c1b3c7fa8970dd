import type { ComponentType, ReactNode } from 'react';
import { useEffect } from 'react';
import { inBackground } from './report.ts';
import { createStore, useStore } from './store.ts';

const loaders: (() => Promise<void>)[] = [];

/**
 * A part of the window whose code the first list does without. It is loaded when the window is at rest (`loadLater`), so that it is there at
 * once when it is shown, or else the moment it is shown; until then it is nothing.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const loaded = createStore<{ readonly Part: ComponentType<P> | null }>({ Part: null });
  let loading: Promise<void> | null = null;
  const ensure = (): Promise<void> => {
    loading ??= load().then((Part) => loaded.set({ Part }), (thrown: unknown) => {
      loading = null;
      throw thrown;
    });
    return loading;
  };
  loaders.push(ensure);
  return function Later(props: P): ReactNode {
    const Part = useStore(loaded, (value) => value.Part);
    useEffect(() => {
      // What failed is tried again with whatever draws this anew.
      if (Part === null) inBackground(ensure());
    });
    return Part === null ? null : <Part {...props} />;
  };
}

/** Loads the parts that are not here yet, one after another. */
export async function loadLater(): Promise<void> {
  for (const load of loaders) await load();
}
