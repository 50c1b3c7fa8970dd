import { keyLabel } from './key-label.ts';
import type { KeyMap } from './key-map.ts';
import { createStore, useStore } from './store.ts';

/** The keys that work now, by the command's id. */
const store = createStore<{ readonly keys: KeyMap }>({ keys: new Map() });

export function setWorkingKeys(keys: KeyMap): void {
  store.set({ keys });
}

export function useWorkingKeys(): KeyMap {
  return useStore(store, (value) => value.keys);
}

/** The key of a command as it is written on keyboards, for tooltips and hints; undefined where it has none. */
export function useKeyHint(command: string): string | undefined {
  const key = useStore(store, (value) => value.keys.get(command)?.[0]);
  return key === undefined ? undefined : keyLabel(key);
}
