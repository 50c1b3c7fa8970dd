import type { MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../contract/domain/library.ts';
import type { MenuCommand } from '../../contract/ipc/contract.ts';
import { menuWords } from './menu-words.ts';

export interface MenuParts {
  readonly platform: NodeJS.Platform;
  readonly language: Language;
  /** Developer tools and reload; never in a release. */
  readonly isDevelopment: boolean;
  send(command: MenuCommand): void;
  /** Prints the article that is shown. */
  print(): void;
  /** Saves the article that is shown as a PDF. */
  savePdf(): void;
}

type Item = MenuItemConstructorOptions;

/** The application's menu as a template: what it holds can be read without a window. */
export function menuTemplate(parts: MenuParts): Item[] {
  const isMac = parts.platform === 'darwin';
  return [
    ...(isMac ? [appleMenu(parts)] : []),
    fileMenu(parts, isMac),
    editMenu(parts),
    viewMenu(parts),
    articleMenu(parts),
    ...(isMac ? [windowMenu(parts)] : []),
    helpMenu(parts, isMac),
  ];
}

function command(parts: MenuParts, label: string, name: MenuCommand, accelerator?: string): Item {
  return { label, id: name, click: () => parts.send(name), ...(accelerator === undefined ? {} : { accelerator }) };
}

const SEPARATOR: Item = { type: 'separator' };

function appleMenu(parts: MenuParts): Item {
  const words = menuWords(parts.language);
  return {
    label: 'Docbao',
    submenu: [
      { role: 'about', label: words.about },
      SEPARATOR,
      command(parts, words.settings, 'open-settings', 'CmdOrCtrl+,'),
      SEPARATOR,
      { role: 'services', label: words.services },
      SEPARATOR,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      SEPARATOR,
      { role: 'quit', label: words.quit },
    ],
  };
}

function fileMenu(parts: MenuParts, isMac: boolean): Item {
  const words = menuWords(parts.language);
  const settings = command(parts, words.settings, 'open-settings', 'CmdOrCtrl+,');
  return {
    label: words.file,
    submenu: [
      command(parts, words.addSubscription, 'add-subscription', 'CmdOrCtrl+N'),
      command(parts, words.savePage, 'save-page', 'CmdOrCtrl+S'),
      SEPARATOR,
      command(parts, words.importList, 'import-opml'),
      command(parts, words.exportList, 'export-opml'),
      SEPARATOR,
      command(parts, words.sync, 'sync', isMac ? 'Cmd+R' : 'F5'),
      command(parts, words.cancelSync, 'cancel-sync'),
      SEPARATOR,
      ...(isMac ? [] : [settings, SEPARATOR]),
      isMac ? { role: 'close', label: words.closeWindow } : { role: 'quit', label: words.quit, accelerator: 'Ctrl+Q' },
    ],
  };
}

function editMenu(parts: MenuParts): Item {
  const words = menuWords(parts.language);
  return {
    label: words.edit,
    submenu: [
      { role: 'undo', label: words.undo },
      { role: 'redo', label: words.redo },
      SEPARATOR,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
      SEPARATOR,
      command(parts, words.find, 'focus-search', 'CmdOrCtrl+Shift+F'),
    ],
  };
}

function viewMenu(parts: MenuParts): Item {
  const words = menuWords(parts.language);
  return {
    label: words.view,
    submenu: [
      { role: 'zoomIn', label: words.zoomIn, accelerator: 'CmdOrCtrl+=' },
      { role: 'zoomOut', label: words.zoomOut },
      { role: 'resetZoom', label: words.resetZoom },
      SEPARATOR,
      { role: 'togglefullscreen', label: words.fullScreen },
      ...(parts.isDevelopment ? [SEPARATOR, { role: 'reload' as const }, { role: 'toggleDevTools' as const }] : []),
    ],
  };
}

function articleMenu(parts: MenuParts): Item {
  const words = menuWords(parts.language);
  return {
    label: words.article,
    submenu: [
      command(parts, words.next, 'next-article', 'CmdOrCtrl+Down'),
      command(parts, words.previous, 'previous-article', 'CmdOrCtrl+Up'),
      SEPARATOR,
      command(parts, words.toggleRead, 'toggle-read', 'CmdOrCtrl+Shift+U'),
      command(parts, words.toggleStar, 'toggle-star', 'CmdOrCtrl+D'),
      command(parts, words.markAllRead, 'mark-all-read', 'CmdOrCtrl+Shift+A'),
      SEPARATOR,
      command(parts, words.openOriginal, 'open-original', 'CmdOrCtrl+O'),
      SEPARATOR,
      { id: 'print', label: words.print, accelerator: 'CmdOrCtrl+P', click: () => parts.print() },
      { id: 'save-pdf', label: words.savePdf, accelerator: 'CmdOrCtrl+Shift+P', click: () => parts.savePdf() },
    ],
  };
}

function windowMenu(parts: MenuParts): Item {
  const words = menuWords(parts.language);
  return {
    label: words.window,
    role: 'windowMenu',
    submenu: [{ role: 'minimize', label: words.minimize }, { role: 'zoom', label: words.zoom }, SEPARATOR, { role: 'front' }],
  };
}

function helpMenu(parts: MenuParts, isMac: boolean): Item {
  const words = menuWords(parts.language);
  return {
    label: words.help,
    role: 'help',
    submenu: [
      command(parts, words.shortcuts, 'show-shortcuts', 'CmdOrCtrl+/'),
      ...(isMac ? [] : [SEPARATOR, { role: 'about' as const, label: words.about }]),
    ],
  };
}
