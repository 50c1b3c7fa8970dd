import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createSearchClient } from '../../../main/search/index.ts';
import { Searcher } from '../../../main/search/searcher.ts';
import { openStore } from '../../../main/store/index.ts';
import { add, catchUp, makeFolder } from './library.ts';

const ARTICLES = 4000;

function fill(folder: string): void {
  const store = openStore(folder);
  add(store, ...Array.from({ length: ARTICLES }, (_, at) => ({ title: `Tin số ${at}`, text: `bầu cử ở xã ${at % 97} `.repeat(20) })));
  store.close();
}

async function killWhileIndexing(folder: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'indexing-process.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await setTimeout(afterMs);
  child.kill('SIGKILL');
  await exited;
}

describe('an index whose process is killed', () => {
  it('is right at the next start, whenever that was', async () => {
    const folder = makeFolder();
    fill(folder);
    for (const afterMs of [0, 15, 40, 80, 150]) {
      await killWhileIndexing(folder, afterMs);
      const searcher = new Searcher(folder);
      expect(searcher.query({ query: 'bau cu', limit: 1, offset: 0 }).total).toBeLessThanOrEqual(ARTICLES);
      searcher.close();
    }
    const searcher = new Searcher(folder);
    catchUp(searcher);
    expect(searcher.query({ query: 'bau cu', limit: 1, offset: 0 })).toMatchObject({ total: ARTICLES, isComplete: true });
    expect(searcher.check()).toEqual([]);
    searcher.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is not indexed twice by two processes at once', async () => {
    const folder = makeFolder();
    fill(folder);
    const workerUrl = new URL('../../../main/search/worker.ts', import.meta.url);
    const clients = [0, 1].map(() => createSearchClient({ libraryFolder: folder, workerUrl }));
    await Promise.all(clients.map((client) => client.catchUp()));
    for (const client of clients) {
      expect(await client.query({ query: 'bau cu', limit: 1, offset: 0 })).toMatchObject({ total: ARTICLES, isComplete: true });
      expect(await client.check()).toEqual([]);
    }
    await clients[0]?.rebuild();
    await clients[1]?.catchUp();
    expect(await clients[1]?.query({ query: 'bau cu xa 5', limit: 1, offset: 0 })).toMatchObject({ isComplete: true });
    expect(await clients[1]?.check()).toEqual([]);
    await Promise.all(clients.map((client) => client.close()));
    rmSync(folder, { recursive: true, force: true });
  });

  it('answers tasks with errors where the library can not be opened, and none are left waiting', async () => {
    const client = createSearchClient({ libraryFolder: join(makeFolder(), 'nowhere'), workerUrl: new URL('../../../main/search/worker.ts', import.meta.url) });
    await expect(client.query({ query: 'x', limit: 1, offset: 0 })).rejects.toMatchObject({ kind: 'library' });
    await client.close();
    await expect(client.catchUp()).rejects.toMatchObject({ kind: 'cancelled' });
  });
});
