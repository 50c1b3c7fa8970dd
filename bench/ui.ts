import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { ROOT, buildApp } from '../scripts/build.ts';
import { prepareApp, resolveElectron, tell, type AppCommand } from '../scripts/electron-runtime.ts';
import { openDisplay } from '../scripts/runtime/display.ts';
import { emptyWindow } from './empty-window.ts';
import { memoryOf, processTree, processorSeconds } from './process-tree.ts';
import { libraryOf } from './ui-library.ts';

const STARTS = 5;
const SWITCHES = 100;
const SCROLL_MS = 5_000;
const SETTLE_MS = 15_000;
const IDLE_MS = 30_000;

interface Started {
  readonly page: Page;
  readonly pid: number;
  /** From the start of the process to the frame after what was waited for, in milliseconds. */
  readonly ms: number;
  close(): Promise<void>;
}

async function start(command: AppCommand, args: readonly string[], env: Readonly<Record<string, string>>, selector: string): Promise<Started> {
  const begin = Date.now();
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const app = await _electron.launch({ executablePath: command.executable, args: [...command.args, ...args], env: { ...Object.fromEntries(inherited), ...env } });
  const page = await app.firstWindow();
  await page.waitForSelector(selector);
  const painted = await page.evaluate(() => new Promise<number>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())))));
  return { page, pid: app.process().pid ?? 0, ms: painted - begin, close: () => app.close() };
}

/** Milliseconds from the key that asks for the next article to the frame that shows it, `SWITCHES` times. */
async function switchArticles(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (times) => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const shown = (): string => document.querySelector<HTMLIFrameElement>('iframe[data-shown="true"]')?.contentDocument?.URL ?? '';
    const taken: number[] = [];
    for (let count = 0; count < times; count += 1) {
      const before = shown();
      const begin = performance.now();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true, cancelable: true }));
      while (shown() === before && performance.now() - begin < 5_000) await frame();
      await frame();
      taken.push(performance.now() - begin);
    }
    return taken;
  }, SWITCHES);
}

interface Scrolled {
  readonly frames: number;
  readonly dropped: number;
  /** Frames in which a row in sight had not arrived yet. */
  readonly waiting: number;
  readonly longest: number;
}

/** Scrolls the list by `step` pixels a frame; a frame that comes more than half a frame late counts as dropped. */
async function scroll(page: Page, step: number): Promise<Scrolled> {
  return page.evaluate(
    async ({ ms, pixels }) => {
      const list = document.querySelector('#article-list');
      if (list === null) throw new Error('there is no list');
      list.scrollTop = 0;
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      let last = await frame();
      const end = last + ms;
      const result = { frames: 0, dropped: 0, waiting: 0, longest: 0 };
      while (last < end) {
        list.scrollTop += pixels;
        const now = await frame();
        result.frames += 1;
        result.dropped += Math.max(0, Math.round((now - last) / (1000 / 60)) - 1);
        result.longest = Math.max(result.longest, now - last);
        result.waiting += document.querySelector('.row-waiting') === null ? 0 : 1;
        last = now;
      }
      return result;
    },
    { ms: SCROLL_MS, pixels: step },
  );
}

async function idle(pid: number): Promise<{ readonly percent: number; readonly bytes: number }> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const before = processorSeconds(processTree(pid));
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  const tree = processTree(pid);
  return { percent: (100 * (processorSeconds(tree) - before)) / (IDLE_MS / 1000), bytes: memoryOf(tree) };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function print(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(58)} ${value}\n`);
}

/**
 * What a person feels, measured in the real application: `npm run bench -- ui [articles]`, 100,000 unless said. Start-up is
 * compared with an empty window of the same Electron in the same run.
 */
export async function run(args: readonly string[]): Promise<void> {
  const articles = Number(args[0] ?? 100_000);
  const folder = mkdtempSync(join(tmpdir(), 'docbao-bench-'));
  const library = join(folder, 'library');
  cpSync(await libraryOf(articles), library, { recursive: true });
  await buildApp(tell);
  const runtime = await resolveElectron();
  const docbao = await prepareApp(runtime, ROOT);
  const empty = emptyWindow(runtime, join(folder, 'empty'));
  const display = await openDisplay(tell);
  const openDocbao = (): Promise<Started> => start(docbao, [`--user-data-dir=${library}.profile`, '--library', library], display.env, '.row-title');
  const openEmpty = (): Promise<Started> => start(empty, [`--user-data-dir=${folder}/empty.profile`], display.env, 'p');
  try {
    await measureStarts(articles, openEmpty, openDocbao);
    await measureUse(await openDocbao());
    await measureEmpty(await openEmpty());
  } finally {
    display.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureStarts(articles: number, openEmpty: () => Promise<Started>, openDocbao: () => Promise<Started>): Promise<void> {
  const taken = { empty: [] as number[], docbao: [] as number[] };
  // The first of each fills the caches of the system and of Chromium, and is not counted.
  for (let count = 0; count <= STARTS; count += 1) {
    for (const [name, open] of [['empty', openEmpty], ['docbao', openDocbao]] as const) {
      const started = await open();
      await started.close();
      if (count > 0) taken[name].push(started.ms);
    }
  }
  const [empty, docbao] = [quantile(taken.empty, 0.5), quantile(taken.docbao, 0.5)];
  print('start, empty Electron window', `${empty.toFixed(0)} ms (median of ${STARTS})`);
  print(`start, Docbao with ${articles} articles, first list painted`, `${docbao.toFixed(0)} ms, ${(docbao / empty).toFixed(2)} x empty`);
}

async function measureUse(docbao: Started): Promise<void> {
  const switches = await switchArticles(docbao.page);
  print('article switch, key to painted', `p50 ${quantile(switches, 0.5).toFixed(0)} ms, p95 ${quantile(switches, 0.95).toFixed(0)} ms, max ${Math.max(...switches).toFixed(0)} ms`);
  for (const step of [30, 120, 1200]) {
    const { frames, dropped, waiting, longest } = await scroll(docbao.page, step);
    print(`list scroll, ${step} px a frame`, `${dropped} of ${frames + dropped} frames dropped, longest ${longest.toFixed(0)} ms, rows missing in ${waiting}`);
  }
  const { percent, bytes } = await idle(docbao.pid);
  print('idle processor, all processes', `${percent.toFixed(2)} % of one core`);
  print('memory, all processes (PSS)', `${(bytes / 1024 ** 2).toFixed(0)} MiB`);
  await docbao.close();
}

async function measureEmpty(empty: Started): Promise<void> {
  const { percent, bytes } = await idle(empty.pid);
  print('empty window: idle processor, memory', `${percent.toFixed(2)} %, ${(bytes / 1024 ** 2).toFixed(0)} MiB`);
  await empty.close();
}
