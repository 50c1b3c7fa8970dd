import type { MenuItemConstructorOptions, NativeImage } from 'electron';
import { Menu, Tray, nativeImage } from 'electron';
import type { Language } from '../../contract/words/index.ts';
import { wordsIn } from '../../contract/words/index.ts';

export interface TrayState {
  readonly language: Language;
  readonly unread: number;
  readonly isPaused: boolean;
}

export interface TrayActions {
  open(): void;
  sync(): void;
  /** Pauses for an hour, or ends the pause. */
  togglePause(): void;
  quit(): void;
}

/** The tray's menu as a template. */
export function trayTemplate({ language, unread, isPaused }: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  const words = wordsIn(language).desktop.tray;
  return [
    { id: 'tray-open', label: words.open, click: () => actions.open() },
    { id: 'tray-unread', label: words.unread(unread), enabled: false },
    { type: 'separator' },
    { id: 'tray-sync', label: words.sync, click: () => actions.sync() },
    { id: 'tray-pause', label: isPaused ? words.resume : words.pause, click: () => actions.togglePause() },
    { type: 'separator' },
    { id: 'tray-quit', label: words.quit, click: () => actions.quit() },
  ];
}

/** Docbao's icon among the system's, while the user wants it. */
export class TrayKeeper {
  readonly #iconFile: string;
  readonly #actions: TrayActions;
  #tray: Tray | null = null;
  #shown = '';

  constructor(iconFile: string, actions: TrayActions) {
    this.#iconFile = iconFile;
    this.#actions = actions;
  }

  get isShown(): boolean {
    return this.#tray !== null;
  }

  /** Shows the icon as things stand; null takes it away. */
  set(state: TrayState | null): void {
    if (state === null) {
      this.#tray?.destroy();
      this.#tray = null;
      this.#shown = '';
      return;
    }
    const shown = JSON.stringify(state);
    if (this.#tray !== null && shown === this.#shown) return;
    this.#shown = shown;
    this.#tray ??= this.#make();
    this.#tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(state, this.#actions)));
    this.#tray.setToolTip(`Docbao · ${wordsIn(state.language).desktop.tray.unread(state.unread)}`);
  }

  #make(): Tray {
    const tray = new Tray(nativeImage.createFromPath(this.#iconFile));
    // On macOS a click opens the menu, as everything up there does.
    if (process.platform !== 'darwin') tray.on('click', () => this.#actions.open());
    return tray;
  }
}

/** Pixels of a side of the mark that Windows lays over the icon in its task bar. */
const MARK_SIDE = 16;
const MARK_COLOUR = { red: 0xa3, green: 0x24, blue: 0x1c } as const;

/** A disc in the accent: there is something unread. */
export function unreadMark(): NativeImage {
  const pixels = Buffer.alloc(MARK_SIDE * MARK_SIDE * 4);
  const centre = (MARK_SIDE - 1) / 2;
  for (let at = 0; at < MARK_SIDE * MARK_SIDE; at += 1) {
    const distance = Math.hypot((at % MARK_SIDE) - centre, Math.floor(at / MARK_SIDE) - centre);
    const alpha = Math.max(0, Math.min(1, MARK_SIDE / 2 - distance));
    // BGRA, multiplied by alpha, as Chromium keeps its bitmaps.
    pixels.set([MARK_COLOUR.blue * alpha, MARK_COLOUR.green * alpha, MARK_COLOUR.red * alpha, 255 * alpha].map(Math.round), at * 4);
  }
  return nativeImage.createFromBitmap(pixels, { width: MARK_SIDE, height: MARK_SIDE });
}
