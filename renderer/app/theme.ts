import type { AccentChoice, ReadingFont, ReadingLeading, ReadingWidth, Settings } from '../../contract/domain/library.ts';
import { DEFAULT_SETTINGS } from '../../contract/domain/library.ts';
import { createStore, useStore } from './store.ts';

/** What the roots of the window and of the article's document carry. */
export interface Appearance {
  readonly theme: 'paper' | 'night' | 'sepia' | 'black';
  readonly readingFont: ReadingFont;
  /** Pixels. */
  readonly readingSize: number;
  readonly readingWidth: ReadingWidth;
  readonly readingLeading: ReadingLeading;
  readonly isJustified: boolean;
  readonly accent: AccentChoice;
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function appearanceOf(settings: Settings): Appearance {
  const { readingFont, readingSize, readingWidth, readingLeading, isJustified, accent } = settings;
  const theme = settings.theme === 'system' ? (dark.matches ? 'night' : 'paper') : settings.theme;
  return { theme, readingFont, readingSize, readingWidth, readingLeading, isJustified, accent };
}

const store = createStore<{ readonly appearance: Appearance }>({ appearance: appearanceOf(DEFAULT_SETTINGS) });
let chosen: Settings | null = null;

/** Puts an appearance on a document: the window's own, or an article's. */
export function dress(target: Document, appearance: Appearance): void {
  const root = target.documentElement;
  root.dataset['theme'] = appearance.theme;
  root.dataset['font'] = appearance.readingFont;
  root.dataset['width'] = appearance.readingWidth;
  root.dataset['leading'] = appearance.readingLeading;
  root.dataset['justified'] = String(appearance.isJustified);
  root.dataset['accent'] = appearance.accent;
  root.style.setProperty('--reading-size', `${appearance.readingSize}px`);
}

export function applyTheme(settings: Settings): void {
  chosen = settings;
  const appearance = appearanceOf(settings);
  dress(document, appearance);
  store.set({ appearance });
}

dark.addEventListener('change', () => {
  if (chosen !== null) applyTheme(chosen);
});

export function useAppearance(): Appearance {
  return useStore(store, (value) => value.appearance);
}
