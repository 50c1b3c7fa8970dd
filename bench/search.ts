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
import { measureDocbao } from './search-docbao.ts';
import { measureWindow } from './search-electron.ts';
import { say } from './search-measure.ts';
import { measureFts5, measureMiniSearch } from './search-peers.ts';
import { report } from './search-report.ts';
import { makeWorkload, type Workload } from './search-workload.ts';

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
  const docbao = await measureDocbao(workload);
  const peers = [await measureFts5(workload, 'folded')];
  if (workload.count <= MOST_FOR_MARKED) peers.push(await measureFts5(workload, 'marked'));
  if (withMiniSearch || workload.count <= MOST_FOR_MINISEARCH) peers.push(await measureMiniSearch(workload));
  report(workload, docbao, peers);
}
