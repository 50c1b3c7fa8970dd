import { DEFAULT_BACKGROUND_SETTINGS, type BackgroundSettings } from './background.ts';

/** What `check` found: whether the library is sound. */
export interface LibraryCheck {
  readonly ok: boolean;
  readonly problems: readonly string[];
}

/** Counts, and bytes on disk. */
export interface LibraryStats {
  readonly feeds: number;
  readonly articles: number;
  readonly unread: number;
  readonly starred: number;
  readonly assets: number;
  readonly databaseBytes: number;
  readonly assetBytes: number;
  readonly indexBytes: number;
}

/** Numbers beside All, Unread and Starred. */
export interface LibraryCounts {
  readonly all: number;
  readonly unread: number;
  readonly starred: number;
}

export type Language = 'vi' | 'en';
export type LanguageChoice = 'system' | Language;
export type ThemeChoice = 'system' | 'paper' | 'night' | 'sepia' | 'black';
export type ReadingFont = 'literata' | 'newsreader' | 'source-serif-4' | 'noto-serif' | 'be-vietnam-pro';
/** How much each row of the list shows: a line, a few lines with a small picture, a card with a large one. */
export type ListDensity = 'compact' | 'comfortable' | 'cards';
/** How long the lines of an article are. */
export type ReadingWidth = 'narrow' | 'medium' | 'wide';
export type AccentChoice = 'lacquer' | 'indigo' | 'moss' | 'plum';

/** What the user chose; stored in the library. */
export interface Settings extends BackgroundSettings {
  readonly language: LanguageChoice;
  readonly theme: ThemeChoice;
  readonly readingFont: ReadingFont;
  /** Pixels. */
  readonly readingSize: number;
  readonly readingWidth: ReadingWidth;
  readonly listDensity: ListDensity;
  readonly accent: AccentChoice;
  /** Pixels; null where the user never dragged the edge. */
  readonly sidebarWidth: number | null;
  readonly listWidth: number | null;
  /** Whether feeds are asked by themselves when they are due. */
  readonly syncInBackground: boolean;
  /** Megabytes a day after which images wait and nothing is asked by itself; null sets no limit. */
  readonly dailyLimitMb: number | null;
}

export const DEFAULT_SETTINGS: Settings = {
  ...DEFAULT_BACKGROUND_SETTINGS,
  language: 'system',
  theme: 'system',
  readingFont: 'literata',
  readingSize: 19,
  readingWidth: 'medium',
  listDensity: 'comfortable',
  accent: 'lacquer',
  sidebarWidth: null,
  listWidth: null,
  syncInBackground: true,
  dailyLimitMb: null,
};
