import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, buildApp } from '../scripts/build.ts';
import { prepareApp, resolveElectron, tell } from '../scripts/electron-runtime.ts';
import { openDisplay } from '../scripts/runtime/display.ts';
import { openWindow, type OpenWindow } from './electron-window.ts';
import { emptyWindow } from './empty-window.ts';
import { memoryOf, processTree, processorSeconds } from './process-tree.ts';
import { libraryOf, settle } from './ui-library.ts';
import { fillWithBoxes, holdKey, scroll, switchArticles } from './ui-page.ts';
import { measureSync } from './ui-sync.ts';

const STARTS = 5;
/** Pixels a frame: read along, skimmed, thrown. */
const STEPS = [30, 120, 1200] as const;
/** Milliseconds between two articles: the next one the moment that one is there, and somebody who skims. */
const PAUSES = [0, 400] as const;
const SETTLE_MS = 15_000;
const IDLE_MS = 30_000;

type Open = () => Promise<OpenWindow>;

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

/** Each line says how busy the machine was: the waiting programs of the last minute, its own among them. */
function print(name: string, value: string): void {
  const load = readFileSync('/proc/loadavg', 'utf8').split(' ')[0] ?? '';
  process.stdout.write(`${name.padEnd(58)} ${value}  [load ${load}]\n`);
}

/**
 * What a person feels, measured in the real application: `npm run bench -- ui [articles] [--library <folder>]`, 100,000
 * articles unless said. Start, scrolling, memory and idling are compared with an empty window of the same Electron in
 * the same run. A library that is named is used where it is; otherwise one is made, kept for the next time, and copied.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: { library: { type: 'string' } } });
  const folder = mkdtempSync(join(tmpdir(), 'docbao-bench-'));
  const library = values.library ?? join(folder, 'library');
  if (values.library === undefined) cpSync(await libraryOf(Number(positionals[0] ?? 100_000)), library, { recursive: true });
  await settle(library);
  await buildApp(tell);
  const runtime = await resolveElectron();
  const docbao = await prepareApp(runtime, ROOT);
  const empty = emptyWindow(runtime, join(folder, 'empty'));
  const display = await openDisplay(tell);
  const openDocbao: Open = () => openWindow(docbao, [`--user-data-dir=${folder}/profile`, '--library', library], display.env, '.row');
  const openEmpty: Open = () => openWindow(empty, [`--user-data-dir=${folder}/empty.profile`], display.env, 'p');
  try {
    await measureStarts(openEmpty, openDocbao);
    await measureDocbao(await openDocbao());
    await measureEmpty(await openEmpty());
    await measureSyncing(folder, (synced) => openWindow(docbao, [`--user-data-dir=${folder}/sync.profile`, '--library', synced], display.env, '.row'));
  } finally {
    display.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureStarts(openEmpty: Open, openDocbao: Open): Promise<void> {
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
  print('start, Docbao, first list painted', `${docbao.toFixed(0)} ms, ${(docbao / empty).toFixed(2)} x empty`);
}

async function measureScroll(name: string, { page }: OpenWindow, list: string): Promise<void> {
  for (const step of STEPS) {
    const { frames, dropped, waiting, longest, blank } = await scroll(page, list, step);
    print(`${name}, ${step} px a frame`, `${dropped} of ${frames + dropped} frames dropped, longest ${longest.toFixed(0)} ms, rows missing in ${waiting}, a blank place in ${blank}`);
  }
}

async function measureIdle(name: string, { pid }: OpenWindow): Promise<void> {
  const { percent, bytes } = await idle(pid);
  print(`${name}: idle processor, all processes`, `${percent.toFixed(2)} % of one core`);
  print(`${name}: memory, all processes (PSS)`, `${(bytes / 1024 ** 2).toFixed(0)} MiB`);
}

async function measureDocbao(docbao: OpenWindow): Promise<void> {
  for (const pause of PAUSES) {
    const taken = await switchArticles(docbao.page, pause);
    const name = pause === 0 ? 'article switch, one after another' : `article switch, one in ${pause} ms`;
    print(`${name}, key to painted`, `p50 ${quantile(taken, 0.5).toFixed(0)} ms, p95 ${quantile(taken, 0.95).toFixed(0)} ms, max ${Math.max(...taken).toFixed(0)} ms`);
  }
  const { lags, documents, settled } = await holdKey(docbao.page);
  print('key held down, 60 articles, key to next frame', `p50 ${quantile(lags, 0.5).toFixed(0)} ms, p95 ${quantile(lags, 0.95).toFixed(0)} ms; ${documents} documents loaded, the last shown after ${settled.toFixed(0)} ms`);
  await measureScroll('list scroll', docbao, '#article-list');
  await measureIdle('Docbao', docbao);
  await docbao.close();
}

async function measureEmpty(empty: OpenWindow): Promise<void> {
  await measureIdle('empty window', empty);
  await fillWithBoxes(empty.page);
  await measureScroll('plain boxes scroll', empty, '#boxes');
  await empty.close();
}

/** p50, p95 and the longest, and how many are later than a tenth of a second. */
function spread(values: readonly number[]): string {
  return `p50 ${quantile(values, 0.5).toFixed(0)} ms, p95 ${quantile(values, 0.95).toFixed(0)} ms, max ${Math.max(...values).toFixed(0)} ms; ${values.filter((ms) => ms > 100).length} of ${values.length} later than 100 ms`;
}

async function measureSyncing(folder: string, open: (library: string) => Promise<OpenWindow>): Promise<void> {
  const { calm, syncing, arrived } = await measureSync(folder, open);
  print('scroll, 30 px a frame, frame to frame', spread(calm.frames));
  print(`the same while 1,000 sources sync (${arrived} articles)`, spread(syncing.frames));
  print('a letter into the search box, to the next frame', spread(calm.keys));
  print('the same while 1,000 sources sync', spread(syncing.keys));
}
