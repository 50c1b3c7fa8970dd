import type { BrowserWindow, WebContents } from 'electron';
import type { EventName, IpcEvents } from '../../contract/ipc/contract.ts';
import type { Log } from './log.ts';
import { UI_ORIGIN, isStartAddress } from './origins.ts';
import type { WindowProblem } from './problem-page.ts';
import { openWindow, stateOf } from './window.ts';
import type { WindowState } from './window-state.ts';

/** A window that dies more often than this within `CRASH_WINDOW_MS` gets a page of words instead of another try. */
const MOST_CRASHES = 3;
const CRASH_WINDOW_MS = 60_000;
/** Moving and resizing come in bursts; the state is written once they pause. */
const STATE_PAUSE_MS = 500;

export interface WindowKeeperOptions {
  readonly preload: string;
  readonly log: Log;
  readState(): WindowState;
  keepState(state: Pick<WindowState, 'bounds' | 'isMaximized'>): void;
  /** Called with each window before its page is loaded. */
  onOpen(window: BrowserWindow): void;
}

/** Opens the window, brings it back when its page dies, and passes events to it. */
export class WindowKeeper {
  readonly #options: WindowKeeperOptions;
  readonly #crashes: number[] = [];
  #window: BrowserWindow | null = null;

  constructor(options: WindowKeeperOptions) {
    this.#options = options;
  }

  get window(): BrowserWindow | null {
    return this.#window;
  }

  /** Shows the window, opening it where there is none. */
  show(): void {
    if (this.#window === null) return this.#open();
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  /** Sends an event to the window's page, if there is one to hear it. */
  send<E extends EventName>(name: E, payload: IpcEvents[E]): void {
    const contents = this.#window?.webContents;
    if (contents === undefined || contents.isDestroyed() || contents.isCrashed()) return;
    if (isStartAddress(contents.getURL())) contents.send(name, payload);
  }

  /** Whether these are the contents of our window. */
  owns(contents: WebContents): boolean {
    return this.#window?.webContents === contents;
  }

  #open(): void {
    const window = openWindow(this.#options.readState(), this.#options.preload);
    this.#window = window;
    this.#keepState(window);
    this.#options.onOpen(window);
    const { log } = this.#options;
    window.on('closed', () => {
      if (this.#window === window) this.#window = null;
    });
    window.on('unresponsive', () => log.write('warning', 'window does not answer'));
    window.webContents.on('render-process-gone', (_event, details) => {
      log.write('error', 'window process gone', { reason: details.reason, code: details.exitCode });
      if (details.reason !== 'clean-exit') this.#recover(window);
    });
    window.webContents.on('preload-error', (_event, _path, error) => log.write('error', 'preload failed', { message: error.message }));
    window.webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
      // -3 is a load given up for another one.
      if (code === -3) return;
      log.write('error', 'page not loaded', { code, description, isMainFrame });
      if (isMainFrame) this.#showProblem(window, 'not-loaded');
    });
  }

  #keepState(window: BrowserWindow): void {
    let timer: NodeJS.Timeout | undefined;
    const keep = (): void => {
      clearTimeout(timer);
      if (!window.isDestroyed()) this.#options.keepState(stateOf(window));
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

  #recover(window: BrowserWindow): void {
    this.#crashes.push(Date.now());
    if (window.isDestroyed()) return;
    const recent = this.#crashes.filter((at) => at > Date.now() - CRASH_WINDOW_MS).length;
    if (recent > MOST_CRASHES) return this.#showProblem(window, 'stopped');
    window.webContents.once('did-finish-load', () => {
      this.send('app:problem', { kind: 'internal', message: 'The window stopped and was opened again; nothing is lost' });
    });
    window.webContents.reload();
  }

  #showProblem(window: BrowserWindow, problem: WindowProblem): void {
    window.loadURL(`${UI_ORIGIN}/problem/${problem}`).catch((error: unknown) => {
      this.#options.log.write('error', 'problem page not shown', { message: String(error) });
    });
  }
}
