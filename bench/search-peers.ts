import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stretch } from './search-corpus.ts';
import { buildFts5, FTS5_FORMS, ftsText, openFts5, typedMatch, type TextForm } from './search-fts5.ts';
import { inMs, say, timed, timeEach } from './search-measure.ts';
import { buildMiniSearch } from './search-minisearch.ts';
import { wordsIn, QUERY_FORMS, type QueryForm } from './search-queries.ts';
import { builtOnce, measureKnown, NOTHING_SPENT, type Figures, type Workload } from './search-workload.ts';

const HITS = 50;
/** "Any word" takes FTS5 a quarter of a second at 100,000 articles: some of the queries tell enough. */
const MOST_FOR_ANY_WORD = 50;

export async function measureFts5(workload: Workload, form: TextForm): Promise<Figures> {
  const file = join(workload.folder, `fts5-${form}.sqlite`);
  const build = await builtOnce(workload.folder, form, existsSync(file), () => buildFts5(file, stretch(workload.corpus, workload.count), form).close());
  const fts5 = openFts5(file);
  const wordsOf = (query: string): string[] => ftsText(query, form).split(' ').filter((word) => word !== '');
  const ask = (query: string): unknown => fts5.search(typedMatch(wordsOf(query)));
  await timeEach(workload.warmUp, ask);
  const typing = await timeEach(workload.keys, ask);
  say(`FTS5, ${form}, a keystroke: ${inMs(typing.wall)} ms by the clock, ${inMs(typing.cpu)} ms of processor time`);
  const best: Partial<Record<QueryForm, number>> = {};
  let whole = NOTHING_SPENT;
  for (const [name, makeMatch] of Object.entries(FTS5_FORMS)) {
    const asked = name === 'or' ? { known: firstOf(workload.known, MOST_FOR_ANY_WORD) } : workload;
    const found = await measureKnown(asked, async (query) => fts5.search(makeMatch(wordsOf(query))).slice(0, 10));
    for (const queryForm of QUERY_FORMS) best[queryForm] = Math.max(best[queryForm] ?? 0, found.ranks[queryForm] ?? 0);
    if (name === 'and') whole = found.whole;
  }
  const size = `${(fts5.bytes() / 1e6).toFixed(0)} MB`;
  fts5.close();
  return { name: `FTS5, ${form}`, build, typing, whole, size, ranks: best };
}

function firstOf(known: Workload['known'], most: number): Workload['known'] {
  return Object.fromEntries(QUERY_FORMS.map((form) => [form, known[form].slice(0, most)])) as unknown as Workload['known'];
}

export async function measureMiniSearch(workload: Workload): Promise<Figures> {
  const before = process.memoryUsage().heapUsed;
  const { value: index, wallMs, cpuMs } = await timed(() => buildMiniSearch(stretch(workload.corpus, workload.count)));
  const size = `${((process.memoryUsage().heapUsed - before) / 1e6).toFixed(0)} MB heap`;
  const ask = (query: string): readonly number[] => index.search(wordsIn(query).join(' ')).slice(0, HITS).map(({ id }) => id as number);
  const typing = await timeEach(workload.keys, ask);
  const { ranks, whole } = await measureKnown(workload, async (query) => ask(query).slice(0, 10));
  return { name: 'MiniSearch, plain', build: { wallMs, cpuMs }, typing, whole, size, ranks };
}
