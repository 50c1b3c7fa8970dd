import type { AccentChoice, ReadingFont, ReadingLeading, ReadingWidth, Settings } from '../../contract/domain/library.ts';
import { DEFAULT_SETTINGS } from '../../contract/domain/library.ts';
import { accentOn, type Accent } from './accent.ts';
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
  /** The user's own colour as this theme shows it; null where one of Docbao's accents is chosen. */
  readonly ownAccent: Accent | null;
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function appearanceOf(settings: Settings): Appearance {
  const { readingFont, readingSize, readingWidth, readingLeading, isJustified, accent } = settings;
  const theme = settings.theme === 'system' ? (dark.matches ? 'night' : 'paper') : settings.theme;
  return { theme, readingFont, readingSize, readingWidth, readingLeading, isJustified, accent, ownAccent: null };
}

/** What the accent is seen on: the window's grounds in the theme that its root carries. */
function grounds(): readonly string[] {
  const style = getComputedStyle(document.documentElement);
  return ['--page', '--raised', '--hover'].map((name) => style.getPropertyValue(name).trim());
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
  root.dataset['platform'] = document.documentElement.dataset['platform'] ?? '';
  root.style.setProperty('--reading-size', `${appearance.readingSize}px`);
  const own = appearance.ownAccent;
  for (const [name, value] of [['--accent', own?.accent], ['--on-accent', own?.onAccent]] as const) {
    if (value === undefined) root.style.removeProperty(name);
    else root.style.setProperty(name, value);
  }
}

export function applyTheme(settings: Settings): void {
  chosen = settings;
  let appearance = appearanceOf(settings);
  dress(document, appearance);
  if (settings.accent === 'own') {
    appearance = { ...appearance, ownAccent: accentOn(grounds(), settings.ownAccent) };
    dress(document, appearance);
  }
  store.set({ appearance });
}

dark.addEventListener('change', () => {
  if (chosen !== null) applyTheme(chosen);
});

export function currentAppearance(): Appearance {
  return store.get().appearance;
}

export function useAppearance(): Appearance {
  return useStore(store, (value) => value.appearance);
}
