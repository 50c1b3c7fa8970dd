/**
 * Search beside SQLite's FTS5 and plain MiniSearch on the same articles in the same run:
 * `npm run bench -- search [--corpus <file>] [--articles n] [--titles n] [--queries n] [--minisearch]`.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createSearchClient, type SearchClient } from '../main/search/index.ts';
import { openStore } from '../main/store/index.ts';
import { CORPUS_FOLDER, readCorpus, stretch, type CorpusArticle } from './search-corpus.ts';
import { buildFts5, FTS5_FORMS, ftsText, typedMatch, type TextForm } from './search-fts5.ts';
import { addArticles, fillLibrary } from './search-library.ts';
import { inMs, meanReciprocalRank, table, timed, timeEach, timesOf, type Times } from './search-measure.ts';
import { buildMiniSearch } from './search-minisearch.ts';
import { keystrokes, knownQueries, QUERY_FORMS, wordsIn, type QueryForm } from './search-queries.ts';

/** Plain MiniSearch takes a gigabyte of heap for 100,000 articles. */
const MOST_FOR_MINISEARCH = 10_000;
const MOST_FOR_ANY_WORD = 50;
const HITS = 50;

interface Workload {
  readonly corpus: readonly CorpusArticle[];
  readonly count: number;
  readonly folder: string;
  readonly keys: readonly string[];
  readonly known: ReturnType<typeof knownQueries>;
}

/** One engine's figures. */
interface Figures {
  readonly name: string;
  readonly buildMs: number;
  readonly typing: Times;
  readonly whole: Times;
  readonly size: string;
  readonly ranks: Partial<Record<QueryForm, number>>;
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      corpus: { type: 'string', default: join(CORPUS_FOLDER, 'vietnews-105k.jsonl.xz') },
      articles: { type: 'string', default: '20000' },
      titles: { type: 'string', default: '60' },
      queries: { type: 'string', default: '300' },
      minisearch: { type: 'boolean', default: false },
    },
  });
  if (!existsSync(values.corpus)) {
    process.stdout.write(`There is no corpus at ${values.corpus}: give one with --corpus <file>.\n`);
    return;
  }
  const count = Number(values.articles);
  const corpus = await readCorpus(values.corpus, count);
  const folder = mkdtempSync(join(tmpdir(), 'docbao-bench-search-'));
  const titles = Math.ceil(Number(values.titles) / 2);
  const keys = [...keystrokes(corpus, titles, 11, false), ...keystrokes(corpus, titles, 12, true)];
  const workload = { corpus, count, folder, keys, known: knownQueries(corpus, Number(values.queries), 13) };
  try {
    const figures = [await measureDocbao(workload), await measureFts5(workload, 'folded'), await measureFts5(workload, 'marked')];
    if (values.minisearch || count <= MOST_FOR_MINISEARCH) figures.push(await measureMiniSearch(workload));
    report(workload, figures);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function openClient(folder: string): SearchClient {
  return createSearchClient({ libraryFolder: folder, workerUrl: new URL('../main/search/worker.ts', import.meta.url) });
}

async function measureDocbao(workload: Workload): Promise<Figures> {
  const { corpus, count, folder } = workload;
  const filled = await timed(() => fillLibrary(folder, stretch(corpus, count)));
  say(`library: ${count} articles stored in ${(filled.ms / 1000).toFixed(1)} s`);
  const building = openClient(folder);
  const built = await timed(() => building.catchUp());
  await building.close();
  await measureStart(workload);
  const client = openClient(folder);
  await client.catchUp();
  const ask = (query: string): Promise<unknown> => client.query({ query, limit: HITS, offset: 0 });
  const typing = await timeEach(workload.keys, ask);
  say(`typing: ${inMs(typing)} ms`);
  const again = await timeEach(workload.keys, ask);
  say(`typing the same again: ${inMs(again)} ms`);
  const { ranks, whole } = await measureKnown(workload, async (query) => {
    const { hits } = await client.query({ query, limit: 10, offset: 0 });
    return hits.map(({ id }) => id);
  });
  const size = `${((await client.indexBytes()) / 1e6).toFixed(0)} MB`;
  await measureIncrement(workload, client);
  await client.close();
  return { name: 'Docbao', buildMs: built.ms, typing, whole, size, ranks };
}

/** From opening the library to the first answer and to the whole index, and the memory that it takes. */
async function measureStart({ folder, keys }: Workload): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const client = openClient(folder);
  const first = await timed(() => client.query({ query: keys.at(-1) ?? '', limit: HITS, offset: 0 }));
  const complete = await timed(() => client.catchUp());
  const after = process.memoryUsage();
  say(`ready: first answer after ${first.ms.toFixed(0)} ms, complete after ${(first.ms + complete.ms).toFixed(0)} ms`);
  say(`memory of the search thread: ${((after.rss - before.rss) / 1e6).toFixed(0)} MB resident`);
  await client.close();
}

async function measureKnown({ known }: Workload, ask: (query: string, form: QueryForm) => Promise<readonly number[]>): Promise<Pick<Figures, 'ranks' | 'whole'>> {
  const ranks: Partial<Record<QueryForm, number>> = {};
  const times: number[] = [];
  for (const form of QUERY_FORMS) {
    const places: number[] = [];
    for (const { query, article } of known[form]) {
      const { value, ms } = await timed(() => ask(query, form));
      places.push(value.indexOf(article + 1) + 1);
      times.push(ms);
    }
    ranks[form] = meanReciprocalRank(places);
  }
  return { ranks, whole: timesOf(times.sort((a, b) => a - b)) };
}

/** 200 new articles: until they are found, and what is written for them. */
async function measureIncrement({ corpus, count, folder }: Workload, client: SearchClient): Promise<void> {
  const store = openStore(folder);
  const before = await client.indexBytes();
  addArticles(store, stretch(corpus.slice(-200), 200), count);
  const caughtUp = await timed(() => client.catchUp());
  const written = (await client.indexBytes()) - before;
  store.close();
  say(`200 new articles: found after ${caughtUp.ms.toFixed(0)} ms, ${(written / 1e6).toFixed(1)} MB written at once`);
}

async function measureFts5(workload: Workload, form: TextForm): Promise<Figures> {
  const file = join(workload.folder, `fts5-${form}.sqlite`);
  const { value: fts5, ms } = await timed(() => buildFts5(file, stretch(workload.corpus, workload.count), form));
  const wordsOf = (query: string): string[] => ftsText(query, form).split(' ').filter((word) => word !== '');
  say(`FTS5, ${form}: built in ${(ms / 1000).toFixed(1)} s`);
  const typing = await timeEach(workload.keys, (query) => fts5.search(typedMatch(wordsOf(query))));
  const best: Partial<Record<QueryForm, number>> = {};
  let whole: Times | null = null;
  for (const [name, makeMatch] of Object.entries(FTS5_FORMS)) {
    // "Any word" takes FTS5 a quarter of a second at 100,000 articles: some of the queries tell enough.
    const asked = name === 'or' ? { ...workload, known: firstOf(workload.known, MOST_FOR_ANY_WORD) } : workload;
    const { ranks, whole: times } = await measureKnown(asked, async (query) => fts5.search(makeMatch(wordsOf(query))).slice(0, 10));
    for (const queryForm of QUERY_FORMS) best[queryForm] = Math.max(best[queryForm] ?? 0, ranks[queryForm] ?? 0);
    whole ??= times;
  }
  const size = `${(fts5.bytes() / 1e6).toFixed(0)} MB`;
  fts5.close();
  return { name: `FTS5, ${form}`, buildMs: ms, typing, whole: whole ?? timesOf([]), size, ranks: best };
}

function firstOf(known: Workload['known'], most: number): Workload['known'] {
  return Object.fromEntries(QUERY_FORMS.map((form) => [form, known[form].slice(0, most)])) as Workload['known'];
}

async function measureMiniSearch(workload: Workload): Promise<Figures> {
  const before = process.memoryUsage().heapUsed;
  const { value: index, ms } = await timed(() => buildMiniSearch(stretch(workload.corpus, workload.count)));
  const size = `${((process.memoryUsage().heapUsed - before) / 1e6).toFixed(0)} MB heap`;
  const ask = (query: string): readonly number[] => index.search(wordsIn(query).join(' ')).slice(0, HITS).map(({ id }) => id as number);
  const typing = await timeEach(workload.keys, ask);
  const { ranks, whole } = await measureKnown(workload, async (query) => ask(query).slice(0, 10));
  return { name: 'MiniSearch, plain', buildMs: ms, typing, whole, size, ranks };
}

function report({ count, keys, known }: Workload, figures: readonly Figures[]): void {
  const queries = QUERY_FORMS.reduce((sum, form) => sum + known[form].length, 0);
  say(`\n${count} articles; ${keys.length} keystrokes, ${queries} whole queries; p50 / p95 in ms`);
  say(table([
    ['', ...figures.map(({ name }) => name)],
    ['build, s', ...figures.map(({ buildMs }) => (buildMs / 1000).toFixed(1))],
    ['size', ...figures.map(({ size }) => size)],
    ['a keystroke', ...figures.map(({ typing }) => inMs(typing))],
    ['a whole query', ...figures.map(({ whole }) => inMs(whole))],
  ]));
  const [docbao, fts5] = figures;
  if (docbao !== undefined && fts5 !== undefined) say(`keystroke p95 beside FTS5: ${(docbao.typing.p95 / fts5.typing.p95).toFixed(2)}`);
  say('\nMRR@10 (FTS5: the best of all words, phrase, any word)');
  say(table([['', ...figures.map(({ name }) => name)], ...QUERY_FORMS.map((form) => [form, ...figures.map(({ ranks }) => (ranks[form] ?? 0).toFixed(3))])]));
}
