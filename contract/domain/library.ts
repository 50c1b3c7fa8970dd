import { DEFAULT_BACKGROUND_SETTINGS, type BackgroundSettings } from './background.ts';
import type { LanguageChoice } from '../words/index.ts';
import type { ListOrder, ListSort } from './organising.ts';

/** What `check` found: whether the library is sound. */
export interface LibraryCheck {
  readonly ok: boolean;
  readonly problems: readonly string[];
}

/** Counts, and bytes on disk. */
export interface LibraryStats {
  readonly feeds: number;
  /** Without those in the bin, as are the unread and the starred ones. */
  readonly articles: number;
  readonly unread: number;
  readonly starred: number;
  readonly bin: number;
  readonly assets: number;
  readonly databaseBytes: number;
  readonly assetBytes: number;
  readonly indexBytes: number;
}

/** How many articles each of the library's own views holds. */
export interface LibraryCounts {
  readonly all: number;
  readonly unread: number;
  readonly starred: number;
  /** To be read later. */
  readonly queue: number;
  readonly archived: number;
  readonly snoozed: number;
  readonly bin: number;
}

export type ThemeChoice = 'system' | 'paper' | 'night' | 'sepia' | 'black';
export type ReadingFont = 'literata' | 'newsreader' | 'source-serif-4' | 'noto-serif' | 'be-vietnam-pro';
/**
 * How much each row of the list shows: a line, a few lines with a small picture, a card with a large one, or a large title and
 * a long lede beside a middling picture.
 */
export type ListDensity = 'compact' | 'comfortable' | 'cards' | 'magazine';
/** How long the lines of an article are. */
export type ReadingWidth = 'narrow' | 'medium' | 'wide';
/** How far the lines of an article stand apart. */
export type ReadingLeading = 'close' | 'usual' | 'open';
/** One of Docbao's accents, or the user's own colour. */
export type AccentChoice = 'lacquer' | 'indigo' | 'moss' | 'plum' | 'own';

/** Which pictures are fetched: the best for reading, small ones where the page offers them, or none. */
export type ImageQuality = 'best' | 'small' | 'none';

/** What the user chose; stored in the library. */
export interface Settings extends BackgroundSettings {
  readonly language: LanguageChoice;
  readonly theme: ThemeChoice;
  readonly readingFont: ReadingFont;
  /** Pixels. */
  readonly readingSize: number;
  readonly readingWidth: ReadingWidth;
  readonly readingLeading: ReadingLeading;
  /** Whether lines end at one edge; otherwise they are ragged. */
  readonly isJustified: boolean;
  /** How fast articles are read aloud, 1 as the voice speaks by itself. */
  readonly speechRate: number;
  /** Who reads each language, by its code (`vi`): the voice's address as the system names it; the system's own choice where there is none. */
  readonly speechVoices: Readonly<Record<string, string>>;
  readonly listDensity: ListDensity;
  /** How lists are ordered whose view has no order of its own. */
  readonly listSort: ListSort;
  readonly listUnreadFirst: boolean;
  /** Views with an order of their own, by name as the window names them: `starred`, `feed:12`. */
  readonly listOrders: Readonly<Record<string, ListOrder>>;
  /** Whether a heading stands above the articles of each day. */
  readonly listByDay: boolean;
  /** Whether searches are remembered, to be offered again. */
  readonly rememberSearches: boolean;
  readonly accent: AccentChoice;
  /** The colour that `accent: 'own'` stands for, `#rrggbb`, as it was chosen; each theme shows it as light or dark as it can be read there. */
  readonly ownAccent: string;
  /** Pixels; null where the user never dragged the edge. */
  readonly sidebarWidth: number | null;
  readonly listWidth: number | null;
  /** Whether feeds are asked by themselves when they are due. */
  readonly syncInBackground: boolean;
  /** Megabytes a day after which images wait and nothing is asked by itself; null sets no limit. */
  readonly dailyLimitMb: number | null;
  readonly imageQuality: ImageQuality;
  /** Whether pictures are fetched over a network that is paid by the megabyte, too. */
  readonly imagesOnMetered: boolean;
  /** The keys of commands whose usual ones the user changed, by the command's id; as the window names keys: `j`, `mod+k`. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** Whether letters, figures and signs by themselves are keys (WCAG 2.1.4). */
  readonly characterKeys: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  ...DEFAULT_BACKGROUND_SETTINGS,
  language: 'system',
  theme: 'system',
  readingFont: 'literata',
  readingSize: 19,
  readingWidth: 'medium',
  readingLeading: 'usual',
  isJustified: false,
  speechRate: 1,
  speechVoices: {},
  listDensity: 'comfortable',
  listSort: 'newest',
  listUnreadFirst: false,
  listOrders: {},
  listByDay: true,
  rememberSearches: true,
  accent: 'lacquer',
  ownAccent: '#0b6e8a',
  sidebarWidth: null,
  listWidth: null,
  syncInBackground: true,
  dailyLimitMb: null,
  imageQuality: 'best',
  imagesOnMetered: false,
  keys: {},
  characterKeys: true,
};
