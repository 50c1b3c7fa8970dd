import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { BrowserWindowConstructorOptions } from 'electron';
import { inkColour, pageColour, shownTheme } from './first-paint.ts';
import { UI_START } from './origins.ts';
import type { WindowState } from './window-state.ts';
import { DEFAULT_SIZE, MIN_SIZE, boundsOnScreen } from './window-state.ts';

/** Height of the bar that the interface draws under the system's window controls, in pixels. */
const TITLE_BAR_HEIGHT = 44;

/** Opens the one window, in the colours of its theme before anything is painted; shown once the page is ready. */
export function openWindow(state: WindowState, preload: string): BrowserWindow {
  const theme = shownTheme(state.theme, nativeTheme.shouldUseDarkColors);
  const bounds = boundsOnScreen(state.bounds, screen.getAllDisplays().map((display) => display.workArea));
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
  if (state.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  void window.loadURL(UI_START).catch(() => undefined);
  return window;
}

function frameOf(platform: NodeJS.Platform, theme: ReturnType<typeof shownTheme>): BrowserWindowConstructorOptions {
  if (platform === 'darwin') return { titleBarStyle: 'hiddenInset', trafficLightPosition: { x: 16, y: 14 } };
  if (platform === 'win32') return { titleBarStyle: 'hidden', titleBarOverlay: overlayOf(theme) };
  return {};
}

function overlayOf(theme: ReturnType<typeof shownTheme>): { color: string; symbolColor: string; height: number } {
  return { color: pageColour(theme), symbolColor: inkColour(theme), height: TITLE_BAR_HEIGHT };
}

/** Gives an open window the colours of its theme, where the system draws them. */
export function paintWindow(window: BrowserWindow, theme: ReturnType<typeof shownTheme>): void {
  window.setBackgroundColor(pageColour(theme));
  if (process.platform === 'win32') window.setTitleBarOverlay(overlayOf(theme));
}

/** What to remember of a window; the bounds are those of its unmaximised form. */
export function stateOf(window: BrowserWindow): Pick<WindowState, 'bounds' | 'isMaximized'> {
  return { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
}
