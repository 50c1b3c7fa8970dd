/**
 * Search beside SQLite's FTS5 and plain MiniSearch on the same articles in the same run: `npm run bench -- search [--corpus <file>]
 * [--articles n] [--titles n] [--queries n] [--minisearch] [--library <folder>] [--electron]`. More articles than the corpus has are the
 * corpus again with words exchanged. With `--library`, what is built stays in that folder and the next run over the same articles
 * uses it. `--electron` measures in the real window only, from a key to painted results.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CORPUS_FOLDER, readCorpus } from './search-corpus.ts';
import { measureIncrement, openDocbao } from './search-docbao.ts';
import { measureWindow } from './search-electron.ts';
import { say } from './search-measure.ts';
import { openMiniSearch, openPeer } from './search-peers.ts';
import { report } from './search-report.ts';
import { makeWorkload, NOTHING_SPENT, typeInto, type Figures, type Workload } from './search-workload.ts';

/** Plain MiniSearch takes a gigabyte of heap for 100,000 articles. */
const MOST_FOR_MINISEARCH = 10_000;
/** Beyond, FTS5 over words with their marks is left out: it takes the longest, and answers what the smaller corpus has answered. */
const MOST_FOR_MARKED = 100_000;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      corpus: { type: 'string', default: join(CORPUS_FOLDER, 'vietnews-105k.jsonl.xz') },
      articles: { type: 'string', default: '20000' },
      titles: { type: 'string', default: '60' },
      queries: { type: 'string', default: '300' },
      minisearch: { type: 'boolean', default: false },
      library: { type: 'string' },
      electron: { type: 'boolean', default: false },
    },
  });
  if (!existsSync(values.corpus)) {
    say(`There is no corpus at ${values.corpus}: give one with --corpus <file>.`);
    return;
  }
  const count = Number(values.articles);
  const folder = values.library ?? mkdtempSync(join(tmpdir(), 'docbao-bench-search-'));
  mkdirSync(folder, { recursive: true });
  try {
    const workload = makeWorkload(await readCorpus(values.corpus, count), count, folder, Number(values.titles), Number(values.queries));
    if (values.electron) await measureWindow(workload);
    else await compare(workload, values.minisearch);
  } finally {
    if (values.library === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(workload: Workload, withMiniSearch: boolean): Promise<void> {
  const docbao = await openDocbao(workload);
  const peers = [await openPeer(workload, 'folded')];
  if (workload.count <= MOST_FOR_MARKED) peers.push(await openPeer(workload, 'marked'));
  if (withMiniSearch || workload.count <= MOST_FOR_MINISEARCH) peers.push(await openMiniSearch(workload));
  const engines = [docbao, ...peers];
  const typing = await typeInto(engines, workload);
  const figures: Figures[] = [];
  for (const [at, engine] of engines.entries()) {
    const { name, build } = engine;
    figures.push({ name, build, typing: typing[at] ?? { hits: NOTHING_SPENT, counted: NOTHING_SPENT }, ...(await engine.know()) });
    await engine.close();
  }
  const [own, ...others] = figures;
  if (own !== undefined) report(workload, { ...own, start: docbao.start, increment: await measureIncrement(workload) }, others);
}
