import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertArticle, type NewArticle, type Store, updateArticleContent } from '../../../main/store/index.ts';
import type { Searcher } from '../../../main/search/searcher.ts';

/** What a test says of an article; the rest does not matter to search. */
export interface TestArticle {
  readonly title: string;
  readonly lede?: string;
  readonly text?: string;
  readonly byline?: string;
}

export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'docbao-search-'));
}

let key = 0;

function toArticle({ title, lede = '', text = '', byline }: TestArticle): NewArticle {
  key += 1;
  return {
    feedId: null,
    origin: 'saved-file',
    url: null,
    urlKey: null,
    publishedAt: key * 60_000,
    arrivedAt: key * 60_000,
    title,
    lede,
    byline: byline ?? null,
    sourceName: null,
    lang: 'vi',
    dir: 'ltr',
    html: '',
    text,
    wordCount: 1,
    contentHash: createHash('sha256').update(JSON.stringify([title, lede, text, byline, key])).digest('hex'),
    images: [],
    offline: 'complete',
    offlineReason: null,
    enclosures: [],
  };
}

/** Adds articles in one transaction; answers their ids. */
export function add(store: Store, ...articles: readonly TestArticle[]): number[] {
  return store.write.transaction(() => articles.map((article) => insertArticle(store.write, toArticle(article))));
}

export function update(store: Store, id: number, article: TestArticle): void {
  store.write.transaction(() => updateArticleContent(store.write, id, toArticle(article), null));
}

/** Lets a searcher see everything that is committed. */
export function catchUp(searcher: Searcher): void {
  while (searcher.indexNextPage());
}

/** The titles that a query finds, best first. */
export function titlesOf(searcher: Searcher, query: string, limit = 20): string[] {
  return searcher.query({ query, limit, offset: 0 }).hits.map(({ title }) => title);
}
