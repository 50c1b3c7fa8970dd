import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSearchClient, type SearchClient } from '../main/search/index.ts';
import { libraryPaths, openStore, removeArticles, type Store } from '../main/store/index.ts';
import { ROOT, buildApp } from '../scripts/build.ts';
import { tell } from '../scripts/electron-runtime.ts';
import { stretch } from './search-corpus.ts';
import { addArticles, fillLibrary } from './search-library.ts';
import { say, timed, timesOf, type Times } from './search-measure.ts';
import type { StartFigures } from './search-start-process.ts';
import { builtOnce, measureKnown, type Engine, type Known, type Workload } from './search-workload.ts';

const HITS = 50;
/** Articles of one sync, and how often they come. */
const SYNCED = 200;
const SYNCS = 5;

/** What is measured of Docbao alone. */
export interface OwnFigures {
  readonly start: StartFigures;
  /** Until new articles are found, of some syncs. */
  readonly increment: { readonly foundMs: Times; readonly removedMs: Times; readonly writtenBytes: readonly number[] };
}

/** As users get it: from its sources, Node would keep a compiler in the thread's memory. */
const WORKER = pathToFileURL(join(ROOT, 'out/main/search-worker.cjs'));

function openClient(folder: string): SearchClient {
  return createSearchClient({ libraryFolder: folder, workerUrl: WORKER });
}

/** Stores and indexes the articles, unless an earlier run over the folder did. */
export async function openDocbao(workload: Workload): Promise<Engine & { readonly start: StartFigures }> {
  const { corpus, count, folder } = workload;
  await buildApp(tell);
  const isThere = existsSync(libraryPaths(folder).index);
  if (!isThere) {
    const filled = await timed(() => fillLibrary(folder, stretch(corpus, count)));
    say(`library: ${count} articles stored in ${(filled.wallMs / 1000).toFixed(1)} s`);
  }
  // A library that an earlier Docbao filled gets today's tables.
  openStore(folder).close();
  const build = await builtOnce(folder, 'docbao', isThere, () => buildIndex(folder, workload.keys));
  const start = measureStart(workload);
  const client = openClient(folder);
  await client.catchUp();
  const know = async (): Promise<Known> => {
    const known = await measureKnown(workload, async (query) => (await client.query({ query, limit: 10, offset: 0 })).hits.map(({ id }) => id));
    return { ...known, size: `${((await client.indexBytes()) / 1e6).toFixed(0)} MB` };
  };
  return { name: 'Docbao', build, start, type: (query) => client.query({ query, limit: HITS, offset: 0 }), know, close: () => client.close() };
}

/** Builds the index while somebody goes on typing. */
async function buildIndex(folder: string, keys: readonly string[]): Promise<void> {
  const client = openClient(folder);
  const end = new AbortController();
  const built = client.catchUp().finally(() => end.abort());
  const waits: number[] = [];
  for (let at = 0; !end.signal.aborted; at += 1) {
    const { wallMs } = await timed(() => client.query({ query: keys[at % keys.length] ?? '', limit: HITS, offset: 0 }));
    waits.push(wallMs);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await built;
  await client.close();
  const { p50, p95, max } = timesOf(waits);
  say(`while the index is built: a keystroke is answered after ${p50.toFixed(0)} ms (p50), ${p95.toFixed(0)} ms (p95), ${max.toFixed(0)} ms at most`);
}

/** From opening the library to the first answer and to the whole index, in a process of its own. */
function measureStart({ folder, keys }: Workload): StartFigures {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(import.meta.dirname, 'search-start-process.ts'), WORKER.href, folder, keys.at(-1) ?? ''], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const figures = JSON.parse(stdout) as StartFigures;
  say(`ready: first answer after ${figures.firstMs.toFixed(0)} ms, complete after ${figures.completeMs.toFixed(0)} ms; ${(figures.memory / 1e6).toFixed(0)} MB of memory`);
  return figures;
}

/** 200 new articles again and again, each time with a start of the program: until they are found, and what is written for them. */
export async function measureIncrement(workload: Workload): Promise<OwnFigures['increment']> {
  const { corpus, count, folder } = workload;
  const store = openStore(folder);
  const foundMs: number[] = [];
  const removedMs: number[] = [];
  const writtenBytes: number[] = [];
  const added: number[] = [];
  for (let sync = 0; sync < SYNCS; sync += 1) {
    const client = openClient(folder);
    await client.catchUp();
    const before = newestId(store);
    addArticles(store, stretch(corpus.slice(sync * SYNCED, (sync + 1) * SYNCED), SYNCED), count + sync * SYNCED);
    const written = writtenSoFar();
    foundMs.push((await timed(() => client.catchUp())).wallMs);
    added.push(...store.read.column<number>('SELECT id FROM articles WHERE id > ?', before));
    await client.close();
    writtenBytes.push(writtenSoFar() - written);
  }
  const client = openClient(folder);
  await client.catchUp();
  for (let sync = 0; sync < SYNCS; sync += 1) {
    removeArticles(store.write, added.slice(sync * SYNCED, (sync + 1) * SYNCED));
    removedMs.push((await timed(() => client.catchUp())).wallMs);
  }
  await client.close();
  store.close();
  return { foundMs: timesOf(foundMs), removedMs: timesOf(removedMs), writtenBytes };
}

function newestId(store: Store): number {
  return store.read.value<number>('SELECT max(id) FROM articles') ?? 0;
}

/** Bytes that this process has handed to the system to be written, a write-ahead log counted as well as its file; Linux only. */
function writtenSoFar(): number {
  return Number(/^wchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1] ?? 0);
}
