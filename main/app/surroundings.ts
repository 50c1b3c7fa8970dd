import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { Menu, app, clipboard, dialog } from 'electron';
import type { BrowserWindow, ContextMenuParams } from 'electron';
import { toReaderError } from '../../contract/domain/result.ts';
import type { Settings } from '../../contract/domain/library.ts';
import type { EventName, IpcEvents, MenuEntry, WindowAct } from '../../contract/ipc/contract.ts';
import type { Language } from '../../contract/words/languages.ts';
import type { MainHandlers } from '../ipc/answer-call.ts';
import { Background } from './background.ts';
import { readClipboard } from './clipboard.ts';
import { contextMenuTemplate } from './context-menu.ts';
import { parseDeepLink } from './deep-links.ts';
import type { DeepLink } from './deep-links.ts';
import { openKeptFile } from './kept-file.ts';
import type { LibraryClient } from './library-client.ts';
import { answerDeepLink } from './link-requests.ts';
import type { Log } from './log.ts';
import { menuTemplate } from './menu.ts';
import { articleAddress } from './origins.ts';
import { appInfo, openOutside, reveal } from './outside.ts';
import { printArticle, savePdf } from './print-article.ts';
import { saveFile } from './save-file.ts';
import { savingHandlers } from './saving-handlers.ts';
import { sharingHandlers } from './sharing.ts';
import { askForFiles, askWhere } from './system-dialogs.ts';
import type { WindowKeeper } from './window-keeper.ts';
import { zoomLevel } from './zoom-level.ts';

const TRAY_ICON = fileURLToPath(new URL('../../resources/tray/tray.png', import.meta.url));

/** A window that has not said its commands by then says none: its page could not be shown. */
const MENU_PATIENCE_MS = 4_000;

export interface SurroundingsParts {
  readonly library: LibraryClient;
  readonly libraryFolder: string;
  readonly windows: WindowKeeper;
  readonly startArguments: readonly string[];
  readonly log: Log;
  language(): Language;
}

/** All that is around the windows: menus, tray, notifications, dialogs, printing. No window waits for it: it is loaded when the first one is there. */
export class Surroundings {
  readonly #parts: SurroundingsParts;
  readonly background: Background;
  /** What a window asks of the system. */
  readonly handlers: MainHandlers;
  #commands: readonly MenuEntry[] = [];

  constructor(parts: SurroundingsParts) {
    this.#parts = parts;
    const { library, log, startArguments, windows } = parts;
    this.background = new Background({
      library,
      log,
      startArguments,
      iconFile: TRAY_ICON,
      language: () => parts.language(),
      windows: () => windows.all,
      showWindow: () => windows.show(),
    });
    this.handlers = this.#handlers();
    this.#prepareMenu();
  }

  #handlers(): MainHandlers {
    const { library, libraryFolder, windows, language } = this.#parts;
    const ask = (name: string): ReturnType<typeof askWhere> => askWhere(windows.window, name);
    return {
      ...savingHandlers({ library, ask: (what) => askForFiles(windows.window, what, language()), readClipboard }),
      ...sharingHandlers({ library, askWhere: ask, language, iconFile: TRAY_ICON, window: () => windows.window }),
      'app:openWindow': ({ articleId }) => windows.openAnother(articleId),
      'app:reveal': ({ what }) => reveal(what, libraryFolder),
      'app:getInfo': () => appInfo(libraryFolder),
      'app:setMenu': ({ commands }) => this.#setMenu(commands),
      'app:act': ({ act, articleId }) => this.#act(act, articleId),
      'app:openExternal': ({ url }) => openOutside(url),
      'app:openFile': ({ asset }) => openKeptFile(join(libraryFolder, 'assets'), asset),
      'app:saveTextFile': async ({ suggestedName, text }) => ({ savedAs: await saveFile(ask, suggestedName, text) }),
    };
  }

  /** Hears what the windows hear. */
  hear<E extends EventName>(name: E, payload: IpcEvents[E]): void {
    if (name === 'settings:changed') this.background.applySettings(payload as Settings);
    this.background.hear(name, payload);
  }

  /** Shows the menu of the place that was clicked. */
  offerContextMenu(window: BrowserWindow, place: ContextMenuParams): void {
    const template = contextMenuTemplate(place, this.#parts.language(), {
      openLink: (url) => this.#inBackground(openOutside(url)),
      // A promise in newer Electrons, nothing in older ones.
      copyText: (text) => this.#inBackground(Promise.resolve(clipboard.writeText(text))),
    });
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  }

  /** Answers what addresses of ours ask for. */
  answerLinks(addresses: readonly string[]): void {
    for (const address of addresses) {
      const link = parseDeepLink(address);
      if (link === null) this.#parts.log.write('warning', 'deep link refused');
      else void this.#answerLink(link);
    }
  }

  /** Gives the menu its words and commands again. */
  buildMenu(): void {
    const { windows, language } = this.#parts;
    const template = menuTemplate({
      platform: process.platform,
      language: language(),
      isDevelopment: !app.isPackaged && process.env['DOCBAO_DEVTOOLS'] === '1',
      commands: this.#commands,
      send: (command) => windows.sendToUsed('app:command', { command }),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  async #answerLink(link: DeepLink): Promise<void> {
    const { library, language, windows } = this.#parts;
    await answerDeepLink(link, {
      library,
      language: language(),
      ask: async (question) => {
        const { window } = windows;
        return (await (window === null ? dialog.showMessageBox(question) : dialog.showMessageBox(window, question))).response;
      },
      report: (error) => windows.send('app:problem', error),
    });
  }

  /** Carries out what no request of the window asked for; where it fails, the window says so. */
  #inBackground(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#parts.windows.send('app:problem', toReaderError(error)));
  }

  /** Does to the window what its page can't do by itself. */
  #act(act: WindowAct, articleId: number | null): void {
    const { window } = this.#parts.windows;
    if (window === null) return;
    switch (act) {
      case 'print':
        return this.#withArticle(articleId, printArticle);
      case 'save-pdf':
        return this.#withArticle(articleId, async (address) => savePdf((name) => askWhere(this.#parts.windows.window, name), address));
      case 'zoom-in':
      case 'zoom-out':
      case 'zoom-reset':
        return window.webContents.setZoomLevel(zoomLevel(window.webContents.getZoomLevel(), act));
      case 'full-screen':
        return window.setFullScreen(!window.isFullScreen());
    }
  }

  #withArticle(articleId: number | null, work: (address: string) => Promise<unknown>): void {
    if (articleId !== null) this.#inBackground(work(articleAddress(articleId)));
  }

  #setMenu(commands: readonly MenuEntry[]): void {
    this.#commands = commands;
    this.buildMenu();
  }

  /** The menu is built when the window has said its commands, or has not for long; only a Mac shows one without a window. */
  #prepareMenu(): void {
    if (process.platform === 'darwin') return this.buildMenu();
    setTimeout(() => this.#commands.length === 0 && this.buildMenu(), MENU_PATIENCE_MS);
  }
}
