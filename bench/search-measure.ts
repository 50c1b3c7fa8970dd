/** Milliseconds that each call took. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** By the clock, which other programs slow down, and in processor time of all threads of this process. */
export interface Cost {
  readonly wall: Times;
  readonly cpu: Times;
}

/** One piece of work, in milliseconds. */
export interface Spent {
  readonly wallMs: number;
  readonly cpuMs: number;
}

export function timesOf(values: readonly number[]): Times {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0 };
}

export function costOf(spent: readonly Spent[]): Cost {
  return { wall: timesOf(spent.map(({ wallMs }) => wallMs)), cpu: timesOf(spent.map(({ cpuMs }) => cpuMs)) };
}

export async function timed<Value>(work: () => Value | Promise<Value>): Promise<{ readonly value: Value } & Spent> {
  const before = process.cpuUsage();
  const started = performance.now();
  const value = await work();
  const wallMs = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return { value, wallMs, cpuMs: (user + system) / 1000 };
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

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
