import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { createSearchClient } from '../main/search/index.ts';
import { libraryPaths } from '../main/store/index.ts';
import { ROOT, buildApp } from '../scripts/build.ts';
import { prepareApp, resolveElectron, tell } from '../scripts/electron-runtime.ts';
import { openDisplay } from '../scripts/runtime/display.ts';
import { stretch } from './search-corpus.ts';
import { fillLibrary } from './search-library.ts';
import { say, timesOf } from './search-measure.ts';
import type { Workload } from './search-workload.ts';

/** Between two keys, as somebody types who types fast: 8 keys a second. */
const BETWEEN_KEYS_MS = 125;
const LONGEST_WAIT_MS = 5_000;

/** Types into the search box of the real application; tells the time from each key to the frame after its results stood there. */
export async function measureWindow({ corpus, count, folder, warmUp, keys }: Workload): Promise<void> {
  if (!existsSync(libraryPaths(folder).index)) {
    fillLibrary(folder, stretch(corpus, count));
    const client = createSearchClient({ libraryFolder: folder, workerUrl: new URL('../main/search/worker.ts', import.meta.url) });
    await client.catchUp();
    await client.close();
  }
  await buildApp(tell);
  const command = await prepareApp(await resolveElectron(), ROOT);
  const display = await openDisplay(tell);
  const inherited = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const app = await _electron.launch({
    executablePath: command.executable,
    args: [...command.args, `--user-data-dir=${join(folder, 'profile')}`, '--library', folder],
    env: { ...inherited, ...display.env },
  });
  try {
    const page = await app.firstWindow();
    await page.locator('.row-title').first().waitFor();
    await typeEach(page, warmUp);
    const taken = await typeEach(page, keys);
    const { p50, p95, max } = timesOf(taken);
    say(`${count} articles, ${taken.length} keys in the window, from the key to painted results: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, max ${max.toFixed(0)} ms`);
  } finally {
    await app.close();
    display.close();
  }
}

/** What the box is to hold after each key; answers milliseconds. */
async function typeEach(page: Page, texts: readonly string[]): Promise<readonly number[]> {
  return page.evaluate(
    async ({ typed, between, longest }) => {
      const box = document.querySelector<HTMLInputElement>('.search-box input');
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      if (box === null || setValue === undefined) throw new Error('there is no search box');
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const shown = (): string | undefined => document.querySelector<HTMLElement>('.search-results')?.dataset['query'];
      const taken: number[] = [];
      for (const text of typed) {
        const begin = performance.now();
        setValue.call(box, text);
        box.dispatchEvent(new Event('input', { bubbles: true }));
        while (shown() !== text && performance.now() - begin < longest) await frame();
        await frame();
        taken.push(performance.now() - begin);
        await new Promise((resolve) => setTimeout(resolve, between));
      }
      return taken;
    },
    { typed: texts, between: BETWEEN_KEYS_MS, longest: LONGEST_WAIT_MS },
  );
}
