import { createStore, useStore } from './store.ts';

/** A line that appears at the foot of the window and leaves by itself, unless it tells of a failure. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'quiet' | 'failed';
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

const QUIET_MS = 6000;
/** Long enough to read it, to think again and to reach it. */
const UNDO_MS = 10_000;
const FAILED_MS = 15_000;
const store = createStore<{ readonly notices: readonly Notice[] }>({ notices: [] });
let lastId = 0;

export function dismissNotice(id: number): void {
  store.set({ notices: store.get().notices.filter((notice) => notice.id !== id) });
}

/** Shows a line of text; the newest three stay on screen. Answers the line's id. */
export function notify(text: string, tone: Notice['tone'] = 'quiet', action: Notice['action'] = null): number {
  lastId += 1;
  const id = lastId;
  const others = store.get().notices.filter((notice) => notice.text !== text);
  store.set({ notices: [...others.slice(-2), { id, text, tone, action }] });
  setTimeout(() => dismissNotice(id), tone === 'failed' ? FAILED_MS : action === null ? QUIET_MS : UNDO_MS);
  return id;
}

export function useNotices(): readonly Notice[] {
  return useStore(store, (value) => value.notices);
}
