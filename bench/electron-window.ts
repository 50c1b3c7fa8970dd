import { spawn, type ChildProcess } from 'node:child_process';
import { chromium, type Page } from 'playwright-core';
import type { AppCommand } from '../scripts/electron-runtime.ts';

/** How long a program may take to let itself be driven, and to end, in milliseconds. */
const PATIENCE_MS = 60_000;
/** A start is left alone for so long: whoever looks at it earlier slows it down. */
const UNDISTURBED_MS = 3_000;
const LOOK_AGAIN_MS = 500;

/** A program with its window, started as a user starts it: no debugger holds its start up. */
export interface OpenWindow {
  readonly page: Page;
  readonly pid: number;
  /** From the start of the process to the first frame that shows what was waited for, in milliseconds; as Chromium noted it. */
  readonly ms: number;
  close(): Promise<void>;
}

/** Resolves to the address at which the program lets itself be driven. @throws Error with its last words where it does not */
async function debuggerAddress(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`no window after ${PATIENCE_MS} ms:\n${said}`)), PATIENCE_MS);
    program.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /^DevTools listening on (ws:\S+)/m.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    });
    program.once('exit', () => reject(new Error(`the program ended at once:\n${said}`)));
  });
}

/** When text inside `selector` was first painted, epoch milliseconds; null where it was not yet. */
async function paintedAt(page: Page, selector: string): Promise<number | null> {
  return page.evaluate(async (inside) => {
    const paints = await new Promise<readonly PerformanceEntry[]>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type: 'largest-contentful-paint', buffered: true });
      setTimeout(() => resolve([]), 1_000);
    });
    const paint = (paints as readonly (PerformanceEntry & { readonly element: Element | null })[]).find(({ element }) => element?.closest(inside) != null);
    return paint === undefined ? null : performance.timeOrigin + paint.startTime;
  }, selector);
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

/** Starts a program and waits until text inside `selector` has been painted in its window. */
export async function openWindow(command: AppCommand, args: readonly string[], env: Readonly<Record<string, string>>, selector: string): Promise<OpenWindow> {
  const begin = Date.now();
  const program = spawn(command.executable, [...command.args, ...args, '--remote-debugging-port=0'], { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await debuggerAddress(program);
  await pause(UNDISTURBED_MS);
  const browser = await chromium.connectOverCDP(address);
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(LOOK_AGAIN_MS)) {
    const page = browser.contexts()[0]?.pages()[0];
    const at = page === undefined ? null : await paintedAt(page, selector);
    if (page === undefined || at === null) continue;
    const close = async (): Promise<void> => {
      const session = await browser.newBrowserCDPSession();
      await ended(program, () => void session.send('Browser.close').catch(() => undefined));
    };
    return { page, pid: program.pid ?? 0, ms: at - begin, close };
  }
  await ended(program, () => undefined);
  throw new Error(`nothing of ${selector} was painted`);
}

/** Asks a program to end, and ends it where it does not. */
async function ended(program: ChildProcess, ask: () => void): Promise<void> {
  const gone = new Promise((resolve) => program.once('exit', resolve));
  ask();
  await Promise.race([gone, pause(PATIENCE_MS / 4)]);
  program.kill('SIGKILL');
  await gone;
}
