import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { CorpusArticle } from './search-corpus.ts';
import { timed, timesOf, costOf, meanReciprocalRank, type Cost, type Spent } from './search-measure.ts';
import { keystrokes, knownQueries, QUERY_FORMS, type KnownQuery, type QueryForm } from './search-queries.ts';

/** What every engine is asked over the same articles. */
export interface Workload {
  readonly corpus: readonly CorpusArticle[];
  readonly count: number;
  /** Where libraries and files are made. */
  readonly folder: string;
  /** Typed before anything is measured: every engine has its code compiled and its file in the system's cache. */
  readonly warmUp: readonly string[];
  readonly keys: readonly string[];
  readonly known: Readonly<Record<QueryForm, readonly KnownQuery[]>>;
}

/** An engine that has the articles, ready to be asked. */
export interface Engine {
  readonly name: string;
  readonly build: Spent;
  /** A keystroke: the first hits of what was typed by then. */
  readonly type: (query: string) => unknown;
  /** How many there are in all, where the hits do not come with it. */
  readonly count?: (query: string) => unknown;
  /** Asks whole queries; closes nothing. */
  readonly know: () => Promise<Known>;
  readonly close: () => unknown;
}

/** What whole queries show of an engine. */
export interface Known {
  readonly whole: Cost;
  readonly size: string;
  readonly ranks: Partial<Record<QueryForm, number>>;
}

/** One engine's figures. */
export interface Figures extends Known {
  readonly name: string;
  readonly build: Spent;
  readonly typing: Typing;
}

/** A keystroke: the first hits, and with them how many there are in all. */
export interface Typing {
  readonly hits: Cost;
  readonly counted: Cost;
}

/** Between two keys, in milliseconds: no finger is faster, and what an answer leaves to be cleared away is cleared then. */
const PAUSE_MS = 5;

/**
 * Types the same keys into every engine by turns: where the machine is slower for a while, it is so for all of them. Processor time
 * is that of the answer and of the pause after it.
 */
export async function typeInto(engines: readonly Engine[], { warmUp, keys }: Workload): Promise<readonly Typing[]> {
  for (const engine of engines) for (const key of warmUp) await engine.type(key);
  const spent = engines.map(() => ({ hits: [] as Spent[], counted: [] as Spent[] }));
  for (const key of keys) {
    for (const [at, { type, count }] of engines.entries()) {
      const hits = await answered(() => type(key));
      const counted = count === undefined ? NO_TIME : await answered(() => count(key));
      spent[at]?.hits.push(hits);
      spent[at]?.counted.push({ wallMs: hits.wallMs + counted.wallMs, cpuMs: hits.cpuMs + counted.cpuMs });
    }
  }
  return spent.map(({ hits, counted }) => ({ hits: costOf(hits), counted: costOf(counted) }));
}

const NO_TIME: Spent = { wallMs: 0, cpuMs: 0 };

async function answered(ask: () => unknown): Promise<Spent> {
  const { value: wallMs, cpuMs } = await timed(async () => {
    const answer = await timed(ask);
    await setTimeout(PAUSE_MS);
    return answer.wallMs;
  });
  return { wallMs, cpuMs };
}

export function makeWorkload(corpus: readonly CorpusArticle[], count: number, folder: string, titles: number, queries: number): Workload {
  const half = Math.ceil(titles / 2);
  return {
    corpus,
    count,
    folder,
    warmUp: [...keystrokes(corpus, 4, 21, false), ...keystrokes(corpus, 4, 22, true)],
    keys: [...keystrokes(corpus, half, 11, false), ...keystrokes(corpus, half, 12, true)],
    known: knownQueries(corpus, queries, 13),
  };
}

/** Asks whole queries whose best answer is known. */
export async function measureKnown({ known }: Pick<Workload, 'known'>, ask: (query: string) => Promise<readonly number[]>): Promise<Pick<Known, 'ranks' | 'whole'>> {
  const ranks: Partial<Record<QueryForm, number>> = {};
  const spent: Spent[] = [];
  for (const form of QUERY_FORMS) {
    const places: number[] = [];
    for (const { query, article } of known[form]) {
      const answer = await timed(() => ask(query));
      places.push(answer.value.indexOf(article + 1) + 1);
      spent.push(answer);
    }
    ranks[form] = meanReciprocalRank(places);
  }
  return { ranks, whole: costOf(spent) };
}

export const NOTHING_SPENT: Cost = { wall: timesOf([]), cpu: timesOf([]) };

/** What building took, remembered beside what was built, so that a run over the same folder can tell it. */
export async function builtOnce(folder: string, name: string, isThere: boolean, build: () => unknown): Promise<Spent> {
  const file = join(folder, 'build-times.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Spent>) : {};
  if (isThere) return known[name] ?? { wallMs: Number.NaN, cpuMs: Number.NaN };
  const { wallMs, cpuMs } = await timed(build);
  writeFileSync(file, JSON.stringify({ ...known, [name]: { wallMs, cpuMs } }));
  return { wallMs, cpuMs };
}
