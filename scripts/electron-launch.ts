import type { ElectronApplication } from 'playwright-core';
import { _electron } from 'playwright-core';
import { ROOT, buildApp } from './build.ts';
import type { AppCommand } from './electron-runtime.ts';
import { prepareApp, resolveElectron, tell } from './electron-runtime.ts';
import type { Display } from './runtime/display.ts';
import { openDisplay } from './runtime/display.ts';

/** How long Electron may take to come up, in milliseconds. */
const LAUNCH_TIMEOUT_MS = 60_000;

export interface LaunchOptions {
  /** The application's own arguments, and Chromium's: `--library <folder>`, `--user-data-dir=<folder>`. */
  readonly args: readonly string[];
  /** Added to this process's environment; `LANGUAGE`, `LANG` and `LC_ALL` set the system's language. */
  readonly env?: Readonly<Record<string, string>>;
  /** The system's colours. Light unless said. */
  readonly colorScheme?: 'light' | 'dark';
}

let prepared: Promise<{ readonly command: AppCommand; readonly display: Display }> | undefined;

/** Starts the application, built from what the checkout holds now, in a real Electron for a test to drive. */
export async function launchElectron({ args, env = {}, colorScheme = 'light' }: LaunchOptions): Promise<ElectronApplication> {
  prepared ??= prepare();
  const { command, display } = await prepared;
  return _electron.launch({
    executablePath: command.executable,
    args: [...command.args, ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []), ...args],
    env: { ...inheritedEnvironment(), ...display.env, ...env },
    colorScheme,
    timeout: LAUNCH_TIMEOUT_MS,
  });
}

async function prepare(): Promise<{ readonly command: AppCommand; readonly display: Display }> {
  await buildApp(tell);
  const command = await prepareApp(await resolveElectron(), ROOT);
  return { command, display: await openDisplay(tell) };
}

function inheritedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
