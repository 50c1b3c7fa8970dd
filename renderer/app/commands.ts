import type { MenuEntry, MenuGroup } from '../../contract/ipc/contract.ts';
import { api, events } from '../api/client.ts';
import { currentSettings, watchSettings } from '../features/settings/settings-store.ts';
import { currentI18n } from '../i18n/index.ts';
import { ARTICLE } from './commands/article.ts';
import type { Command } from './commands/command.ts';
import { leave } from './commands/leave.ts';
import { LIBRARY } from './commands/library.ts';
import { READING } from './commands/reading.ts';
import { VIEW } from './commands/view.ts';
import { WINDOW } from './commands/window.ts';
import { keyMapOf, workingKeys } from './key-map.ts';
import { setWorkingKeys } from './key-store.ts';
import { bindKeys } from './keyboard.ts';
import { inBackground } from './report.ts';

/** The groups of commands, in the order of the cheat sheet. */
export const COMMAND_GROUPS: Readonly<Record<MenuGroup, readonly Command[]>> = { reading: READING, article: ARTICLE, view: VIEW, library: LIBRARY, window: WINDOW };

/** Everything the user can do. */
export const COMMANDS: readonly Command[] = Object.values(COMMAND_GROUPS).flat();

/** How long the menu may show what was, in milliseconds. */
const MENU_WAIT_MS = 500;

/** Carries out a command by its name; one that is not known does nothing. */
function runCommand(id: string): void {
  COMMANDS.find((command) => command.id === id)?.run();
}

/** What the application's menu shows: every command, in the language and with the keys of now. */
function menuEntries(): readonly MenuEntry[] {
  const { t } = currentI18n();
  const { keys, characterKeys } = currentSettings();
  const working = workingKeys(keyMapOf(COMMANDS, keys), characterKeys);
  const groups = Object.entries(COMMAND_GROUPS) as [MenuGroup, readonly Command[]][];
  return groups.flatMap(([group, commands]) => commands.map(({ id, title }) => ({ id, group, title: title(t), keys: working.get(id) ?? [] })));
}

/** Gives every command the keys that the user wants for it, and those that mean it everywhere. */
function applyKeys(): void {
  const { keys, characterKeys } = currentSettings();
  const chosen = workingKeys(keyMapOf(COMMANDS, keys), characterKeys);
  const working = new Map(COMMANDS.map(({ id, fixedKeys = [] }) => [id, [...(chosen.get(id) ?? []), ...fixedKeys]]));
  const bound = COMMANDS.flatMap(({ id, run }) => (working.get(id) ?? []).map((key) => [key, run] as const));
  bindKeys(new Map([...bound, ['escape', leave]]));
  setWorkingKeys(working);
}

/** Gives every command its keys and its place in the menu, and carries out what the menu asks for. */
export function startCommands(): void {
  let menu = '';
  const sendMenu = (): void => {
    const commands = menuEntries();
    if (JSON.stringify(commands) === menu) return;
    menu = JSON.stringify(commands);
    inBackground(api.app.setMenu({ commands }));
  };
  watchSettings(() => {
    applyKeys();
    // The menu can wait: what the change does to the window is painted before it.
    requestIdleCallback(sendMenu, { timeout: MENU_WAIT_MS });
  });
  events.appCommand(({ command }) => runCommand(command));
}
