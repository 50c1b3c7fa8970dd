import { createStore, useStore } from './store.ts';

/** How the window is divided: by its width, and by what the user asked for. */
interface Layout {
  /** Panes that stand side by side. With two or one the sidebar slides over them; with one the list and the article take turns. */
  readonly panes: 1 | 2 | 3;
  readonly isSidebarOpen: boolean;
  /** Only the article. */
  readonly isFocused: boolean;
}

const two = window.matchMedia('(max-width: 999px)');
const one = window.matchMedia('(max-width: 699px)');

function panesNow(): Layout['panes'] {
  if (one.matches) return 1;
  return two.matches ? 2 : 3;
}

const store = createStore<Layout>({ panes: panesNow(), isSidebarOpen: false, isFocused: false });

for (const query of [one, two]) {
  query.addEventListener('change', () => store.set({ panes: panesNow(), isSidebarOpen: false }));
}

export function useLayout<S>(select: (layout: Layout) => S): S {
  return useStore(store, select);
}

export function currentLayout(): Layout {
  return store.get();
}

export function setSidebarOpen(isSidebarOpen: boolean): void {
  if (store.get().isSidebarOpen !== isSidebarOpen) store.set({ isSidebarOpen });
}

export function setFocused(isFocused: boolean): void {
  store.set({ isFocused });
}
