import type { BrowserWindow } from 'electron';
import { app } from 'electron';
import { DEFAULT_BACKGROUND_SETTINGS, type BackgroundSettings } from '../../contract/domain/background.ts';
import type { EventName, IpcEvents } from '../../contract/ipc/contract.ts';
import type { Language } from '../../contract/words/index.ts';
import { wordsIn } from '../../contract/words/index.ts';
import { watchConditions } from './conditions-watch.ts';
import type { LibraryClient } from './library-client.ts';
import type { Log } from './log.ts';
import { setLoginStart } from './login-start.ts';
import type { Notice } from './notifications.ts';
import { alertNotice, arrivalNotice, showNotification } from './notifications.ts';
import { TrayKeeper, unreadMark } from './tray.ts';

const PAUSE_MS = 3_600_000;
/** A sync changes the counts many times a second; they are read once they rest. */
const COUNT_PAUSE_MS = 500;

export interface BackgroundParts {
  readonly library: Pick<LibraryClient, 'call'>;
  readonly log: Log;
  /** The tray's icon. */
  readonly iconFile: string;
  /** What a start at login is told besides being hidden: the library, where it is not the usual one. */
  readonly startArguments: readonly string[];
  language(): Language;
  windows(): readonly BrowserWindow[];
  showWindow(): void;
}

/** What Docbao does while nobody looks: the icon in the tray, notifications, the badge, the start at login, and when syncs may run. */
export class Background {
  readonly #parts: BackgroundParts;
  readonly #tray: TrayKeeper;
  #settings: BackgroundSettings = DEFAULT_BACKGROUND_SETTINGS;
  #hasSettings = false;
  #unread = 0;
  #pausedUntil = 0;
  #pauseTimer: NodeJS.Timeout | undefined;
  #countTimer: NodeJS.Timeout | undefined;
  #stopWatching: () => void = () => undefined;

  constructor(parts: BackgroundParts) {
    this.#parts = parts;
    this.#tray = new TrayKeeper(parts.iconFile, {
      open: () => parts.showWindow(),
      sync: () => void parts.library.call('sync:start', { feedId: null }),
      togglePause: () => this.#togglePause(),
      quit: () => app.quit(),
    });
  }

  /** Whether Docbao goes on without a window. */
  get staysWithoutWindow(): boolean {
    return this.#settings.staysInBackground;
  }

  /** Whether there is something to see of Docbao without a window, or the user wants none. */
  get isReachable(): boolean {
    return this.#tray.isShown || this.#settings.staysInBackground;
  }

  /** A library that was opened knows nothing of network and power yet. */
  libraryOpened(): void {
    this.#stopWatching();
    this.#stopWatching = watchConditions((conditions) => void this.#parts.library.call('internal:setConditions', conditions));
  }

  applySettings(settings: BackgroundSettings): void {
    const before = this.#hasSettings ? this.#settings : null;
    this.#settings = settings;
    this.#hasSettings = true;
    // Where it was never wanted, nothing of the system is touched.
    if (settings.startsAtLogin || before?.startsAtLogin === true) setLoginStart(settings.startsAtLogin, this.#parts.startArguments, this.#parts.log);
    if (this.#countsUnread() || before !== null) this.#countSoon();
    this.refresh();
  }

  /** Hears what the windows hear. */
  hear<E extends EventName>(name: E, payload: IpcEvents[E]): void {
    if (name === 'library:changed') this.#countSoon();
    const language = this.#parts.language();
    if (name === 'sync:ended') this.#tell(arrivalNotice(payload as IpcEvents['sync:ended'], this.#settings, language, new Date()));
    if (name === 'alerts:matched') this.#tell(alertNotice(payload as IpcEvents['alerts:matched'], this.#settings, language, new Date()));
  }

  /** Shows tray and badge as things stand. */
  refresh(): void {
    const { showsTray, staysInBackground } = this.#settings;
    // Whoever closes the window must find the way back; on macOS that is the Dock.
    const isShown = showsTray || (staysInBackground && process.platform !== 'darwin');
    const language = this.#parts.language();
    this.#tray.set(isShown ? { language, unread: this.#unread, isPaused: this.#pausedUntil > Date.now() } : null);
    this.#showBadge(language);
  }

  stop(): void {
    clearTimeout(this.#pauseTimer);
    clearTimeout(this.#countTimer);
    this.#stopWatching();
    this.#tray.set(null);
  }

  #tell(notice: Notice | null): void {
    // Whoever looks at the window sees it there.
    if (notice !== null && !this.#parts.windows().some((window) => window.isFocused())) showNotification(notice, () => this.#parts.showWindow());
  }

  #togglePause(): void {
    clearTimeout(this.#pauseTimer);
    this.#pausedUntil = this.#pausedUntil > Date.now() ? 0 : Date.now() + PAUSE_MS;
    void this.#parts.library.call('internal:pauseUntil', { time: this.#pausedUntil });
    if (this.#pausedUntil > 0) this.#pauseTimer = setTimeout(() => this.refresh(), PAUSE_MS);
    this.refresh();
  }

  #countsUnread(): boolean {
    return this.#settings.showsBadge || this.#settings.showsTray || this.#settings.staysInBackground;
  }

  #countSoon(): void {
    if (!this.#countsUnread() || this.#countTimer !== undefined) return;
    this.#countTimer = setTimeout(() => {
      this.#countTimer = undefined;
      void this.#count();
    }, COUNT_PAUSE_MS);
  }

  async #count(): Promise<void> {
    const list = await this.#parts.library.call('feeds:list', undefined);
    if (!list.ok) return;
    this.#unread = list.value.counts.unread;
    this.refresh();
  }

  #showBadge(language: Language): void {
    const count = this.#settings.showsBadge ? this.#unread : 0;
    if (process.platform !== 'win32') {
      app.setBadgeCount(count);
      return;
    }
    for (const window of this.#parts.windows()) window.setOverlayIcon(count === 0 ? null : unreadMark(), wordsIn(language).desktop.tray.unread(count));
  }
}
