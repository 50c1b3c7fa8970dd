import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countLibrary, insertFeed, saveSettings, setFeedOptions } from '../main/store/index.ts';
import { openLibrary } from '../main/sync/open-library.ts';

/** How long a refresh of every feed took: when all is new, and when nothing has changed. Milliseconds. */
interface Refresh {
  readonly name: string;
  readonly first: number;
  readonly again: number;
  readonly articles: number;
}

/**
 * Feeds alone, no pages and no pictures, by Docbao under plain Node and by newsboat, one after the other over the same feeds. Both start a
 * process's worth of work from a cold library and end when everything is stored; Docbao also sanitises and indexes it.
 */
export async function compareRefresh(urls: readonly string[]): Promise<string> {
  const ours = await inFolder((folder) => refreshDocbao(folder, urls));
  const theirs = await inFolder((folder) => refreshNewsboat(folder, urls));
  const lines = [`feeds alone, ${urls.length} of them`.padEnd(32) + 'all new'.padStart(12) + 'unchanged'.padStart(12) + 'articles'.padStart(12), row(ours)];
  if (theirs === null) return [...lines, 'newsboat is not here: install it (Debian: apt-get install newsboat) to see it beside Docbao.'].join('\n');
  const ratio = (one: number, other: number): string => (one / other).toFixed(2).padStart(12);
  return [...lines, row(theirs), 'newsboat / docbao'.padEnd(32) + ratio(theirs.first, ours.first) + ratio(theirs.again, ours.again)].join('\n');
}

function row({ name, first, again, articles }: Refresh): string {
  return name.padEnd(32) + `${Math.round(first)} ms`.padStart(12) + `${Math.round(again)} ms`.padStart(12) + String(articles).padStart(12);
}

async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'docbao-refresh-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function refreshDocbao(folder: string, urls: readonly string[]): Promise<Refresh> {
  const prepared = await openLibrary({ folder });
  saveSettings(prepared.store.write, { imageQuality: 'none' });
  prepared.store.write.transaction(() => {
    for (const feedUrl of urls) {
      const id = insertFeed(prepared.store.write, { feedUrl, siteUrl: null, title: feedUrl, addedAt: 0, kind: 'feed', folderId: null });
      setFeedOptions(prepared.store.write, id, { fullText: 'never', keepCount: null, keepDays: null });
    }
  });
  await prepared.close();
  const time = async (): Promise<number> => {
    const started = performance.now();
    const library = await openLibrary({ folder });
    const { failed } = await library.sync.start({ feedId: null });
    await library.close();
    if (failed.length > 0) throw new Error(`${failed.length} feeds failed: ${failed[0]?.message ?? ''}`);
    return performance.now() - started;
  };
  const [first, again] = [await time(), await time()];
  const library = await openLibrary({ folder });
  const articles = countLibrary(library.store.read).all;
  await library.close();
  return { name: 'docbao', first, again, articles };
}

/** Reload threads at which newsboat was quickest here. */
const NEWSBOAT_THREADS = 8;

async function refreshNewsboat(folder: string, urls: readonly string[]): Promise<Refresh | null> {
  if (spawnSync('newsboat', ['--version']).error !== undefined) return null;
  mkdirSync(folder, { recursive: true });
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('urls'), `${urls.join('\n')}\n`);
  writeFileSync(at('config'), `reload-threads ${NEWSBOAT_THREADS}\nauto-reload no\n`);
  const run = async (...command: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = spawn('newsboat', ['-u', at('urls'), '-C', at('config'), '-c', at('cache.db'), ...command], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, HOME: folder } });
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
      child.once('error', reject).once('close', () => resolve(said));
    });
  const time = async (): Promise<number> => {
    const started = performance.now();
    await run('-x', 'reload');
    return performance.now() - started;
  };
  const [first, again] = [await time(), await time()];
  const articles = Number(/\d+/.exec(await run('-x', 'print-unread'))?.[0] ?? 0);
  return { name: 'newsboat', first, again, articles };
}
