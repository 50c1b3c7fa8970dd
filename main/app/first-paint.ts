import type { ThemeChoice } from '../../contract/domain/library.ts';
import type { Language, LanguageChoice } from '../../contract/words/languages.ts';
import { DEFAULT_LANGUAGE, LANGUAGES } from '../../contract/words/languages.ts';

/** What the window must know before it has asked for anything: what it looked like last. */
export interface FirstPaint {
  readonly theme: ShownTheme;
  readonly language: Language;
}

/** The page colour of each theme, for the window behind the page until it paints; `docs/design.md` holds the palette. */
const PAGE_COLOURS = { paper: '#FBF9F4', night: '#171614', sepia: '#F4ECD8', black: '#000000' } as const;
const INK_COLOURS = { paper: '#1E1B16', night: '#E9E4DA', sepia: '#3B3024', black: '#CFCABF' } as const;

export type ShownTheme = keyof typeof PAGE_COLOURS;

/** The theme that is shown: `system` is paper or night. */
export function shownTheme(choice: ThemeChoice, systemIsDark: boolean): ShownTheme {
  if (choice !== 'system') return choice;
  return systemIsDark ? 'night' : 'paper';
}

export function pageColour(theme: ShownTheme): string {
  return PAGE_COLOURS[theme];
}

export function inkColour(theme: ShownTheme): string {
  return INK_COLOURS[theme];
}

/** What Chromium is told, so that scroll bars, form controls and `prefers-color-scheme` agree with the theme. */
export function colourScheme(choice: ThemeChoice): 'system' | 'light' | 'dark' {
  if (choice === 'system') return 'system';
  return choice === 'night' || choice === 'black' ? 'dark' : 'light';
}

/** The interface language for a choice and the system's list of preferred languages (BCP 47, best first). */
export function interfaceLanguage(choice: LanguageChoice, systemLanguages: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of systemLanguages) {
    const primary = tag.toLowerCase().split(/[-_]/)[0];
    const spoken = LANGUAGES.find((language) => language === primary);
    if (spoken !== undefined) return spoken;
  }
  return DEFAULT_LANGUAGE;
}

/** Writes theme and language into the start page's `<html>`, so that its style sheet is right from the first frame. */
export function withFirstPaint(html: string, { theme, language }: FirstPaint): string {
  return html.replace(/<html\b[^>]*>/i, `<html lang="${language}" data-theme="${theme}">`);
}
