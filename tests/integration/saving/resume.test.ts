import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getFileImports, listArticles } from '../../../main/store/index.ts';
import { openLibrary, type Library } from '../../../main/sync/open-library.ts';
import { madeUpPage } from './made-up-page.ts';

const FILES = 90;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'docbao-resume-'));
  mkdirSync(join(folder, 'bao'));
  for (let number = 1; number <= FILES; number += 1) writeFileSync(join(folder, 'bao', `${number}.html`), madeUpPage(number));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts an import in a process of its own, and kills that when so many files are saved. */
async function killAfter(library: string, files: number): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'importing-process.ts'), library, join(folder, 'bao')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  let saved = 0;
  for await (const piece of child.stdout) {
    saved += String(piece).length;
    if (saved >= files) break;
  }
  child.kill('SIGKILL');
  await exited;
}

const titlesOf = (library: Library): string[] => listArticles(library.store.read, { kind: 'all' }, 1000, 0).articles.map(({ title }) => title);

async function finished(library: Library): Promise<void> {
  await expect.poll(() => getFileImports(library.store.read), { timeout: 30_000 }).toEqual([]);
}

describe('an import that is broken off', () => {
  it('by a kill goes on at the next start: nothing lost, nothing twice', async () => {
    const place = join(folder, 'killed');
    await killAfter(place, 30);
    const library = await openLibrary({ folder: place, isScheduled: true });
    await finished(library);
    const titles = titlesOf(library);
    expect(titles).toHaveLength(FILES);
    expect(new Set(titles).size).toBe(FILES);
    expect(await library.check()).toEqual({ ok: true, problems: [] });
    await library.close();
  });

  it('by a quit goes on at the next start; by the user it is over', async () => {
    const place = join(folder, 'quit');
    const first = await openLibrary({ folder: place, isScheduled: true });
    const enough = new Promise<void>((resolve) => {
      let saved = 0;
      void first.files.start([join(folder, 'bao')], () => {
        saved += 1;
        if (saved === 25) resolve();
      });
    });
    await enough;
    await first.close();
    const second = await openLibrary({ folder: place, isScheduled: true });
    expect(titlesOf(second).length).toBeLessThan(FILES);
    await finished(second);
    expect(new Set(titlesOf(second)).size).toBe(FILES);
    const outcome = second.files.start([join(folder, 'bao')], () => second.files.cancel());
    expect(await outcome).toMatchObject({ wasCancelled: true });
    expect(getFileImports(second.store.read)).toEqual([]);
    await second.close();
  });
});
