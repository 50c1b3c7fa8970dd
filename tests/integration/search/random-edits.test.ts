import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Searcher } from '../../../main/search/searcher.ts';
import { openStore, removeArticles, type Store } from '../../../main/store/index.ts';
import { add, catchUp, makeFolder, update, type TestArticle } from './library.ts';
import { randomNumbers } from './random.ts';

const SYLLABLES = 'bầu bàu bau cử cừ cu tỉnh tinh lào lao cai cái hoà hòa kỹ kĩ đại dai biểu quốc hội công nghiệp an ninh mưa lũ'.split(' ');
const QUERIES = ['bau cu', 'bầu cử', '"bầu cử"', 'b', 'ba', 'lao cai t', 'hoa', 'ky', 'kĩ', 'dai bieu quoc hoi', 'cong -lao', 'mua lu an ninh', 'hội quốc'];

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
  if (kind < 0.5 || id === undefined) ids.push(...add(store, ...Array.from({ length: 1 + Math.floor(random() * 60) }, () => randomArticle(random))));
  else if (kind < 0.75) update(store, id, randomArticle(random));
  else removeArticles(store.write, ids.splice(at, 1 + Math.floor(random() * 20)));
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
