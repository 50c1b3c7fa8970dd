import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { app, nativeTheme, protocol } from 'electron';
import type { IpcMainInvokeEvent } from 'electron';
import { lazily } from '../../contract/domain/lazily.ts';
import type { Settings } from '../../contract/domain/library.ts';
import type { EventName, IpcEvents } from '../../contract/ipc/contract.ts';
import { registerIpc } from '../ipc/register.ts';
import type { FirstPaint } from './first-paint.ts';
import { colourScheme, interfaceLanguage, shownTheme } from './first-paint.ts';
import type { LibraryClient } from './library-client.ts';
import { startLibraryClient } from './library-client.ts';
import type { Log } from './log.ts';
import { isStartAddress } from './origins.ts';
import { appInfo } from './outside.ts';
import { serveProtocols } from './protocols.ts';
import type { Surroundings } from './surroundings.ts';
import { WindowKeeper } from './window-keeper.ts';
import type { WindowState } from './window-state.ts';
import { readWindowState, writeWindowState } from './window-state.ts';
import { paintWindow } from './window.ts';

/** How long a quit waits for the library to finish its transaction and close. */
const CLOSE_GRACE_MS = 8_000;
/** What is around the window is loaded by then, painted or not, in milliseconds. */
const PAINT_PATIENCE_MS = 3_000;

export interface DesktopOptions {
  readonly libraryFolder: string;
  /** What a start at login says of the library: nothing where it is the usual one. */
  readonly startArguments: readonly string[];
  /** Started by the system, at login. */
  readonly isHidden: boolean;
  readonly log: Log;
}

/** The application with its windows: wires the library's worker, the protocols, IPC and the windows together, and all else when a window is there. */
export class DesktopApp {
  readonly #options: DesktopOptions;
  readonly #library: LibraryClient;
  readonly #windows: WindowKeeper;
  readonly #stateFile: string;
  /** Menus, tray, dialogs and what else no window waits for: loaded when first asked for. */
  readonly #around = lazily(() => this.#loadSurroundings());
  #surroundings: Surroundings | null = null;
  #state: WindowState;
  #isQuitting = false;

  constructor(options: DesktopOptions) {
    this.#options = options;
    this.#stateFile = join(app.getPath('userData'), 'window.json');
    this.#state = readWindowState(this.#stateFile);
    nativeTheme.themeSource = colourScheme(this.#state.theme);
    this.#library = startLibraryClient({
      workerUrl: new URL('./library-worker.cjs', import.meta.url),
      libraryFolder: options.libraryFolder,
      resourcesFolder: fileURLToPath(new URL('../../resources', import.meta.url)),
      language: interfaceLanguage('system', app.getPreferredSystemLanguages()),
      log: options.log,
      onOpened: () => void this.#around().then(({ background }) => background.libraryOpened()),
      onEvent: (name, payload) => this.#forward(name, payload),
    });
    this.#windows = new WindowKeeper({
      preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
      log: options.log,
      readState: () => this.#state,
      keepState: (change) => this.#keepState(change),
      theme: () => this.#firstPaint().theme,
      onOpen: (window) => {
        window.webContents.on('context-menu', (_event, place) => void this.#around().then((around) => around.offerContextMenu(window, place)));
      },
    });
  }

  /** To be called once, after the `ready` event. */
  start(): void {
    const { libraryFolder, log, isHidden } = this.#options;
    serveProtocols(protocol, {
      rendererFolder: fileURLToPath(new URL('../renderer', import.meta.url)),
      assetsFolder: join(libraryFolder, 'assets'),
      library: this.#library,
      log,
      firstPaint: () => this.#firstPaint(),
    });
    registerIpc({
      isTrusted: (event) => this.#isTrusted(event),
      early: { 'app:getInfo': () => appInfo(libraryFolder) },
      mainHandlers: async () => (await this.#around()).handlers,
      callLibrary: (channel, request) => this.#library.forward(channel, request),
      logProblem: (what, channel, message) => log.write('error', what, { channel, message }),
    });
    nativeTheme.on('updated', () => this.#paint());
    app.on('activate', () => this.#windows.show());
    app.on('before-quit', (event) => this.#quit(event));
    app.on('window-all-closed', () => this.#windowsClosed());
    if (!isHidden) this.#windows.show();
    void this.#firstWindow().then(() => this.#followSettings());
  }

  /** A start, the first or another one, on the same library: shows the window, and answers what addresses ask for. */
  openLinks(addresses: readonly string[]): void {
    this.#windows.show();
    if (addresses.length > 0) void this.#around().then((around) => around.answerLinks(addresses));
  }

  async #loadSurroundings(): Promise<Surroundings> {
    const { Surroundings: Loaded } = await import('./surroundings.ts');
    const { libraryFolder, log, startArguments } = this.#options;
    this.#surroundings = new Loaded({ library: this.#library, libraryFolder, log, startArguments, windows: this.#windows, language: () => this.#firstPaint().language });
    return this.#surroundings;
  }

  /** Resolves when the first window is painted, or has not been for long; at once where there is none, and on a Mac, whose menu is always there. */
  #firstWindow(): Promise<void> {
    const { window } = this.#windows;
    if (window === null || process.platform === 'darwin') return Promise.resolve();
    return new Promise((resolve) => {
      window.once('ready-to-show', () => resolve());
      setTimeout(resolve, PAINT_PATIENCE_MS);
    });
  }

  async #followSettings(): Promise<void> {
    const { background } = await this.#around();
    const settings = await this.#library.call('settings:get', undefined);
    if (settings.ok) {
      this.#applyLook(settings.value);
      background.applySettings(settings.value);
    }
    // Started without a window, Docbao stays so only where there is a way to it.
    if (this.#options.isHidden && !background.isReachable) this.#windows.show();
  }

  #forward<E extends EventName>(name: E, payload: IpcEvents[E]): void {
    if (name === 'settings:changed') this.#applyLook(payload as Settings);
    void this.#around().then((around) => around.hear(name, payload));
    this.#windows.send(name, payload);
  }

  #windowsClosed(): void {
    if (process.platform !== 'darwin' && this.#surroundings?.background.staysWithoutWindow !== true) app.quit();
  }

  #applyLook({ theme, language }: Settings): void {
    const languageChanged = language !== this.#state.language;
    if (theme === this.#state.theme && !languageChanged) return;
    this.#keepState({ theme, language });
    nativeTheme.themeSource = colourScheme(theme);
    this.#paint();
    if (languageChanged) this.#surroundings?.buildMenu();
  }

  #keepState(change: Partial<WindowState>): void {
    this.#state = { ...this.#state, ...change };
    if (!writeWindowState(this.#stateFile, this.#state)) this.#options.log.write('warning', 'window state not kept');
  }

  #firstPaint(): FirstPaint {
    return {
      theme: shownTheme(this.#state.theme, nativeTheme.shouldUseDarkColors),
      language: interfaceLanguage(this.#state.language, app.getPreferredSystemLanguages()),
    };
  }

  #paint(): void {
    const { theme } = this.#firstPaint();
    for (const window of this.#windows.all) paintWindow(window, theme);
  }

  #isTrusted(event: IpcMainInvokeEvent): boolean {
    const frame = event.senderFrame;
    return frame !== null && frame.parent === null && this.#windows.owns(event.sender) && isStartAddress(frame.url);
  }

  #quit(event: { preventDefault(): void }): void {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    event.preventDefault();
    this.#surroundings?.background.stop();
    this.#windows.freeze();
    for (const window of this.#windows.all) window.hide();
    void this.#library.close(CLOSE_GRACE_MS).finally(() => {
      this.#options.log.write('info', 'ended');
      app.quit();
    });
  }
}
