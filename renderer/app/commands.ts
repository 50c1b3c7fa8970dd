import { events } from '../api/client.ts';
import { ARTICLE } from './commands/article.ts';
import type { Command } from './commands/command.ts';
import { leave } from './commands/leave.ts';
import { LIBRARY } from './commands/library.ts';
import { READING } from './commands/reading.ts';
import { VIEW } from './commands/view.ts';
import { WINDOW } from './commands/window.ts';
import { bindKey } from './keyboard.ts';

/** The groups of commands, in the order of the cheat sheet. */
export const COMMAND_GROUPS = { reading: READING, article: ARTICLE, view: VIEW, library: LIBRARY, window: WINDOW } as const;

/** Everything the user can do. */
export const COMMANDS: readonly Command[] = Object.values(COMMAND_GROUPS).flat();

/** Carries out a command by its name; one that is not known does nothing. */
function runCommand(id: string): void {
  COMMANDS.find((command) => command.id === id)?.run();
}

/** Gives every command its keys, and carries out what the application's menu asks for. */
export function startCommands(): void {
  for (const command of COMMANDS) for (const key of command.keys) bindKey(key, command.run);
  bindKey('escape', leave);
  events.appCommand(({ command }) => runCommand(command));
}
