import type { ThemeChoice } from '../../contract/domain/library.ts';
import type { MenuCommand } from '../../contract/ipc/contract.ts';
import { api, events } from '../api/client.ts';
import { markViewRead, toggleRead, toggleStar } from '../features/articles/article-actions.ts';
import { currentList } from '../features/articles/list-store.ts';
import { summaryOf } from '../features/articles/summary-cache.ts';
import { exportSubscriptions } from '../features/feeds/add-store.ts';
import { openListImport } from '../features/feeds/subscription-list.ts';
import { goToView } from '../features/feeds/go-to-view.ts';
import { cancelSync, startSync } from '../features/library/sync-store.ts';
import { closeFind, openFind } from '../features/reader/find-store.ts';
import { pageDown } from '../features/reader/frame-store.ts';
import { closeArticle, currentReader, leaveSearch, openNeighbour, stepMatch } from '../features/reader/reader-store.ts';
import { toggleSpeech } from '../features/reader/speech-store.ts';
import { focusSearch } from '../features/search/search-box.tsx';
import { currentSearch } from '../features/search/search-store.ts';
import { changeSettings, currentSettings } from '../features/settings/settings-store.ts';
import type { Messages } from '../i18n/messages.ts';
import { openDialog } from './dialogs.ts';
import { bindKey } from './keyboard.ts';
import { currentLayout, setFocused, setSidebarOpen } from './layout.ts';
import { inBackground } from './report.ts';

type CommandGroup = 'reading' | 'library' | 'window';

/** Something the user can do, by key, by menu, in the palette. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly title: (t: Messages) => string;
  /** As `keyName` names them; the first is the one that is shown. */
  readonly keys: readonly string[];
  /** False where it had nothing to do: the key goes on. */
  readonly run: () => boolean | void;
}

function withOpen(act: (id: number) => void): boolean {
  const { openId } = currentReader();
  if (openId !== null) act(openId);
  return openId !== null;
}

/** Hands the open article's own page to the system's browser. */
export function openOriginal(): boolean {
  return withOpen((id) => {
    const url = summaryOf(id)?.url ?? null;
    if (url !== null) inBackground(api.app.openExternal({ url }));
  });
}

/** Opens a neighbour; the list takes the focus, unless the reading has it. */
function go(step: 1 | -1): void {
  openNeighbour(step);
  const id = currentSearch().query === '' ? 'article-list' : 'search-hits';
  if (document.activeElement?.tagName !== 'IFRAME') document.getElementById(id)?.focus({ preventScroll: true });
}

function turnPage(): void {
  if (!pageDown()) openNeighbour(1);
}

function toggleFocus(): boolean {
  return withOpen(() => setFocused(!currentLayout().isFocused));
}

function leave(): boolean {
  if (currentLayout().isSidebarOpen) {
    setSidebarOpen(false);
    return true;
  }
  if (currentReader().marking?.kind === 'find') {
    closeFind();
    return true;
  }
  if (currentLayout().isFocused) {
    setFocused(false);
    return true;
  }
  if (currentLayout().panes === 1 && currentReader().openId !== null) {
    closeArticle();
    return true;
  }
  if (currentSearch().text === '' && currentReader().marking === null) return false;
  leaveSearch();
  return true;
}

const THEMES: readonly ThemeChoice[] = ['paper', 'night', 'sepia', 'black'];

function nextTheme(): void {
  const now = document.documentElement.dataset['theme'];
  const at = THEMES.findIndex((theme) => theme === now);
  changeSettings({ theme: THEMES[(at + 1) % THEMES.length] ?? currentSettings().theme });
}

export const COMMANDS: readonly Command[] = [
  { id: 'next-article', group: 'reading', title: (t) => t.command.nextArticle, keys: ['j'], run: () => go(1) },
  { id: 'previous-article', group: 'reading', title: (t) => t.command.previousArticle, keys: ['k'], run: () => go(-1) },
  { id: 'page-down', group: 'reading', title: (t) => t.command.pageDown, keys: ['space'], run: turnPage },
  { id: 'open-original', group: 'reading', title: (t) => t.command.openOriginal, keys: ['o', 'v'], run: openOriginal },
  { id: 'toggle-read', group: 'reading', title: (t) => t.command.toggleRead, keys: ['m'], run: () => withOpen(toggleRead) },
  { id: 'toggle-star', group: 'reading', title: (t) => t.command.toggleStar, keys: ['s'], run: () => withOpen(toggleStar) },
  { id: 'find', group: 'reading', title: (t) => t.command.findInArticle, keys: ['mod+f'], run: () => withOpen(openFind) },
  { id: 'next-match', group: 'reading', title: (t) => t.command.nextMatch, keys: ['n', 'mod+g', 'f3'], run: () => stepMatch(1) },
  { id: 'previous-match', group: 'reading', title: (t) => t.command.previousMatch, keys: ['shift+n', 'mod+shift+g', 'shift+f3'], run: () => stepMatch(-1) },
  { id: 'read-aloud', group: 'reading', title: (t) => t.speech.start, keys: ['p'], run: () => withOpen(toggleSpeech) },
  { id: 'focus-mode', group: 'reading', title: (t) => t.command.focusMode, keys: ['f'], run: toggleFocus },
  { id: 'view-all', group: 'library', title: (t) => t.command.viewAll, keys: ['1'], run: () => goToView({ kind: 'all' }) },
  { id: 'view-unread', group: 'library', title: (t) => t.command.viewUnread, keys: ['2'], run: () => goToView({ kind: 'unread' }) },
  { id: 'view-starred', group: 'library', title: (t) => t.command.viewStarred, keys: ['3'], run: () => goToView({ kind: 'starred' }) },
  { id: 'focus-search', group: 'library', title: (t) => t.command.focusSearch, keys: ['/', 'mod+shift+f'], run: focusSearch },
  { id: 'sync', group: 'library', title: (t) => t.command.sync, keys: ['r'], run: () => inBackground(startSync(null)) },
  { id: 'cancel-sync', group: 'library', title: (t) => t.command.cancelSync, keys: [], run: cancelSync },
  { id: 'add-subscription', group: 'library', title: (t) => t.command.add, keys: ['a'], run: () => openDialog('add') },
  { id: 'save-page', group: 'library', title: (t) => t.command.savePage, keys: [], run: () => openDialog('add') },
  { id: 'import-opml', group: 'library', title: (t) => t.add.importOpml, keys: [], run: openListImport },
  { id: 'export-opml', group: 'library', title: (t) => t.add.exportOpml, keys: [], run: () => inBackground(exportSubscriptions()) },
  { id: 'mark-all-read', group: 'library', title: (t) => t.command.markAllRead, keys: ['shift+a'], run: () => inBackground(markViewRead(currentList().view)) },
  { id: 'palette', group: 'window', title: (t) => t.command.palette, keys: ['mod+k'], run: () => openDialog('palette') },
  { id: 'theme-next', group: 'window', title: (t) => t.command.themeNext, keys: ['t'], run: nextTheme },
  { id: 'open-settings', group: 'window', title: (t) => t.command.settings, keys: ['mod+,'], run: () => openDialog('settings') },
  { id: 'show-shortcuts', group: 'window', title: (t) => t.command.shortcuts, keys: ['?'], run: () => openDialog('shortcuts') },
];

type KnownCommand = MenuCommand;

function runMenuCommand(name: KnownCommand): void {
  COMMANDS.find((command) => command.id === name)?.run();
}

/** Gives every command its keys, and carries out what the application's menu asks for. */
export function startCommands(): void {
  for (const command of COMMANDS) for (const key of command.keys) bindKey(key, command.run);
  bindKey('escape', leave);
  events.appCommand(({ command }) => runMenuCommand(command));
}
