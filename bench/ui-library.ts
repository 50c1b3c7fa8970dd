import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertArticle, insertFeed, openStore } from '../main/store/index.ts';
import { openLibrary } from '../main/sync/open-library.ts';
import { CORPUS_FOLDER, readCorpus, stretch, type CorpusArticle } from './search-corpus.ts';

const FEEDS = 40;
const FIRST_DATE = Date.UTC(2020, 0, 1);
const ARTICLES_A_TRANSACTION = 1000;

/**
 * A library of `count` real articles in forty subscriptions, with its search index: made once and kept in the temporary
 * folder, since making it takes minutes.
 *
 * @throws Error where `../shared/data` is missing
 */
export async function libraryOf(count: number): Promise<string> {
  const folder = join(tmpdir(), `docbao-bench-ui-${count}`);
  if (existsSync(folder)) return folder;
  const corpus = await readCorpus(join(CORPUS_FOLDER, 'vietnews-105k.jsonl.xz'), count);
  if (corpus.length === 0) throw new Error(`There is no corpus in ${CORPUS_FOLDER}.`);
  rmSync(`${folder}.part`, { recursive: true, force: true });
  fill(`${folder}.part`, [...stretch(corpus, count)]);
  await settle(`${folder}.part`);
  renameSync(`${folder}.part`, folder);
  return folder;
}

/** Lets a library do all that its Docbao still has to do, so that nothing of it is measured: it may have come from an older one. */
export async function settle(folder: string): Promise<void> {
  const library = await openLibrary({ folder });
  await library.indexed();
  await library.close();
}

function fill(folder: string, articles: readonly CorpusArticle[]): void {
  const store = openStore(folder);
  const feeds = Array.from({ length: FEEDS }, (_, index) => {
    const site = `http://127.0.0.1:9/${index}`;
    return insertFeed(store.write, { feedUrl: `${site}/rss`, siteUrl: `${site}/`, title: `Báo số ${index + 1}`, addedAt: FIRST_DATE, kind: 'feed', folderId: null });
  });
  for (let start = 0; start < articles.length; start += ARTICLES_A_TRANSACTION) {
    store.write.transaction(() => {
      for (const [offset, article] of articles.slice(start, start + ARTICLES_A_TRANSACTION).entries()) {
        const key = start + offset;
        insertArticle(store.write, toArticle(article, key, feeds[key % feeds.length] ?? null));
      }
    });
  }
  store.close();
}

/** A made-up entry of the store: one a minute. */
export function toArticle({ title, lede, body }: CorpusArticle, key: number, feedId: number | null): Parameters<typeof insertArticle>[1] {
  const at = FIRST_DATE + key * 60_000;
  const html = body
    .split('\n')
    .map((paragraph) => `<p>${paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('');
  return {
    feedId,
    origin: 'feed',
    url: `http://127.0.0.1:9/${key}`,
    urlKey: `127.0.0.1:9/${key}`,
    publishedAt: at,
    arrivedAt: at,
    title,
    lede,
    byline: null,
    sourceName: null,
    lang: 'vi',
    dir: 'ltr',
    html,
    text: body,
    wordCount: body.split(' ').length,
    contentHash: createHash('sha256').update(title).update(lede).update(body).digest('hex'),
    images: [],
    offline: 'complete',
    offlineReason: null,
    enclosures: [],
  };
}
