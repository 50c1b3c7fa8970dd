import type { Article, OfflineReason } from '../../contract/domain/article.ts';
import { DocbaoError, toReaderError, type ErrorKind } from '../../contract/domain/result.ts';
import {
  addWork,
  deferWork,
  finishWork,
  getArticle,
  getContentHash,
  insertAsset,
  keepVersion,
  postponeWork,
  savePage,
  setOfflineReason,
  setPublishedAt,
  updateArticleContent,
  type ArticleContent,
  type ArticleWork,
} from '../store/index.ts';
import { isWorse, knownImages } from './better-text.ts';
import { tomorrow } from './budget.ts';
import type { LibraryContext } from './context.ts';
import { imagesWait, readinessOf, waitReason, type ImagesWait } from './image-policy.ts';
import { dropImages, offlineStateOf, storeImages, type SourceOptions, type StoredImages } from './images.ts';
import type { ReadyText } from './steps.ts';
import { readWholePage } from './whole-page.ts';

/** What came of one article's pending work. */
export interface WorkOutcome {
  /** Whether the source changed the article since it was stored. */
  readonly wasUpdated: boolean;
  readonly assets: number;
  readonly bytes: number;
}

/** Waits before the second, third ... try, in milliseconds; after the last one the article stays as it is. */
const RETRY_AFTER_MS = [10, 60, 6 * 60, 24 * 60].map((minutes) => minutes * 60_000);
/** How often we look whether the network is still paid by the megabyte. */
const METERED_AGAIN_MS = 30 * 60_000;
/** Failures that asking again does not mend. */
const FINAL: ReadonlySet<ErrorKind> = new Set(['not-found', 'gone', 'unsupported-type', 'forbidden-address', 'bad-address', 'no-article', 'too-large', 'too-many-redirects']);

/**
 * Completes one article: fetches and extracts its page where that is pending, stores its images, and commits the result.
 * A page that fails or says less than the feed did never replaces what is there.
 */
export async function doArticleWork(context: LibraryContext, work: ArticleWork, options: SourceOptions): Promise<WorkOutcome> {
  const article = getArticle(context.store.read, work.articleId);
  // In the bin, where a rule or its reader put it: nothing is fetched for it. What is to be done stays noted, for when it comes back.
  if (article.deletedAt !== null) return { wasUpdated: false, assets: 0, bytes: 0 };
  if (work.kind === 'page' && article.url !== null) return completeFromPage(context, work, article, article.url, options);
  return completeImages(context, work, article, options, article.offline === 'summary' ? article.offlineReason : null);
}

/** Text first: the images that a page brings become work of their own, after the text is committed. */
async function completeFromPage(context: LibraryContext, work: ArticleWork, article: Article, url: string, options: SourceOptions): Promise<WorkOutcome> {
  try {
    // The title of a page that was only noted is its address: it says nothing of what the page is about.
    const title = article.origin === 'saved-page' && article.wordCount === 0 ? null : article.title;
    const hints = { title, byline: article.byline, publishedAt: article.publishedAt, lede: article.lede };
    const page = await readWholePage(context, url, hints, options);
    const { text, brotli } = page;
    if (isWorse(article, text)) throw new DocbaoError('no-article', `What ${new URL(page.url).host} answers says less than what is stored.`, { url: page.url });
    const stored = knownImages(context, text.images);
    const content = fromPage(context, article, text, stored);
    const wasUpdated = article.offline !== 'summary' && text.contentHash !== getContentHash(context.store.read, work.articleId);
    const { write } = context.store;
    const at = Date.now();
    write.transaction(() => {
      if (wasUpdated) keepVersion(write, work.articleId, at);
      writeStored(context, work, content, stored, wasUpdated ? at : null);
      savePage(write, work.articleId, { url: page.url, contentType: page.contentType, fetchedAt: at, brotli });
      if (text.publishedAt !== null && article.publishedAt === article.arrivedAt && text.publishedAt <= at) setPublishedAt(write, work.articleId, text.publishedAt);
      if (content.offline === 'partial') addWork(write, work.articleId, work.feedId, 'images', at);
      else finishWork(write, work.articleId);
    });
    return { wasUpdated, assets: 0, bytes: page.bytes };
  } catch (error) {
    const failure = toReaderError(error);
    if (options.signal.aborted || failure.kind === 'offline') throw error;
    const reason: OfflineReason = { why: 'page-failed', message: `The page could not be read: ${failure.message}`, error: failure };
    const images = article.images.some((image) => image.asset === null && image.error === null)
      ? await completeImages(context, work, article, options, reason, true)
      : { wasUpdated: false, assets: 0, bytes: 0 };
    failWork(context, work, FINAL.has(failure.kind), reason, article);
    return images;
  }
}

/** Stores the images of the text that is there. `summaryReason` is why there is no more than a summary, if so. */
async function completeImages(
  context: LibraryContext,
  work: ArticleWork,
  article: Article,
  options: SourceOptions,
  summaryReason: OfflineReason | null,
  isPagePending = false,
): Promise<WorkOutcome> {
  const why = imagesWait(context);
  if (why !== null) {
    letImagesWait(context, work, article, why);
    return { wasUpdated: false, assets: 0, bytes: 0 };
  }
  const stored = await storeImages(context, article.images, { ...options, referrer: article.url ?? options.referrer });
  const content = withImages(article, stored, summaryReason);
  if (isPagePending) {
    context.store.write.transaction(() => writeStored(context, work, content, stored, null));
  } else {
    commit(context, work, content, stored);
  }
  return { wasUpdated: false, assets: stored.fetched, bytes: stored.bytes };
}

function fromPage(context: LibraryContext, article: Article, text: ReadyText, stored: StoredImages): ArticleContent {
  return {
    ...text,
    title: text.title || article.title,
    lede: text.lede ?? null,
    byline: text.byline ?? article.byline,
    sourceName: text.sourceName,
    html: dropImages(text.html, stored.dropped),
    images: stored.images,
    ...readinessOf(stored.images, imagesWait(context)),
  };
}

function withImages(article: Article, stored: StoredImages, summaryReason: OfflineReason | null): ArticleContent {
  const state = summaryReason === null ? offlineStateOf(stored.images) : { offline: 'summary' as const, offlineReason: summaryReason };
  return { ...article, contentHash: '', html: dropImages(article.html, stored.dropped), images: stored.images, ...state };
}

/** Text has gone before them: images wait for tomorrow's megabytes, for another network, or until the user wants some. */
function letImagesWait(context: LibraryContext, work: ArticleWork, article: Article, why: ImagesWait): void {
  const { write } = context.store;
  write.transaction(() => {
    if (article.offline !== 'summary') setOfflineReason(write, work.articleId, waitReason(why));
    if (work.kind === 'page') return;
    if (why === 'images-off') finishWork(write, work.articleId);
    else deferWork(write, work.articleId, why === 'metered' ? Date.now() + METERED_AGAIN_MS : tomorrow());
  });
  context.changes.articles([work.articleId]);
}

/** One transaction: the content, the assets that it refers to, and the work that is done with it or left over. */
function commit(context: LibraryContext, work: ArticleWork, content: ArticleContent, stored: StoredImages): void {
  const { write } = context.store;
  write.transaction(() => {
    writeStored(context, work, content, stored, null);
    const retryAfter = RETRY_AFTER_MS[work.attempts];
    if (content.offline === 'partial' && retryAfter !== undefined) postponeWork(write, work.articleId, 'images', Date.now() + retryAfter);
    else finishWork(write, work.articleId);
  });
}

function writeStored(context: LibraryContext, work: ArticleWork, content: ArticleContent, stored: StoredImages, updatedAt: number | null): void {
  const { write } = context.store;
  const at = Date.now();
  for (const asset of stored.assets) insertAsset(write, asset, at);
  const contentHash = content.contentHash || (getContentHash(write, work.articleId) ?? '');
  updateArticleContent(write, work.articleId, { ...content, contentHash }, updatedAt);
  context.changes.articles([work.articleId]);
}

function failWork(context: LibraryContext, work: ArticleWork, isFinal: boolean, reason: OfflineReason, article: Article): void {
  const { write } = context.store;
  const retryAfter = RETRY_AFTER_MS[work.attempts];
  write.transaction(() => {
    // An article that was complete before its page failed stays so: good text is never marked down.
    if (article.offline === 'summary') setOfflineReason(write, work.articleId, reason);
    if (isFinal || retryAfter === undefined) finishWork(write, work.articleId);
    else postponeWork(write, work.articleId, 'page', Date.now() + retryAfter);
  });
  context.changes.articles([work.articleId]);
}
