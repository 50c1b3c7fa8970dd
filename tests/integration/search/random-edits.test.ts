import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Searcher } from '../../../main/search/searcher.ts';
import { binArticles, listBinned, markArticles, openStore, removeArticles, restoreArticles, snoozeArticles, type Store } from '../../../main/store/index.ts';
import { add, catchUp, makeFolder, update, type TestArticle } from './library.ts';
import { randomNumbers } from './random.ts';

const SYLLABLES = 'bầu bàu bau cử cừ cu tỉnh tinh lào lao cai cái hoà hòa kỹ kĩ đại dai biểu quốc hội công nghiệp an ninh mưa lũ'.split(' ');
const QUERIES = ['bau cu', 'bầu cử', '"bầu cử"', 'b', 'ba', 'lao cai t', 'hoa', 'ky', 'kĩ', 'dai bieu quoc hoi', 'cong -lao', 'mua lu an ninh', 'hội quốc', 'is:unread bau', 'cu is:starred', 'hoi sort:new', '-is:read'];

type Random = () => number;

function words(random: Random, most: number): string {
  return Array.from({ length: 1 + Math.floor(random() * most) }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(' ');
}

function randomArticle(random: Random): TestArticle {
  return { title: words(random, 6), lede: words(random, 12), text: words(random, 60), byline: words(random, 2) };
}

function randomEdit(store: Store, ids: number[], random: Random): void {
  const kind = random();
  const at = Math.floor(random() * ids.length);
  const id = ids[at];
  if (kind < 0.4 || id === undefined) ids.push(...add(store, ...Array.from({ length: 1 + Math.floor(random() * 60) }, () => randomArticle(random))));
  else if (kind < 0.6) update(store, id, randomArticle(random));
  else if (kind < 0.8) randomStatus(store, ids.slice(at, at + 30), random());
  else removeArticles(store.write, ids.splice(at, 1 + Math.floor(random() * 20)));
}

/** What changes no word of an article, and yet what is found. */
function randomStatus(store: Store, ids: readonly number[], kind: number): void {
  if (kind < 0.2) markArticles(store.write, ids, { isRead: true }, 0);
  else if (kind < 0.4) markArticles(store.write, ids, { isStarred: true }, 0);
  else if (kind < 0.6) snoozeArticles(store.write, ids, 1);
  else if (kind < 0.8) binArticles(store.write, ids, 0);
  else restoreArticles(store.write, listBinned(store.read));
}

/** A process that indexes the library is killed while it writes; the n-th statement is its last. */
function dieWriting(folder: string, n: number): void {
  const { signal, status } = spawnSync(process.execPath, [join(import.meta.dirname, 'dying-process.ts'), folder, String(n)], { stdio: 'inherit' });
  expect(signal === 'SIGKILL' || status === 0).toBe(true);
}

function answers(searcher: Searcher): unknown {
  return QUERIES.map((query) => {
    const { total, hits, isComplete } = searcher.query({ query, limit: 30, offset: 0 });
    return { query, total, isComplete, hits: hits.map(({ id, score }) => [id, Math.round(score * 1e6)]) };
  });
}

/** What an index says that was made from nothing, over a copy of the library. */
function answersBuiltAnew(store: Store): unknown {
  const folder = makeFolder();
  store.write.run('VACUUM INTO ?', join(folder, 'library.sqlite'));
  const searcher = new Searcher(folder);
  catchUp(searcher);
  const found = answers(searcher);
  searcher.close();
  rmSync(folder, { recursive: true, force: true });
  return found;
}

describe.each([1, 2, 3, 4])('random edits, seed %i', (seed) => {
  it('answers after each as an index that is built anew, across restarts, crashes and a second process', () => {
    const random = randomNumbers(seed);
    const folder = makeFolder();
    const store = openStore(folder);
    const ids: number[] = [];
    let searcher = new Searcher(folder);
    const other = new Searcher(folder);
    for (let step = 0; step < 20; step += 1) {
      randomEdit(store, ids, random);
      const what = random();
      if (what < 0.15) searcher.close();
      // A searcher that is dropped without being closed has written nothing of what it had in memory: as in a crash.
      if (what < 0.3) searcher = new Searcher(folder);
      if (step % 7 === 3) dieWriting(folder, 1 + Math.floor(random() * 5));
      if (what > 0.6) catchUp(other);
      if (what > 0.8) other.save();
      catchUp(searcher);
      if (what > 0.9) searcher.save();
      expect(answers(searcher), `step ${step}`).toEqual(answersBuiltAnew(store));
      expect(searcher.check()).toEqual([]);
    }
    catchUp(other);
    expect(answers(other)).toEqual(answers(searcher));
    searcher.close();
    other.close();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
