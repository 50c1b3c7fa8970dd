import type { ThemeChoice } from '../../../contract/domain/library.ts';
import { closeArticle } from '../../features/reader/reader-store.ts';
import { changeSettings, currentSettings } from '../../features/settings/settings-store.ts';
import { api } from '../../api/client.ts';
import { openWelcome } from '../../features/welcome/welcome-store.ts';
import { openDialog } from '../dialogs.ts';
import { act } from './act.ts';
import { inBackground } from '../report.ts';
import type { Command } from './command.ts';

const THEMES: readonly ThemeChoice[] = ['paper', 'night', 'sepia', 'black'];

function nextTheme(): void {
  const now = document.documentElement.dataset['theme'];
  const at = THEMES.findIndex((theme) => theme === now);
  changeSettings({ theme: THEMES[(at + 1) % THEMES.length] ?? currentSettings().theme });
}

function welcome(): void {
  closeArticle();
  openWelcome();
}

/** The window itself, and finding one's way in it. */
export const WINDOW: readonly Command[] = [
  { id: 'palette', title: (t) => t.command.palette, keys: ['mod+k'], run: () => openDialog('palette') },
  { id: 'new-window', title: (t) => t.saving.newWindow, keys: ['mod+shift+n'], run: () => inBackground(api.app.openWindow({ articleId: null })) },
  { id: 'reveal-library', title: (t) => t.saving.revealLibrary, keys: [], run: () => inBackground(api.app.reveal({ what: 'library' })) },
  { id: 'theme-next', title: (t) => t.command.themeNext, keys: ['t'], run: nextTheme },
  { id: 'zoom-in', title: (t) => t.command.zoomIn, keys: ['mod+=', 'mod++'], run: () => act('zoom-in') },
  { id: 'zoom-out', title: (t) => t.command.zoomOut, keys: ['mod+-'], run: () => act('zoom-out') },
  { id: 'zoom-reset', title: (t) => t.command.zoomReset, keys: ['mod+0'], run: () => act('zoom-reset') },
  { id: 'full-screen', title: (t) => t.command.fullScreen, keys: ['f11'], run: () => act('full-screen') },
  { id: 'open-settings', title: (t) => t.command.settings, keys: ['mod+,'], run: () => openDialog('settings') },
  { id: 'welcome', title: (t) => t.command.welcome, keys: [], run: welcome },
  { id: 'show-shortcuts', title: (t) => t.command.shortcuts, keys: ['?', 'mod+/'], run: () => openDialog('shortcuts') },
];
