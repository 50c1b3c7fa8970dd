import { inMs, say, table, type Cost } from './search-measure.ts';
import { QUERY_FORMS } from './search-queries.ts';
import type { OwnFigures } from './search-docbao.ts';
import type { Figures, Typing, Workload } from './search-workload.ts';

/** From so many articles on there are targets for a keystroke: below, neither engine has much to do. */
const LEAST = 20_000;
/** Up to so many, a keystroke may take 0.3 of FTS5's time; beyond, as long as FTS5's. */
const MOST_STRICT = 100_000;

export function report({ count, keys, known }: Workload, docbao: Figures & OwnFigures, peers: readonly Figures[]): void {
  const figures = [docbao, ...peers];
  const queries = QUERY_FORMS.reduce((sum, form) => sum + known[form].length, 0);
  const row = (name: string, cell: (one: Figures) => string): string[] => [name, ...figures.map(cell)];
  say(`\n${count} articles; ${keys.length} keystrokes, ${queries} whole queries; times are p50 / p95 in ms`);
  say(table([
    row('', ({ name }) => name),
    row('build, s by the clock', ({ build }) => (build.wallMs / 1000).toFixed(1)),
    row('build, s of processor time', ({ build }) => (build.cpuMs / 1000).toFixed(1)),
    row('size', ({ size }) => size),
    row('a keystroke: 50 hits, by the clock', ({ typing }) => inMs(typing.hits.wall)),
    row('  processor time', ({ typing }) => inMs(typing.hits.cpu)),
    row('a keystroke: hits and count, by the clock', ({ typing }) => inMs(typing.counted.wall)),
    row('  processor time', ({ typing }) => inMs(typing.counted.cpu)),
    row('a whole query, by the clock', ({ whole }) => inMs(whole.wall)),
    row('a whole query, processor time', ({ whole }) => inMs(whole.cpu)),
  ]));
  say('\nMRR@10 (FTS5: the best of all words, phrase, any word)');
  say(table([row('', ({ name }) => name), ...QUERY_FORMS.map((form) => row(form, ({ ranks }) => (ranks[form] ?? 0).toFixed(3)))]));
  say('\nTargets');
  say(table(targets(count, docbao, peers)));
}

function verdict(isReached: boolean): string {
  return isReached ? 'reached' : 'NOT REACHED';
}

function atMost(name: string, value: number, limit: number, unit: string, digits = 2): string[] {
  return [name, `${value.toFixed(digits)}${unit}`, `at most ${limit}${unit}`, verdict(value <= limit)];
}

function targets(count: number, docbao: Figures & OwnFigures, peers: readonly Figures[]): string[][] {
  const fts5 = peers.filter(({ name }) => name.startsWith('FTS5'));
  const [folded] = fts5;
  const rows: string[][] = [];
  if (folded !== undefined) {
    const share = count <= MOST_STRICT ? 0.3 : 1;
    const ratio = (ofFts5: keyof Typing, of: (cost: Cost) => number): number => of(docbao.typing.counted) / of(folded.typing[ofFts5]);
    if (count >= LEAST) {
      rows.push(atMost("hits and count, p95 beside FTS5's, by the clock", ratio('counted', ({ wall }) => wall.p95), share, ' of it'));
      rows.push(atMost("hits and count, p95 beside FTS5's, processor time", ratio('counted', ({ cpu }) => cpu.p95), share, ' of it'));
      rows.push(atMost("hits and count, p95 beside FTS5's hits alone, by the clock", ratio('hits', ({ wall }) => wall.p95), share, ' of it'));
      rows.push(atMost("hits and count, p95 beside FTS5's hits alone, processor time", ratio('hits', ({ cpu }) => cpu.p95), share, ' of it'));
    }
    const building = docbao.build.cpuMs / folded.build.cpuMs;
    if (Number.isFinite(building)) rows.push(atMost("build beside FTS5's, processor time", building, 2, ' of it'));
  }
  if (count <= MOST_STRICT) {
    rows.push(atMost('a keystroke, p95, by the clock', docbao.typing.counted.wall.p95, 50, ' ms', 1));
    rows.push(atMost('first answer after the start', docbao.start.firstMs, 1000, ' ms', 0), atMost('complete after the start', docbao.start.completeMs, 3000, ' ms', 0));
    rows.push(atMost('memory of the index', docbao.start.memory / 1e6, count <= LEAST ? 80 : 300, ' MB', 0));
  }
  const { foundMs, removedMs, writtenBytes } = docbao.increment;
  rows.push(atMost('200 new articles found after, median', foundMs.p50, 1000, ' ms', 0), atMost('200 removed articles gone after, median', removedMs.p50, 1000, ' ms', 0));
  rows.push(atMost('written for 200 new articles, most', Math.max(...writtenBytes) / 1e6, 10, ' MB', 1));
  for (const form of QUERY_FORMS) {
    const best = Math.max(...fts5.map(({ ranks }) => ranks[form] ?? 0));
    if (fts5.length > 0) rows.push([`MRR@10, ${form}`, (docbao.ranks[form] ?? 0).toFixed(3), `at least ${best.toFixed(3)}`, verdict((docbao.ranks[form] ?? 0) >= best)]);
  }
  return rows;
}
