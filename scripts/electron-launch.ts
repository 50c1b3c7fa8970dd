import type { ElectronApplication, Page } from 'playwright-core';
import { _electron, errors } from 'playwright-core';
import { ROOT, buildApp } from './build.ts';
import type { AppCommand } from './electron-runtime.ts';
import { prepareApp, resolveElectron, tell } from './electron-runtime.ts';
import type { Display } from './runtime/display.ts';
import { openDisplay } from './runtime/display.ts';

/**
 * How long each try at a start may take, in milliseconds. Playwright attaches while the application comes up; a window that
 * goes from its empty document to its page in that very moment tells Playwright of neither, and the start never ends for it
 * (its own loader would hold the application until then, but only in an Electron that is given a folder to run).
 */
const LAUNCH_TIMEOUTS_MS = [15_000, 30_000, 60_000] as const;
const WINDOW_TIMEOUT_MS = 60_000;

export interface LaunchOptions {
  /** Created if missing. The window's own state goes beside it, into `<libraryFolder>.profile`. */
  readonly libraryFolder: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The system's language; the interface follows it. English unless said. */
  readonly language?: 'vi' | 'en';
  /** The system's colours; the interface follows them. Light unless said. */
  readonly colorScheme?: 'light' | 'dark';
}

export interface LaunchedDocbao {
  readonly app: ElectronApplication;
  /** The window, once its document is loaded. */
  readonly window: Page;
}

let prepared: Promise<{ readonly command: AppCommand; readonly display: Display }> | undefined;

/** Starts the built application in a real Electron, for a test to drive. Close it with `app.close()`. */
export async function launchDocbao(options: LaunchOptions): Promise<LaunchedDocbao> {
  prepared ??= prepare();
  const { command, display } = await prepared;
  const app = await attach({
    executablePath: command.executable,
    args: [...command.args, ...systemArguments(options), '--library', options.libraryFolder, ...(options.args ?? [])],
    env: environment({ ...display.env, ...localeEnvironment(options.language ?? 'en'), ...options.env }),
    colorScheme: options.colorScheme ?? 'light',
  });
  const window = await app.firstWindow({ timeout: WINDOW_TIMEOUT_MS });
  await window.waitForLoadState('domcontentloaded');
  return { app, window };
}

/** Starts Electron and attaches to it; where that comes to no end, Playwright ends the process and it is started again. */
async function attach(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  const failures: unknown[] = [];
  for (const timeout of LAUNCH_TIMEOUTS_MS) {
    try {
      return await _electron.launch({ ...options, timeout });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
      failures.push(error);
    }
  }
  throw new AggregateError(failures, `Electron did not start in ${failures.length} tries.\n${String(failures.at(-1))}`);
}

async function prepare(): Promise<{ readonly command: AppCommand; readonly display: Display }> {
  await buildApp(tell);
  const command = await prepareApp(await resolveElectron(), ROOT);
  return { command, display: await openDisplay(tell) };
}

function systemArguments({ libraryFolder, language = 'en', colorScheme = 'light' }: LaunchOptions): readonly string[] {
  return [`--user-data-dir=${libraryFolder}.profile`, `--lang=${language}`, ...(colorScheme === 'dark' ? ['--force-dark-mode'] : [])];
}

function localeEnvironment(language: 'vi' | 'en'): Readonly<Record<string, string>> {
  const locale = language === 'vi' ? 'vi_VN.UTF-8' : 'en_GB.UTF-8';
  return { LANG: locale, LC_ALL: locale, LANGUAGE: language };
}

function environment(added: Readonly<Record<string, string>>): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(inherited), ...added };
}
