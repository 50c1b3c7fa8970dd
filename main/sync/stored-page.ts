import { brotliDecompress } from 'node:zlib';
import { promisify } from 'node:util';
import type { Article, ArticleId } from '../../contract/domain/article.ts';
import { DocbaoError } from '../../contract/domain/result.ts';
import { getArticle, getStoredPage } from '../store/index.ts';
import { knownImages } from './better-text.ts';
import type { LibraryContext } from './context.ts';

const decompress = promisify(brotliDecompress);

/** The page that an article was taken from, whole, as an article: sanitised, with the pictures that the library has. */
export interface StoredPageView {
  readonly article: Article;
  /** Epoch milliseconds. */
  readonly fetchedAt: number;
}

/**
 * Reads an article's stored page with no network.
 *
 * @throws {DocbaoError} `no-such-item` where there is no such article, or no page of it
 */
export async function viewStoredPage(context: LibraryContext, id: ArticleId): Promise<StoredPageView> {
  const article = getArticle(context.store.read, id);
  const page = getStoredPage(context.store.read, id);
  if (page === null) throw new DocbaoError('no-such-item', `The page of article ${id} is not in this library.`, { id });
  const bytes = await decompress(page.brotli);
  const { html, text, images, wordCount } = await context.steps.run('sanitizePage', { bytes, contentType: page.contentType, url: page.url });
  return { article: { ...article, lede: null, html, text, wordCount, images: knownImages(context, images).images }, fetchedAt: page.fetchedAt };
}
