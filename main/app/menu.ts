import type { MenuItemConstructorOptions } from 'electron';
import type { MenuEntry, MenuGroup } from '../../contract/ipc/contract.ts';
import type { Language } from '../../contract/words/index.ts';
import { menuAccelerator } from './accelerator.ts';
import { wordsIn } from '../../contract/words/index.ts';

export interface MenuParts {
  readonly platform: NodeJS.Platform;
  readonly language: Language;
  /** Developer tools and reload; never in a release. */
  readonly isDevelopment: boolean;
  /** The window's commands: every one stands in the menu. None before the window has said them. */
  readonly commands: readonly MenuEntry[];
  send(command: string): void;
}

type Item = MenuItemConstructorOptions;

/** Commands that stand where each system expects them, and not among those of their group. */
const SETTINGS = 'open-settings';
const SHORTCUTS = 'show-shortcuts';

/** The application's menu as a template: what it holds can be read without a window. */
export function menuTemplate(parts: MenuParts): Item[] {
  const isMac = parts.platform === 'darwin';
  const words = wordsIn(parts.language).desktop.menu;
  return [
    ...(isMac ? [appleMenu(parts)] : []),
    fileMenu(parts, isMac),
    editMenu(parts),
    { label: words.view, submenu: [...group(parts, 'view'), SEPARATOR, ...group(parts, 'window'), ...developerItems(parts)] },
    { label: words.reading, submenu: group(parts, 'reading') },
    { label: words.article, submenu: group(parts, 'article') },
    ...(isMac ? [windowMenu(parts)] : []),
    helpMenu(parts, isMac),
  ];
}

const SEPARATOR: Item = { type: 'separator' };

function itemOf(parts: MenuParts, { id, title, keys }: MenuEntry): Item {
  const accelerator = menuAccelerator(keys, parts.platform);
  const shown = accelerator === null ? {} : { accelerator, registerAccelerator: parts.platform === 'darwin' };
  return { id, label: title, click: () => parts.send(id), ...shown };
}

function group(parts: MenuParts, name: MenuGroup): Item[] {
  return parts.commands.filter((entry) => entry.group === name && entry.id !== SETTINGS && entry.id !== SHORTCUTS).map((entry) => itemOf(parts, entry));
}

function single(parts: MenuParts, id: string): Item[] {
  return parts.commands.filter((entry) => entry.id === id).map((entry) => itemOf(parts, entry));
}

function appleMenu(parts: MenuParts): Item {
  const words = wordsIn(parts.language).desktop.menu;
  return {
    label: 'Docbao',
    submenu: [
      { role: 'about', label: words.about },
      SEPARATOR,
      ...single(parts, SETTINGS),
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
  const words = wordsIn(parts.language).desktop.menu;
  return {
    label: words.file,
    submenu: [
      ...group(parts, 'library'),
      SEPARATOR,
      ...(isMac ? [] : [...single(parts, SETTINGS), SEPARATOR]),
      isMac ? { role: 'close', label: words.closeWindow } : { role: 'quit', label: words.quit, accelerator: 'Ctrl+Q' },
    ],
  };
}

function editMenu(parts: MenuParts): Item {
  const words = wordsIn(parts.language).desktop.menu;
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
    ],
  };
}

function developerItems(parts: MenuParts): Item[] {
  return parts.isDevelopment ? [SEPARATOR, { role: 'reload' }, { role: 'toggleDevTools' }] : [];
}

function windowMenu(parts: MenuParts): Item {
  const words = wordsIn(parts.language).desktop.menu;
  return {
    label: words.window,
    role: 'windowMenu',
    submenu: [{ role: 'minimize', label: words.minimize }, { role: 'zoom', label: words.zoom }, SEPARATOR, { role: 'front' }],
  };
}

function helpMenu(parts: MenuParts, isMac: boolean): Item {
  const words = wordsIn(parts.language).desktop.menu;
  return {
    label: words.help,
    role: 'help',
    submenu: [...single(parts, SHORTCUTS), ...(isMac ? [] : [SEPARATOR, { role: 'about' as const, label: words.about }])],
  };
}
