/** Milliseconds that each call took, sorted. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export function timesOf(sorted: readonly number[]): Times {
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0 };
}

/** Asks each query once and in order. */
export async function timeEach(queries: readonly string[], ask: (query: string) => unknown): Promise<Times> {
  const times: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    await ask(query);
    times.push(performance.now() - started);
  }
  return timesOf(times.sort((a, b) => a - b));
}

export async function timed<Value>(work: () => Value | Promise<Value>): Promise<{ readonly value: Value; readonly ms: number }> {
  const started = performance.now();
  const value = await work();
  return { value, ms: performance.now() - started };
}

/** Mean reciprocal rank among the first ten: `ranks` count from 1, 0 where the article was not found. */
export function meanReciprocalRank(ranks: readonly number[]): number {
  return ranks.reduce((sum, rank) => sum + (rank > 0 && rank <= 10 ? 1 / rank : 0), 0) / Math.max(1, ranks.length);
}

export function inMs({ p50, p95 }: Times): string {
  return `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
}

/** Rows of cells as aligned columns. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((sums, row) => row.map((cell, at) => Math.max(sums[at] ?? 0, cell.length)), []);
  return rows.map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')).join('\n');
}
