import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { Menu, app, clipboard, dialog, nativeTheme, protocol } from 'electron';
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import type { Settings } from '../../contract/domain/library.ts';
import type { EventName, IpcEvents, MenuEntry, WindowAct } from '../../contract/ipc/contract.ts';
import { toReaderError } from '../../contract/domain/result.ts';
import type { MainHandlers } from '../ipc/answer-call.ts';
import { registerIpc } from '../ipc/register.ts';
import { Background } from './background.ts';
import { readClipboard } from './clipboard.ts';
import { contextMenuTemplate } from './context-menu.ts';
import type { DeepLink } from './deep-links.ts';
import { parseDeepLink } from './deep-links.ts';
import { openKeptFile } from './kept-file.ts';
import type { FirstPaint } from './first-paint.ts';
import { colourScheme, interfaceLanguage, shownTheme } from './first-paint.ts';
import type { LibraryClient } from './library-client.ts';
import { startLibraryClient } from './library-client.ts';
import { answerDeepLink } from './link-requests.ts';
import type { Log } from './log.ts';
import { menuTemplate } from './menu.ts';
import { articleAddress, isStartAddress } from './origins.ts';
import { appInfo, openOutside, reveal } from './outside.ts';
import { printArticle, savePdf } from './print-article.ts';
import { serveProtocols } from './protocols.ts';
import { saveFile } from './save-file.ts';
import { savingHandlers } from './saving-handlers.ts';
import { sharingHandlers } from './sharing.ts';
import { askForFiles, askWhere } from './system-dialogs.ts';
import { WindowKeeper } from './window-keeper.ts';
import type { WindowState } from './window-state.ts';
import { readWindowState, writeWindowState } from './window-state.ts';
import { paintWindow } from './window.ts';
import { zoomLevel } from './zoom-level.ts';

const TRAY_ICON = fileURLToPath(new URL('../../resources/tray/tray.png', import.meta.url));

/** How long a quit waits for the library to finish its transaction and close. */
const CLOSE_GRACE_MS = 8_000;
/** A window that has not said its commands by then says none: its page could not be shown. */
const MENU_PATIENCE_MS = 4_000;

export interface DesktopOptions {
  readonly libraryFolder: string;
  /** What a start at login says of the library: nothing where it is the usual one. */
  readonly startArguments: readonly string[];
  /** Started by the system, at login. */
  readonly isHidden: boolean;
  readonly log: Log;
}

/** The application with its window: wires the library's worker, the protocols, IPC, the menu and the window together. */
export class DesktopApp {
  readonly #options: DesktopOptions;
  readonly #library: LibraryClient;
  readonly #windows: WindowKeeper;
  readonly #background: Background;
  readonly #stateFile: string;
  #state: WindowState;
  #commands: readonly MenuEntry[] = [];
  #isQuitting = false;

  constructor(options: DesktopOptions) {
    this.#options = options;
    this.#stateFile = join(app.getPath('userData'), 'window.json');
    this.#state = readWindowState(this.#stateFile);
    nativeTheme.themeSource = colourScheme(this.#state.theme);
    this.#library = startLibraryClient({
      workerUrl: new URL('./library-worker.js', import.meta.url),
      libraryFolder: options.libraryFolder,
      resourcesFolder: fileURLToPath(new URL('../../resources', import.meta.url)),
      language: interfaceLanguage('system', app.getPreferredSystemLanguages()),
      log: options.log,
      onOpened: () => this.#background.libraryOpened(),
      onEvent: (name, payload) => this.#forward(name, payload),
    });
    this.#windows = new WindowKeeper({
      preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
      log: options.log,
      readState: () => this.#state,
      keepState: (change) => this.#keepState(change),
      theme: () => this.#firstPaint().theme,
      onOpen: (window) => this.#offerContextMenu(window),
    });
    this.#background = new Background({
      library: this.#library,
      log: options.log,
      iconFile: TRAY_ICON,
      startArguments: options.startArguments,
      language: () => this.#firstPaint().language,
      windows: () => this.#windows.all,
      showWindow: () => this.#windows.show(),
    });
  }

  /** To be called once, after the `ready` event. */
  start(): void {
    serveProtocols(protocol, {
      rendererFolder: fileURLToPath(new URL('../renderer', import.meta.url)),
      assetsFolder: join(this.#options.libraryFolder, 'assets'),
      library: this.#library,
      log: this.#options.log,
      firstPaint: () => this.#firstPaint(),
    });
    registerIpc({
      isTrusted: (event) => this.#isTrusted(event),
      mainHandlers: this.#mainHandlers(),
      callLibrary: (channel, request) => this.#library.forward(channel, request),
      logProblem: (what, channel, message) => this.#options.log.write('error', what, { channel, message }),
    });
    this.#prepareMenu();
    nativeTheme.on('updated', () => this.#paint());
    app.on('activate', () => this.#windows.show());
    app.on('before-quit', (event) => this.#quit(event));
    app.on('window-all-closed', () => this.#windowsClosed());
    if (!this.#options.isHidden) this.#windows.show();
    void this.#followSettings();
  }

  /** A start, the first or another one, on the same library: shows the window, and answers what addresses ask for. */
  openLinks(addresses: readonly string[]): void {
    this.#windows.show();
    for (const address of addresses) {
      const link = parseDeepLink(address);
      if (link === null) this.#options.log.write('warning', 'deep link refused');
      else void this.#answerLink(link);
    }
  }

  async #answerLink(link: DeepLink): Promise<void> {
    await answerDeepLink(link, {
      library: this.#library,
      language: this.#firstPaint().language,
      ask: async (question) => {
        const { window } = this.#windows;
        return (await (window === null ? dialog.showMessageBox(question) : dialog.showMessageBox(window, question))).response;
      },
      report: (error) => this.#windows.send('app:problem', error),
    });
  }

  /** Carries out what no request of the window asked for; where it fails, the window says so. */
  #inBackground(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#windows.send('app:problem', toReaderError(error)));
  }

  #offerContextMenu(window: BrowserWindow): void {
    window.webContents.on('context-menu', (_event, place) => {
      const template = contextMenuTemplate(place, this.#firstPaint().language, {
        openLink: (url) => this.#inBackground(openOutside(url)),
        // A promise in newer Electrons, nothing in older ones.
        copyText: (text) => this.#inBackground(Promise.resolve(clipboard.writeText(text))),
      });
      if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
    });
  }

  /** Does to the window what its page can't do by itself. */
  #act(act: WindowAct, articleId: number | null): void {
    const { window } = this.#windows;
    if (window === null) return;
    switch (act) {
      case 'print':
        return this.#withArticle(articleId, printArticle);
      case 'save-pdf':
        return this.#withArticle(articleId, async (address) => savePdf((name) => askWhere(this.#windows.window, name), address));
      case 'zoom-in':
      case 'zoom-out':
      case 'zoom-reset':
        return window.webContents.setZoomLevel(zoomLevel(window.webContents.getZoomLevel(), act));
      case 'full-screen':
        return window.setFullScreen(!window.isFullScreen());
    }
  }

  #setMenu(commands: readonly MenuEntry[]): void {
    this.#commands = commands;
    this.#buildMenu();
  }

  #withArticle(articleId: number | null, work: (address: string) => Promise<unknown>): void {
    if (articleId !== null) this.#inBackground(work(articleAddress(articleId)));
  }

  async #followSettings(): Promise<void> {
    const settings = await this.#library.call('settings:get', undefined);
    if (settings.ok) this.#applySettings(settings.value);
    // Started without a window, Docbao stays so only where there is a way to it.
    if (this.#options.isHidden && !this.#background.isReachable) this.#windows.show();
  }

  #forward<E extends EventName>(name: E, payload: IpcEvents[E]): void {
    if (name === 'settings:changed') this.#applySettings(payload as Settings);
    this.#background.hear(name, payload);
    this.#windows.send(name, payload);
  }

  #applySettings(settings: Settings): void {
    this.#applyLook(settings);
    this.#background.applySettings(settings);
  }

  #windowsClosed(): void {
    if (process.platform !== 'darwin' && !this.#background.staysWithoutWindow) app.quit();
  }

  #applyLook({ theme, language }: Settings): void {
    const languageChanged = language !== this.#state.language;
    if (theme === this.#state.theme && !languageChanged) return;
    this.#keepState({ theme, language });
    nativeTheme.themeSource = colourScheme(theme);
    this.#paint();
    if (languageChanged) this.#buildMenu();
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

  /** The menu is built when the window has said its commands, or has not for long; only a Mac shows one without a window. */
  #prepareMenu(): void {
    if (process.platform === 'darwin') return this.#buildMenu();
    setTimeout(() => this.#commands.length === 0 && this.#buildMenu(), MENU_PATIENCE_MS);
  }

  #buildMenu(): void {
    const template = menuTemplate({
      platform: process.platform,
      language: this.#firstPaint().language,
      isDevelopment: !app.isPackaged && process.env['DOCBAO_DEVTOOLS'] === '1',
      commands: this.#commands,
      send: (command) => this.#windows.sendToUsed('app:command', { command }),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  #isTrusted(event: IpcMainInvokeEvent): boolean {
    const frame = event.senderFrame;
    return frame !== null && frame.parent === null && this.#windows.owns(event.sender) && isStartAddress(frame.url);
  }

  #mainHandlers(): MainHandlers {
    return {
      ...savingHandlers({ library: this.#library, ask: (what) => askForFiles(this.#windows.window, what, this.#firstPaint().language), readClipboard }),
      ...sharingHandlers({
        library: this.#library, askWhere: (name) => askWhere(this.#windows.window, name), language: () => this.#firstPaint().language, iconFile: TRAY_ICON, window: () => this.#windows.window,
      }),
      'app:openWindow': ({ articleId }) => this.#windows.openAnother(articleId),
      'app:reveal': ({ what }) => reveal(what, this.#options.libraryFolder),
      'app:getInfo': () => appInfo(this.#options.libraryFolder),
      'app:setMenu': ({ commands }) => this.#setMenu(commands),
      'app:act': ({ act, articleId }) => this.#act(act, articleId),
      'app:openExternal': ({ url }) => openOutside(url),
      'app:openFile': ({ asset }) => openKeptFile(join(this.#options.libraryFolder, 'assets'), asset),
      'app:saveTextFile': async ({ suggestedName, text }) => ({ savedAs: await saveFile((name) => askWhere(this.#windows.window, name), suggestedName, text) }),
    };
  }

  #quit(event: { preventDefault(): void }): void {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    event.preventDefault();
    this.#background.stop();
    this.#windows.freeze();
    for (const window of this.#windows.all) window.hide();
    void this.#library.close(CLOSE_GRACE_MS).finally(() => {
      this.#options.log.write('info', 'ended');
      app.quit();
    });
  }
}
