import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { processTree, processorSeconds } from './process-tree.ts';
import { CORPUS_FOLDER } from './search-corpus.ts';
import { say, table } from './search-measure.ts';

const CLI = join(import.meta.dirname, '../main/cli/index.ts');
const FTS5 = join(import.meta.dirname, 'import-fts5-process.ts');

interface Run {
  readonly articles: number;
  readonly ms: number;
  /** Processor time of the process and all that it started. */
  readonly cpuSeconds: number;
}

/**
 * `npm run bench -- import [--corpus <file>]`: articles a second that `docbao import` takes in from a compressed file, index included, beside
 * SQLite that puts the same articles into a table with FTS5 over their folded words. Each in a process of its own, one after the other;
 * then the same file again, of which nothing is new.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { corpus: { type: 'string', default: join(CORPUS_FOLDER, 'vietnews-22k.jsonl.xz') } } });
  const file = resolve(values.corpus);
  if (!existsSync(file)) {
    process.stderr.write(`import: there is no ${file}.\n`);
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'docbao-bench-import-'));
  try {
    const library = ['--library', join(folder, 'library'), '--json', 'import', file];
    const docbao = await timed([CLI, ...library], ({ imported }) => imported);
    const fts5 = await timed([FTS5, join(folder, 'fts5.sqlite'), file], ({ articles }) => articles);
    const again = await timed([CLI, ...library], () => docbao.articles);
    say(`${docbao.articles} articles of ${file}`);
    say(table([['', 'articles a second', 's by the clock', 's of processor time'], row('docbao import, with its index', docbao), row('SQLite, table and FTS5', fts5), row('docbao import, the same again', again)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How often the processor time of a run is read; what it uses after the last reading is not counted. */
const READ_EVERY_MS = 100;

/** Runs a script to its end; it prints one JSON value, in which the articles are counted. */
async function timed(args: readonly string[], count: (answer: Readonly<Record<string, number>>) => number | undefined): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let cpuSeconds = 0;
  const reading = setInterval(() => (cpuSeconds = Math.max(cpuSeconds, processorSeconds(processTree(child.pid ?? 0)))), READ_EVERY_MS);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  clearInterval(reading);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return { articles: count(JSON.parse(said) as Record<string, number>) ?? 0, ms: performance.now() - started, cpuSeconds };
}

function row(what: string, { articles, ms, cpuSeconds }: Run): string[] {
  return [what, String(Math.round(articles / (ms / 1000))), (ms / 1000).toFixed(1), cpuSeconds.toFixed(1)];
}
