import type { ReadingFont, Settings } from '../../contract/domain/library.ts';
import { createStore, useStore } from './store.ts';

/** What the roots of the window and of the article's document carry. */
export interface Appearance {
  readonly theme: 'paper' | 'night' | 'sepia' | 'black';
  readonly readingFont: ReadingFont;
  /** Pixels. */
  readonly readingSize: number;
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const store = createStore<{ readonly appearance: Appearance }>({
  appearance: { theme: dark.matches ? 'night' : 'paper', readingFont: 'literata', readingSize: 19 },
});
let chosen: Settings | null = null;

/** Puts an appearance on a document: the window's own, or an article's. */
export function dress(target: Document, appearance: Appearance): void {
  const root = target.documentElement;
  root.dataset['theme'] = appearance.theme;
  root.dataset['font'] = appearance.readingFont;
  root.style.setProperty('--reading-size', `${appearance.readingSize}px`);
}

export function applyTheme(settings: Settings): void {
  chosen = settings;
  const theme = settings.theme === 'system' ? (dark.matches ? 'night' : 'paper') : settings.theme;
  const appearance = { theme, readingFont: settings.readingFont, readingSize: settings.readingSize };
  dress(document, appearance);
  store.set({ appearance });
}

dark.addEventListener('change', () => {
  if (chosen !== null) applyTheme(chosen);
});

export function useAppearance(): Appearance {
  return useStore(store, (value) => value.appearance);
}
