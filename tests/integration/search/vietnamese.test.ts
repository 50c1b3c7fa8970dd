import { existsSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formsOf, foldPrefix } from '../../../contract/domain/fold.ts';
import { Searcher } from '../../../main/search/searcher.ts';
import { openStore } from '../../../main/store/index.ts';
import { CORPUS, readCorpus, type CorpusArticle } from './corpus.ts';
import { add, catchUp, makeFolder } from './library.ts';
import { keysOf, TELEX, VNI } from './typed.ts';

const ARTICLES = 1500;
const SAMPLE = 60;

/** Each way in which people write the words of a title; null where it would not change them. */
const WAYS: Readonly<Record<string, (words: readonly string[]) => string | null>> = {
  'as they stand': (words) => words.join(' '),
  'without marks': (words) => changed(words, (word) => plain(word)),
  'in capitals': (words) => changed(words, (word) => word.toUpperCase()),
  'with marks on half of them': (words) => changed(words, (word, at) => (at % 2 === 0 ? plain(word) : word)),
  'with their tones left out': (words) => changed(words, withoutTone),
  'with d for đ': (words) => changed(words, (word) => word.replaceAll('đ', 'd').replaceAll('Đ', 'D')),
  'with the tone on the other vowel': (words) => changed(words, otherPlacement),
  'with i for y, and y for i': (words) => changed(words, otherY),
  decomposed: (words) => changed(words, (word) => word.normalize('NFD')),
  'with zero-width characters inside': (words) => changed(words, (word) => `${word.slice(0, 1)}\u200b${word.slice(1)}`),
  'as Telex keys': (words) => changed(words, (word) => keysOf(word, TELEX)),
  'as VNI keys': (words) => changed(words, (word) => keysOf(word, VNI)),
  'with two run together': ([first = '', second = '', ...rest]) => [first + second, ...rest].join(' '),
  'with the last torn apart': (words) => tornApart(words),
};

function changed(words: readonly string[], change: (word: string, at: number) => string): string | null {
  const written = words.map(change);
  return written.some((word, at) => word !== words[at]) ? written.join(' ') : null;
}

function plain(word: string): string {
  return foldPrefix(word);
}

function withoutTone(word: string): string {
  return word.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '').normalize('NFC');
}

/** `hòa` as `hoà`, and the other way round. */
function otherPlacement(word: string): string {
  return word.normalize('NFD').replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])$/u, '$1$3$2').normalize('NFC');
}

function otherY(word: string): string {
  const letters = word.normalize('NFD');
  if (!/^(h|k|l|m|s|t|v|qu)[iy][\u0300\u0301\u0303\u0309\u0323]?$/iu.test(letters)) return word;
  return letters.replace(/[iy](?=[\u0300-\u0323]?$)/u, (letter) => (letter === 'i' ? 'y' : 'i')).normalize('NFC');
}

function tornApart(words: readonly string[]): string | null {
  const last = words.at(-1) ?? '';
  return last.length < 5 ? null : [...words.slice(0, -1), last.slice(0, 2), last.slice(2)].join(' ');
}

/** Four words of a title that stand in a row, letters only. */
function wordsOfTitle(title: string): readonly string[] | null {
  const words = /(?<![\p{L}\p{N}])(?:[\p{L}\p{M}]{2,} ){3}[\p{L}\p{M}]{2,}(?![\p{L}\p{N}])/u.exec(title.normalize('NFC'))?.[0].split(' ') ?? null;
  return words !== null && new Set(words.map((word) => formsOf(word).folded)).size === words.length ? words : null;
}

describe.skipIf(!existsSync(CORPUS))('Vietnamese as people write it, on real titles', () => {
  const folder = makeFolder();
  const store = openStore(folder);
  let searcher: Searcher;
  let ids: number[];
  let articles: readonly CorpusArticle[];
  let titles: readonly { readonly words: readonly string[]; readonly id: number }[];

  beforeAll(async () => {
    articles = await readCorpus(ARTICLES);
    ids = add(store, ...articles);
    searcher = new Searcher(folder);
    catchUp(searcher);
    titles = [...distinctTitles()];
  }, 120_000);

  afterAll(() => {
    searcher.close();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Titles whose words no other title has in this order: each of them is the one answer to its query. */
  function* distinctTitles(): Generator<{ readonly words: readonly string[]; readonly id: number }> {
    const folded = articles.map(({ title }) => plain(title));
    for (const [at, { title }] of articles.entries()) {
      const words = wordsOfTitle(title);
      if (words === null) continue;
      const phrase = plain(words.join(' '));
      if (folded.filter((other) => other.includes(phrase)).length === 1) yield { words, id: ids[at] ?? 0 };
    }
  }

  it.each(Object.keys(WAYS))('finds a title by its words %s', (way) => {
    const sample = titles.flatMap(({ words, id }) => {
      const query = WAYS[way]?.(words) ?? null;
      return query === null ? [] : [{ query, id }];
    }).slice(0, SAMPLE);
    const missed = sample.filter(({ query, id }) => !searcher.query({ query, limit: 10, offset: 0 }).hits.some((hit) => hit.id === id));
    expect(sample.length).toBeGreaterThanOrEqual(10);
    expect(missed.map(({ query }) => query)).toEqual([]);
  });
});
