import { brotliDecompress } from 'node:zlib';
import { promisify } from 'node:util';
import type { ArticleId } from '../../contract/domain/article.ts';
import { toReaderError } from '../../contract/domain/result.ts';
import { addWork, getArticle, getContentHash, getSettings, getStoredPage, listStoredPageIds, updateArticleContent } from '../store/index.ts';
import type { LibraryContext } from './context.ts';
import { isWorse, knownImages } from './better-text.ts';
import { offlineStateOf } from './images.ts';

const decompress = promisify(brotliDecompress);

/** What came of extracting a library anew. */
export interface ReextractOutcome {
  readonly articles: number;
  readonly changed: number;
  /** Articles whose new text would have been worse: the earlier one stays. */
  readonly kept: number;
  readonly failed: readonly { readonly id: ArticleId; readonly message: string }[];
}

/**
 * Extracts every article anew from its stored page, with no network. Good text is never replaced by worse; status and dates
 * stay. Stops between two articles when the signal says so; what was done stays done.
 */
export async function reextract(context: LibraryContext, signal: AbortSignal, onProgress: (done: number, total: number) => void): Promise<ReextractOutcome> {
  const ids = listStoredPageIds(context.store.read);
  const failed: { id: ArticleId; message: string }[] = [];
  let changed = 0;
  let kept = 0;
  for (const [at, id] of ids.entries()) {
    if (signal.aborted) break;
    try {
      const outcome = await reextractOne(context, id);
      if (outcome === 'changed') changed += 1;
      if (outcome === 'kept') kept += 1;
    } catch (error) {
      failed.push({ id, message: toReaderError(error).message });
    }
    onProgress(at + 1, ids.length);
  }
  return { articles: ids.length, changed, kept, failed };
}

async function reextractOne(context: LibraryContext, id: ArticleId): Promise<'changed' | 'same' | 'kept'> {
  const page = getStoredPage(context.store.read, id);
  if (page === null) return 'same';
  const article = getArticle(context.store.read, id);
  const bytes = await decompress(page.brotli);
  const hints = { title: article.title, byline: article.byline, publishedAt: article.publishedAt, lede: article.lede };
  const { text } = await context.steps.run('readPage', { bytes, contentType: page.contentType, url: page.url, hints, wantsSmallImages: getSettings(context.store.read).imageQuality === 'small' });
  if (text.contentHash === getContentHash(context.store.read, id) && text.html === article.html) return 'same';
  if (isWorse(article, text)) return 'kept';
  const { images } = knownImages(context, text.images);
  const { write } = context.store;
  write.transaction(() => {
    updateArticleContent(write, id, { ...text, title: text.title || article.title, byline: text.byline ?? article.byline, images, ...offlineStateOf(images) }, null);
    if (images.some((image) => image.asset === null)) addWork(write, id, article.feedId, 'images', Date.now());
  });
  context.changes.articles([id]);
  return 'changed';
}
