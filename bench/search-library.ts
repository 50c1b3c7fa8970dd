import { createHash } from 'node:crypto';
import { insertArticle, openStore, type Store } from '../main/store/index.ts';
import type { CorpusArticle } from './search-corpus.ts';

const FIRST_DATE = Date.UTC(2020, 0, 1);

/** Puts articles into a library as a sync would leave them; the first gets id 1 in an empty one. */
export function fillLibrary(folder: string, articles: Iterable<CorpusArticle>, firstKey = 0): void {
  const store = openStore(folder);
  try {
    addArticles(store, articles, firstKey);
  } finally {
    store.close();
  }
}

export function addArticles(store: Store, articles: Iterable<CorpusArticle>, firstKey: number): void {
  let page: CorpusArticle[] = [];
  let key = firstKey;
  const flush = (): void => {
    store.write.transaction(() => {
      for (const article of page) addArticle(store, article, key++);
    });
    page = [];
  };
  for (const article of articles) {
    page.push(article);
    if (page.length === 1000) flush();
  }
  flush();
}

function addArticle(store: Store, { title, lede, body }: CorpusArticle, key: number): void {
  insertArticle(store.write, {
    feedId: null,
    origin: 'saved-file',
    url: `https://news.example/${key}`,
    urlKey: `news.example/${key}`,
    publishedAt: FIRST_DATE + key * 60_000,
    arrivedAt: FIRST_DATE + key * 60_000,
    title,
    lede,
    byline: null,
    sourceName: 'news.example',
    lang: 'vi',
    dir: 'ltr',
    html: '',
    text: body,
    wordCount: body.split(' ').length,
    contentHash: createHash('sha256').update(title).update(lede).update(body).digest('hex'),
    images: [],
    offline: 'complete',
    offlineReason: null,
    enclosures: [],
  });
}
