import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { LanguageChoice } from '../../contract/words/index.ts';
import { LANGUAGES } from '../../contract/words/index.ts';

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

const pixel = z.int().min(-100_000).max(100_000);
const rectangle = z.object({ x: pixel, y: pixel, width: pixel.min(1), height: pixel.min(1) }).nullable();
const schema = z.object({
  bounds: rectangle,
  isMaximized: z.boolean(),
  others: z.array(z.object({ bounds: rectangle, isMaximized: z.boolean(), articleId: z.int().positive().nullable() })).max(MOST_OTHERS).default([]),
  theme: z.enum(['system', 'paper', 'night', 'sepia', 'black']),
  language: z.enum(['system', ...LANGUAGES]),
});

/** The state left by the last window; the first state where there is none or it can't be read. */
export function readWindowState(file: string): WindowState {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
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
