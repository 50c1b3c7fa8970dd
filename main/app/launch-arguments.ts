import { isAbsolute, resolve } from 'node:path';

/** What a start of the program asks for, read from its arguments alone. */
export interface LaunchRequest {
  /** `cli` runs one command without a window. */
  readonly mode: 'window' | 'cli';
  /** Arguments for `main/cli`, without Chromium's switches; empty for a window. */
  readonly cliArguments: readonly string[];
  /** Absolute; null where none was given. */
  readonly libraryFolder: string | null;
  /** Started by the system at login: no window, as long as the user wants that. */
  readonly isHidden: boolean;
  /** `docbao:` addresses, as they came: strict parsing is the reader's business. */
  readonly deepLinks: readonly string[];
}

const VALUE_OPTION = '--library';

/**
 * Reads what follows the executable (and, in development, the application's folder).
 *
 * The first plain word is a command: which commands there are is the command line's business. Chromium's own switches
 * (`--no-sandbox`, `--user-data-dir=...`) stand among ours and are passed over: a switch that is not ours counts as
 * Chromium's until the command is reached; after it, everything belongs to the command.
 */
export function parseLaunchArguments(args: readonly string[], workingFolder: string): LaunchRequest {
  const own: string[] = [];
  const deepLinks: string[] = [];
  let folder: string | null = null;
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === VALUE_OPTION) {
      const value = args[index + 1];
      index += 1;
      folder = value ?? null;
      own.push(VALUE_OPTION, ...(value === undefined ? [] : [value]));
    } else if (argument.startsWith(`${VALUE_OPTION}=`)) {
      folder = argument.slice(VALUE_OPTION.length + 1);
      own.push(VALUE_OPTION, folder);
    } else if (argument === '--json') {
      own.push(argument);
    } else if (/^docbao:/i.test(argument)) {
      deepLinks.push(argument);
    } else if (argument === '--help' || !argument.startsWith('-')) {
      return {
        mode: 'cli',
        cliArguments: [...own, ...args.slice(index)],
        libraryFolder: absolute(folder, workingFolder),
        isHidden: false,
        deepLinks: [],
      };
    }
  }
  return { mode: 'window', cliArguments: [], libraryFolder: absolute(folder, workingFolder), isHidden: args.includes('--hidden'), deepLinks };
}

function absolute(folder: string | null, workingFolder: string): string | null {
  if (folder === null || folder === '') return null;
  return isAbsolute(folder) ? resolve(folder) : resolve(workingFolder, folder);
}
