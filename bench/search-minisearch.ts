import MiniSearch from 'minisearch';
import { eachWord, formsOf } from '../contract/domain/fold.ts';
import type { CorpusArticle } from './search-corpus.ts';

export type PlainIndex = MiniSearch<CorpusArticle & { readonly id: number }>;

/** MiniSearch as its README uses it: one index, folded words, the last one a prefix. Ids are numbers in the corpus, from 1. */
export function buildMiniSearch(articles: Iterable<CorpusArticle>): PlainIndex {
  const index: PlainIndex = new MiniSearch({
    fields: ['title', 'lede', 'body'],
    tokenize: foldedWords,
    processTerm: (word) => word,
    searchOptions: { combineWith: 'AND', boost: { title: 3, lede: 1.5 }, prefix: (_word, at, words) => at === words.length - 1 },
  });
  let id = 0;
  for (const article of articles) {
    id += 1;
    index.add({ ...article, id });
  }
  return index;
}

function foldedWords(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (word) => words.push(formsOf(word).folded));
  return words;
}
