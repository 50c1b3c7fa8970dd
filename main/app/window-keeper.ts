import type { BrowserWindow, WebContents } from 'electron';
import type { EventName, IpcEvents } from '../../contract/ipc/contract.ts';
import type { ShownTheme } from './first-paint.ts';
import type { Log } from './log.ts';
import { UI_ORIGIN, isStartAddress } from './origins.ts';
import type { WindowProblem } from './problem-page.ts';
import { besideBounds, openWindow, placeOf } from './window.ts';
import type { PlacedWindow, WindowState } from './window-state.ts';
import { placesToKeep } from './window-state.ts';

/** A window that dies more often than this within `CRASH_WINDOW_MS` gets a page of words instead of another try. */
const MOST_CRASHES = 3;
const CRASH_WINDOW_MS = 60_000;
/** Moving and resizing come in bursts; the state is written once they pause. */
const STATE_PAUSE_MS = 500;

export interface WindowKeeperOptions {
  readonly preload: string;
  readonly log: Log;
  readState(): WindowState;
  keepState(state: Pick<WindowState, 'bounds' | 'isMaximized' | 'others'>): void;
  theme(): ShownTheme;
  /** Called with each window before its page is loaded. */
  onOpen(window: BrowserWindow): void;
}

interface Kept {
  readonly window: BrowserWindow;
  readonly articleId: number | null;
  readonly crashes: number[];
}

/** Opens the windows, brings one back when its page dies, remembers where they are, and passes events to them. */
export class WindowKeeper {
  readonly #options: WindowKeeperOptions;
  /** In the order in which they were opened. */
  #kept: readonly Kept[] = [];
  #used: BrowserWindow | null = null;
  #isFrozen = false;

  constructor(options: WindowKeeperOptions) {
    this.#options = options;
  }

  /** The window that was used last, or null where there is none. */
  get window(): BrowserWindow | null {
    return this.#used;
  }

  get all(): readonly BrowserWindow[] {
    return this.#kept.map(({ window }) => window);
  }

  /** Shows the window that was used last; where there is none, opens those that were there at the end of the last run. */
  show(): void {
    const { window } = this;
    if (window === null) return this.#openAsBefore();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  /** Opens a further window, on an article alone or on the library. */
  openAnother(articleId: number | null): void {
    const before = this.#used?.getNormalBounds() ?? this.#options.readState().bounds;
    this.#open({ bounds: before === null ? null : besideBounds(before), isMaximized: false, articleId });
  }

  /** Sends an event to every window's page that can hear it. */
  send<E extends EventName>(name: E, payload: IpcEvents[E]): void {
    for (const window of this.all) sendTo(window, name, payload);
  }

  /** Sends an event to the window that was used last, alone. */
  sendToUsed<E extends EventName>(name: E, payload: IpcEvents[E]): void {
    if (this.#used !== null) sendTo(this.#used, name, payload);
  }

  /** Whether these are the contents of one of our windows. */
  owns(contents: WebContents): boolean {
    return this.all.some((window) => window.webContents === contents);
  }

  /** Remembers the windows as they are now, all of them: they are about to be closed together. */
  freeze(): void {
    this.#keepPlaces();
    this.#isFrozen = true;
  }

  #openAsBefore(): void {
    const { bounds, isMaximized, others } = this.#options.readState();
    for (const place of others) this.#open(place);
    this.#open({ bounds, isMaximized, articleId: null });
  }

  #open(place: PlacedWindow): void {
    const window = openWindow(place, this.#options.theme(), this.#options.preload);
    const kept: Kept = { window, articleId: place.articleId, crashes: [] };
    this.#kept = [...this.#kept, kept];
    this.#used = window;
    this.#followPlace(window);
    this.#options.onOpen(window);
    window.on('focus', () => {
      this.#used = window;
    });
    window.on('closed', () => this.#closed(kept));
    this.#watchPage(kept);
  }

  #closed(kept: Kept): void {
    this.#kept = this.#kept.filter((other) => other !== kept);
    if (this.#used === kept.window) this.#used = this.#kept.at(-1)?.window ?? null;
    // The last one's place was kept as it closed.
    if (this.#kept.length > 0) this.#keepPlaces();
  }

  #watchPage(kept: Kept): void {
    const { log } = this.#options;
    const { window } = kept;
    window.on('unresponsive', () => log.write('warning', 'window does not answer'));
    window.webContents.on('render-process-gone', (_event, details) => {
      log.write('error', 'window process gone', { reason: details.reason, code: details.exitCode });
      if (details.reason !== 'clean-exit') this.#recover(kept);
    });
    window.webContents.on('preload-error', (_event, _path, error) => log.write('error', 'preload failed', { message: error.message }));
    window.webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
      // -3 is a load given up for another one.
      if (code === -3) return;
      log.write('error', 'page not loaded', { code, description, isMainFrame });
      if (isMainFrame) this.#showProblem(window, 'not-loaded');
    });
  }

  #keepPlaces(): void {
    if (this.#isFrozen) return;
    const places = this.#kept.filter(({ window }) => !window.isDestroyed()).map(({ window, articleId }) => placeOf(window, articleId));
    const state = placesToKeep(places);
    if (state !== null) this.#options.keepState(state);
  }

  #followPlace(window: BrowserWindow): void {
    let timer: NodeJS.Timeout | undefined;
    const keep = (): void => {
      clearTimeout(timer);
      this.#keepPlaces();
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(keep, STATE_PAUSE_MS);
    };
    window.on('resize', soon);
    window.on('move', soon);
    window.on('maximize', soon);
    window.on('unmaximize', soon);
    window.on('close', keep);
  }

  #recover({ window, crashes }: Kept): void {
    crashes.push(Date.now());
    if (window.isDestroyed()) return;
    const recent = crashes.filter((at) => at > Date.now() - CRASH_WINDOW_MS).length;
    if (recent > MOST_CRASHES) return this.#showProblem(window, 'stopped');
    window.webContents.once('did-finish-load', () => {
      sendTo(window, 'app:problem', { kind: 'internal', message: 'The window stopped and was opened again; nothing is lost' });
    });
    window.webContents.reload();
  }

  #showProblem(window: BrowserWindow, problem: WindowProblem): void {
    window.loadURL(`${UI_ORIGIN}/problem/${problem}`).catch((error: unknown) => {
      this.#options.log.write('error', 'problem page not shown', { message: String(error) });
    });
  }
}

function sendTo<E extends EventName>(window: BrowserWindow, name: E, payload: IpcEvents[E]): void {
  const contents = window.webContents;
  if (window.isDestroyed() || contents.isDestroyed() || contents.isCrashed()) return;
  if (isStartAddress(contents.getURL())) contents.send(name, payload);
}
