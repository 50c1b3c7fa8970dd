/**
 * What a sync costs: `npm run bench -- sync [--feeds n] [--only feeds|window]`. The real application in real Electron syncs `n` made-up
 * newspapers (1,000 unless said; 20 articles each, with page and two pictures) from a server on loopback, while the event loop of the main
 * process, the frames of the window and the memory of all processes are watched. The same application doing nothing, in the same run, is
 * the peer. Then the feeds alone, under plain Node, beside newsboat.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { ElectronApplication, Page } from 'playwright-core';
import type { DocbaoApi } from '../contract/ipc/api.ts';
import type { SyncOutcome } from '../contract/domain/sync.ts';
import { launchDocbao } from '../scripts/electron-launch.ts';
import { memoryOf, processorSeconds, processTree } from './process-tree.ts';
import { compareRefresh } from './sync-feeds.ts';

const SERVER = fileURLToPath(new URL('../tests/servers/news-server.ts', import.meta.url));

/** Milliseconds: how late the main process's event loop was, and how far apart the window's frames. */
interface Stall {
  readonly mainP99: number;
  readonly mainMax: number;
  readonly frameP99: number;
  readonly frameMax: number;
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { feeds: { type: 'string', default: '1000' }, only: { type: 'string' } } });
  const server = await startServer();
  try {
    const urls = Array.from({ length: Number(values.feeds) }, (_, site) => `${server.origin}/site/${site + 1}/feed.rss`);
    if (values.only !== 'feeds') process.stdout.write(`${await syncInWindow(urls)}\n`);
    if (values.only !== 'window') process.stdout.write(`${await compareRefresh(urls)}\n`);
  } finally {
    server.stop();
  }
}

async function syncInWindow(urls: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'docbao-bench-'));
  const { app, window } = await launchDocbao({ libraryFolder: join(folder, 'library') });
  try {
    await window.waitForTimeout(3_000);
    const idle = await watch(app, window, () => window.waitForTimeout(5_000));
    await window.evaluate(subscribe, listOf(urls));
    const processes = watchProcesses(app.process().pid ?? 0);
    const busy = await watch(app, window, () => window.evaluate(sync));
    return report(busy.value, idle.stall, busy.stall, processes());
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A subscription list (OPML) of these feeds. */
function listOf(urls: readonly string[]): string {
  return `<opml version="2.0"><body>${urls.map((url) => `<outline type="rss" text="${url}" xmlUrl="${url}"/>`).join('')}</body></opml>`;
}

interface Processes {
  /** Bytes of all processes together, at the most. */
  readonly peakMemory: number;
  /** Seconds of processor time. */
  readonly processor: number;
}

/** Looks twice a second at the application's processes; what it answers ends that. */
function watchProcesses(pid: number): () => Processes {
  const before = processorSeconds(processTree(pid));
  let peakMemory = 0;
  const look = (): void => void (peakMemory = Math.max(peakMemory, memoryOf(processTree(pid))));
  const timer = setInterval(look, 500);
  return () => {
    clearInterval(timer);
    look();
    return { peakMemory, processor: processorSeconds(processTree(pid)) - before };
  };
}

/** The server has a process of its own: what it costs must not be counted as ours. */
export async function startServer(): Promise<{ origin: string; stop: () => void }> {
  const child = spawn(process.execPath, [SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
      if (found) resolve(found[0]);
    });
  });
  return { origin, stop: () => void child.kill() };
}

type WithDocbao = typeof globalThis & { docbao: DocbaoApi };

/** Runs in the window. */
async function subscribe(text: string): Promise<void> {
  const result = await (globalThis as WithDocbao).docbao.feeds.importOpml({ text });
  if (!result.ok) throw new Error(result.error.message);
}

interface Synced extends SyncOutcome {
  /** What came over the network. */
  readonly bytes: number;
}

/** Runs in the window. */
async function sync(): Promise<Synced> {
  const { docbao } = globalThis as WithDocbao;
  let bytes = 0;
  const stop = docbao.on.syncProgress((progress) => (bytes = progress.bytes));
  const result = await docbao.sync.start({ feedId: null });
  stop();
  if (!result.ok) throw new Error(result.error.message);
  return { ...result.value, bytes };
}

async function watch<Value>(app: ElectronApplication, window: Page, work: () => Promise<Value>): Promise<{ stall: Stall; value: Value }> {
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const monitor = monitorEventLoopDelay({ resolution: 1 });
    monitor.enable();
    (globalThis as unknown as { stall: typeof monitor }).stall = monitor;
  });
  await window.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const watched = globalThis as unknown as { frames: number[]; watching: boolean };
    watched.frames = frames;
    watched.watching = true;
    const next = (now: number): void => {
      frames.push(now - last);
      last = now;
      if (watched.watching) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const value = await work();
  const main = await app.evaluate(() => {
    const { stall } = globalThis as unknown as { stall: { disable(): void; percentile(at: number): number; max: number } };
    stall.disable();
    return { p99: stall.percentile(99) / 1e6, max: stall.max / 1e6 };
  });
  const frames = await window.evaluate(() => {
    const watched = globalThis as unknown as { frames: number[]; watching: boolean };
    watched.watching = false;
    return watched.frames;
  });
  frames.sort((a, b) => a - b);
  const stall = { mainP99: main.p99, mainMax: main.max, frameP99: frames[Math.floor(frames.length * 0.99)] ?? 0, frameMax: frames.at(-1) ?? 0 };
  return { stall, value };
}

function report(outcome: Synced, idle: Stall, busy: Stall, { peakMemory, processor }: Processes): string {
  const seconds = outcome.ms / 1000;
  const mega = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
  const rows: [string, number, number][] = [
    ['main process event loop p99', idle.mainP99, busy.mainP99],
    ['main process event loop max', idle.mainMax, busy.mainMax],
    ['window frame interval p99', idle.frameP99, busy.frameP99],
    ['window frame interval max', idle.frameMax, busy.frameMax],
  ];
  return [
    `${outcome.feeds} feeds, ${outcome.newArticles} articles, ${outcome.assets} images, ${mega(outcome.bytes)} in ${seconds.toFixed(1)} s: ${(outcome.newArticles / seconds).toFixed(1)} articles a second; ${outcome.failed.length} failed`,
    `${processor.toFixed(0)} s of processor time; ${mega(peakMemory)} of memory at the most, all processes`,
    'milliseconds'.padEnd(32) + 'idle'.padStart(10) + 'syncing'.padStart(10) + 'ratio'.padStart(8),
    ...rows.map(([name, calm, loaded]) => name.padEnd(32) + calm.toFixed(1).padStart(10) + loaded.toFixed(1).padStart(10) + (loaded / calm).toFixed(1).padStart(8)),
  ].join('\n');
}
