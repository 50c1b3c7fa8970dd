import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LanguageChoice } from '../../contract/words/languages.ts';
import { LANGUAGES } from '../../contract/words/languages.ts';

/** Device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where one window is, and what it shows. */
export interface PlacedWindow {
  readonly bounds: Bounds | null;
  readonly isMaximized: boolean;
  /** The article that the window was opened on; null where it shows the library. */
  readonly articleId: number | null;
}

/** Windows that come back at the next start besides the first. */
const MOST_OTHERS = 8;

/** What a start needs before the library is open: where the window was, and what it looked like. */
export interface WindowState {
  readonly bounds: Bounds | null;
  readonly isMaximized: boolean;
  /** The windows besides the first. */
  readonly others: readonly PlacedWindow[];
  readonly theme: 'system' | 'paper' | 'night' | 'sepia' | 'black';
  readonly language: LanguageChoice;
}

export const DEFAULT_SIZE = { width: 1280, height: 800 } as const;
export const MIN_SIZE = { width: 480, height: 400 } as const;

export const FIRST_STATE: WindowState = { bounds: null, isMaximized: false, others: [], theme: 'system', language: 'system' };

type Fields = Readonly<Record<string, unknown>>;

const THEMES: readonly unknown[] = ['system', 'paper', 'night', 'sepia', 'black'] satisfies readonly WindowState['theme'][];
const CHOICES: readonly unknown[] = ['system', ...LANGUAGES] satisfies readonly LanguageChoice[];
const FARTHEST = 100_000;

// Checked by hand: the first window waits for this, and not for all the schemas of the contract.

function fieldsOf(raw: unknown): Fields {
  if (typeof raw !== 'object' || raw === null) throw new Error('not an object');
  return raw as Fields;
}

function isPixel(value: unknown, least: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= FARTHEST;
}

function readBounds(raw: unknown): Bounds | null {
  if (raw === null) return null;
  const { x, y, width, height } = fieldsOf(raw);
  if (isPixel(x, -FARTHEST) && isPixel(y, -FARTHEST) && isPixel(width, 1) && isPixel(height, 1)) return { x, y, width, height };
  throw new Error('not a rectangle');
}

function readPlace(raw: unknown): Omit<PlacedWindow, 'articleId'> {
  const { bounds, isMaximized } = fieldsOf(raw);
  if (typeof isMaximized !== 'boolean') throw new Error('not a place');
  return { bounds: readBounds(bounds), isMaximized };
}

function readOther(raw: unknown): PlacedWindow {
  const { articleId } = fieldsOf(raw);
  if (articleId !== null && !(Number.isSafeInteger(articleId) && Number(articleId) > 0)) throw new Error('not an article');
  return { ...readPlace(raw), articleId: articleId === null ? null : Number(articleId) };
}

/** @throws Error where it is not a state */
function readState(raw: unknown): WindowState {
  const { others = [], theme, language } = fieldsOf(raw);
  if (!Array.isArray(others) || others.length > MOST_OTHERS || !THEMES.includes(theme) || !CHOICES.includes(language)) throw new Error('not a state');
  return { ...readPlace(raw), others: others.map(readOther), theme: theme as WindowState['theme'], language: language as LanguageChoice };
}

/** The state left by the last window; the first state where there is none or it can't be read. */
export function readWindowState(file: string): WindowState {
  try {
    return readState(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return FIRST_STATE;
  }
}

/** Replaces the file in one step. A state that can't be kept is no reason to stop. */
export function writeWindowState(file: string, state: WindowState): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, `${JSON.stringify(state)}\n`, 'utf8');
    renameSync(`${file}.new`, file);
    return true;
  } catch {
    return false;
  }
}

/** What to remember of all windows, the first of them apart; `null` where there are none: then what was remembered stays. */
export function placesToKeep(windows: readonly PlacedWindow[]): Pick<WindowState, 'bounds' | 'isMaximized' | 'others'> | null {
  const first = windows.find(({ articleId }) => articleId === null) ?? windows[0];
  if (first === undefined) return null;
  return { bounds: first.bounds, isMaximized: first.isMaximized, others: windows.filter((window) => window !== first).slice(0, MOST_OTHERS) };
}

/** The remembered bounds where enough of them still lies on a screen to be grasped; null otherwise. */
export function boundsOnScreen(bounds: Bounds | null, screens: readonly Bounds[]): Bounds | null {
  if (bounds === null) return null;
  const width = Math.max(bounds.width, MIN_SIZE.width);
  const height = Math.max(bounds.height, MIN_SIZE.height);
  const isReachable = screens.some((screen) => {
    const across = Math.min(bounds.x + width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
    const down = Math.min(bounds.y + height, screen.y + screen.height) - Math.max(bounds.y, screen.y);
    return across >= 100 && down >= 100 && bounds.y >= screen.y - 20;
  });
  return isReachable ? { x: bounds.x, y: bounds.y, width, height } : null;
}
