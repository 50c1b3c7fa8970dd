import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stretch } from './search-corpus.ts';
import { buildFts5, FTS5_FORMS, ftsText, openFts5, typedMatch, type Fts5, type TextForm } from './search-fts5.ts';
import { timed } from './search-measure.ts';
import { buildMiniSearch } from './search-minisearch.ts';
import { wordsIn, QUERY_FORMS, type QueryForm } from './search-queries.ts';
import { builtOnce, measureKnown, NOTHING_SPENT, type Engine, type Known, type Workload } from './search-workload.ts';

const HITS = 50;
/** "Any word" takes FTS5 a quarter of a second at 100,000 articles: some of the queries tell enough. */
const MOST_FOR_ANY_WORD = 50;

export async function openPeer(workload: Workload, form: TextForm): Promise<Engine> {
  const file = join(workload.folder, `fts5-${form}.sqlite`);
  const build = await builtOnce(workload.folder, form, existsSync(file), () => buildFts5(file, stretch(workload.corpus, workload.count), form).close());
  const fts5 = openFts5(file);
  const wordsOf = (query: string): string[] => ftsText(query, form).split(' ').filter((word) => word !== '');
  const know = async (): Promise<Known> => ({ ...(await knownByFts5(workload, fts5, wordsOf)), size: `${(fts5.bytes() / 1e6).toFixed(0)} MB` });
  const typed = (query: string): string => typedMatch(wordsOf(query));
  return { name: `FTS5, ${form}`, build, type: (query) => fts5.search(typed(query)), count: (query) => fts5.count(typed(query)), know, close: () => fts5.close() };
}

/** The best of what its query forms find; the time of "all words". */
async function knownByFts5(workload: Workload, fts5: Fts5, wordsOf: (query: string) => string[]): Promise<Omit<Known, 'size'>> {
  const ranks: Partial<Record<QueryForm, number>> = {};
  let whole = NOTHING_SPENT;
  for (const [name, makeMatch] of Object.entries(FTS5_FORMS)) {
    const asked = name === 'or' ? { known: firstOf(workload.known, MOST_FOR_ANY_WORD) } : workload;
    const found = await measureKnown(asked, async (query) => fts5.search(makeMatch(wordsOf(query))).slice(0, 10));
    for (const queryForm of QUERY_FORMS) ranks[queryForm] = Math.max(ranks[queryForm] ?? 0, found.ranks[queryForm] ?? 0);
    if (name === 'and') whole = found.whole;
  }
  return { ranks, whole };
}

function firstOf(known: Workload['known'], most: number): Workload['known'] {
  return Object.fromEntries(QUERY_FORMS.map((form) => [form, known[form].slice(0, most)])) as unknown as Workload['known'];
}

export async function openMiniSearch(workload: Workload): Promise<Engine> {
  const before = process.memoryUsage().heapUsed;
  const { value: index, wallMs, cpuMs } = await timed(() => buildMiniSearch(stretch(workload.corpus, workload.count)));
  const size = `${((process.memoryUsage().heapUsed - before) / 1e6).toFixed(0)} MB heap`;
  const type = (query: string): readonly number[] => index.search(wordsIn(query).join(' ')).slice(0, HITS).map(({ id }) => id as number);
  const know = async (): Promise<Known> => ({ ...(await measureKnown(workload, async (query) => type(query).slice(0, 10))), size });
  return { name: 'MiniSearch, plain', build: { wallMs, cpuMs }, type, know, close: () => undefined };
}
