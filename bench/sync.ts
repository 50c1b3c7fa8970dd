/**
 * How much a sync disturbs the window: `npm run bench -- sync [--feeds n]`. The real application in real Electron syncs `n`
 * made-up newspapers (20 articles each, with page and two pictures) from a server on loopback, while the event loop of the main
 * process and the frames of the window are watched. The same application doing nothing, in the same run, is the peer.
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

const SERVER = fileURLToPath(new URL('../tests/servers/news-server.ts', import.meta.url));

/** Milliseconds: how late the main process's event loop was, and how far apart the window's frames. */
interface Stall {
  readonly mainP99: number;
  readonly mainMax: number;
  readonly frameP99: number;
  readonly frameMax: number;
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { feeds: { type: 'string', default: '20' } } });
  const feeds = Number(values.feeds);
  const folder = mkdtempSync(join(tmpdir(), 'docbao-bench-'));
  const server = await startServer();
  const { app, window } = await launchDocbao({ libraryFolder: join(folder, 'library') });
  try {
    await window.waitForTimeout(3_000);
    const idle = await watch(app, window, () => window.waitForTimeout(5_000));
    const urls = Array.from({ length: feeds }, (_, site) => `${server.origin}/site/${site + 1}/feed.rss`);
    await window.evaluate(subscribe, urls);
    const busy = await watch(app, window, () => window.evaluate(sync));
    print(busy.value, idle.stall, busy.stall);
  } finally {
    await app.close();
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The server has a process of its own: what it costs must not be counted as ours. */
async function startServer(): Promise<{ origin: string; stop: () => void }> {
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
async function subscribe(urls: string[]): Promise<void> {
  for (const feedUrl of urls) await (globalThis as WithDocbao).docbao.feeds.add({ feedUrl });
}

/** Runs in the window. */
async function sync(): Promise<SyncOutcome> {
  const result = await (globalThis as WithDocbao).docbao.sync.start({ feedId: null });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
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

function print(outcome: SyncOutcome, idle: Stall, busy: Stall): void {
  const seconds = outcome.ms / 1000;
  const rows: [string, number, number][] = [
    ['main process event loop p99', idle.mainP99, busy.mainP99],
    ['main process event loop max', idle.mainMax, busy.mainMax],
    ['window frame interval p99', idle.frameP99, busy.frameP99],
    ['window frame interval max', idle.frameMax, busy.frameMax],
  ];
  const lines = [
    `${outcome.feeds} feeds, ${outcome.newArticles} articles, ${outcome.assets} images in ${seconds.toFixed(1)} s: ${(outcome.newArticles / seconds).toFixed(1)} articles a second; ${outcome.failed.length} failed`,
    'milliseconds'.padEnd(32) + 'idle'.padStart(10) + 'syncing'.padStart(10) + 'ratio'.padStart(8),
    ...rows.map(([name, calm, loaded]) => name.padEnd(32) + calm.toFixed(1).padStart(10) + loaded.toFixed(1).padStart(10) + (loaded / calm).toFixed(1).padStart(8)),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
