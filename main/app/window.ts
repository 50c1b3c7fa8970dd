import { BrowserWindow, screen } from 'electron';
import type { BrowserWindowConstructorOptions } from 'electron';
import type { ShownTheme } from './first-paint.ts';
import { inkColour, pageColour } from './first-paint.ts';
import { UI_START } from './origins.ts';
import type { Bounds, PlacedWindow } from './window-state.ts';
import { DEFAULT_SIZE, MIN_SIZE, boundsOnScreen } from './window-state.ts';

/** Height of the bar that the interface draws under the system's window controls, in pixels. */
const TITLE_BAR_HEIGHT = 44;

/** How far a further window stands from the one before it, in pixels. */
const CASCADE = 28;

/** Bounds for a further window: beside the one before, of the same size. */
export function besideBounds({ x, y, width, height }: Bounds): Bounds {
  return { x: x + CASCADE, y: y + CASCADE, width, height };
}

/** Opens a window, in the colours of its theme before anything is painted; shown once the page is ready. */
export function openWindow(place: PlacedWindow, theme: ShownTheme, preload: string): BrowserWindow {
  const bounds = boundsOnScreen(place.bounds, screen.getAllDisplays().map((display) => display.workArea));
  const window = new BrowserWindow({
    ...(bounds ?? DEFAULT_SIZE),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: 'Docbao',
    backgroundColor: pageColour(theme),
    autoHideMenuBar: true,
    ...frameOf(process.platform, theme),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
      autoplayPolicy: 'user-gesture-required',
    },
  });
  if (place.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  void window.loadURL(place.articleId === null ? UI_START : `${UI_START}?article=${place.articleId}`).catch(() => undefined);
  return window;
}

function frameOf(platform: NodeJS.Platform, theme: ShownTheme): BrowserWindowConstructorOptions {
  if (platform === 'darwin') return { titleBarStyle: 'hiddenInset', trafficLightPosition: { x: 16, y: 14 } };
  if (platform === 'win32') return { titleBarStyle: 'hidden', titleBarOverlay: overlayOf(theme) };
  return {};
}

function overlayOf(theme: ShownTheme): { color: string; symbolColor: string; height: number } {
  return { color: pageColour(theme), symbolColor: inkColour(theme), height: TITLE_BAR_HEIGHT };
}

/** Gives an open window the colours of its theme, where the system draws them. */
export function paintWindow(window: BrowserWindow, theme: ShownTheme): void {
  window.setBackgroundColor(pageColour(theme));
  if (process.platform === 'win32') window.setTitleBarOverlay(overlayOf(theme));
}

/** What to remember of a window; the bounds are those of its unmaximised form. */
export function placeOf(window: BrowserWindow, articleId: number | null): PlacedWindow {
  return { articleId, bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
}
