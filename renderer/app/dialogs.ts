import { createStore, useStore } from './store.ts';

export type DialogName = 'add' | 'clip' | 'highlights' | 'import' | 'saved-files' | 'settings' | 'shortcuts' | 'palette' | 'search-help' | 'rules' | 'version';

/** An open dialog; `text` is what it starts with (an address that was dropped on the window, the setting to show). */
export interface OpenDialog {
  readonly name: DialogName;
  readonly text: string;
}

const store = createStore<{ readonly open: OpenDialog | null }>({ open: null });

export function openDialog(name: DialogName, text = ''): void {
  store.set({ open: { name, text } });
}

export function closeDialog(): void {
  store.set({ open: null });
}

export function useOpenDialog(): OpenDialog | null {
  return useStore(store, (value) => value.open);
}
