import { basename } from 'node:path';
import type { ArticleId, ArticleOrigin } from '../../contract/domain/article.ts';
import { isPrivateHost } from '../fetch/index.ts';
import { addReceivedBytes, addWork, findArticleByKey, getArticle, getContentHash, getStoredPage, insertArticle, insertAsset, keepVersion, restoreArticles, savePage as storePage, updateArticleContent, type NewArticle, type WritableDb } from '../store/index.ts';
import { isWorse, knownImages } from './better-text.ts';
import { today } from './budget.ts';
import type { LibraryContext } from './context.ts';
import { imagesWait, readinessOf } from './image-policy.ts';
import { dropImages, storeImages, type StoredImages } from './images.ts';
import { storeHeldImages } from './held-images.ts';
import { isArchive, isPage, listBeside, readBeside, readLocalFile } from './local-file.ts';
import { FILE_BASE } from './no-address.ts';
import type { Clip, ReadyText } from './steps.ts';
import { toAddress } from './subscribe.ts';
import { urlKey } from './url-key.ts';
import { readWholePage } from './whole-page.ts';

/** When images that failed are asked for again, milliseconds after the page was saved. */
const RETRY_MS = 10 * 60_000;

/**
 * Fetches a page and saves its article with its images. A page that was saved before is brought up to date, and keeps its
 * status.
 *
 * @throws {DocbaoError} what fetching or extracting threw; the library is then as it was.
 */
export async function savePage(context: LibraryContext, typed: string, signal: AbortSignal): Promise<ArticleId> {
  const url = toAddress(typed);
  const allowPrivate = isPrivateHost(url);
  const hints = { title: null, byline: null, publishedAt: null, lede: null };
  const page = await readWholePage(context, url, hints, { signal, allowPrivate, isUrgent: true });
  const isTextOnly = imagesWait(context) === 'images-off';
  const stored = isTextOnly ? knownImages(context, page.text.images) : await storeImages(context, page.text.images, { referrer: page.url, allowPrivate, signal });
  addReceivedBytes(context.store.write, null, today(), page.bytes + stored.bytes);
  const { contentType, brotli } = page;
  return keep(context, page.text, stored, { origin: 'saved-page', url: page.url, also: (id) => storePage(context.store.write, id, { url: page.url, contentType, fetchedAt: Date.now(), brotli }) });
}

/**
 * Saves what a file of this name holds (.html, .mhtml, .txt, .md) as an article.
 *
 * @throws {DocbaoError} `unsupported-type`, `no-article`
 */
export async function saveFile(context: LibraryContext, name: string, bytes: Uint8Array, signal: AbortSignal): Promise<ArticleId> {
  if (isPage(name)) return saveLocalPage(context, { name, bytes, path: null }, signal);
  const text = await context.steps.run('readFile', { name, bytes, baseUrl: null });
  return keepLocal(context, text, await storeImages(context, text.images, { referrer: null, allowPrivate: false, signal }));
}

/**
 * Saves a file by its path: a page's pictures are taken from the folder that lies beside it.
 *
 * @throws {DocbaoError} `file-unreadable`, `too-large`, `unsupported-type`, `no-article`
 */
export async function savePath(context: LibraryContext, path: string, signal: AbortSignal): Promise<ArticleId> {
  const name = basename(path);
  const bytes = await readLocalFile(path);
  return isPage(name) ? saveLocalPage(context, { name, bytes, path }, signal) : saveFile(context, name, bytes, signal);
}

/** Saves text that was pasted or dropped. @throws {DocbaoError} `no-article` */
export async function saveClip(context: LibraryContext, clip: Clip, signal: AbortSignal): Promise<ArticleId> {
  const text = await context.steps.run('readClip', clip);
  return keepLocal(context, text, await storeImages(context, text.images, { referrer: clip.url, allowPrivate: false, signal }));
}

interface LocalPage {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Null where only the bytes are known: then nothing lies beside it. */
  readonly path: string | null;
}

async function saveLocalPage(context: LibraryContext, { name, bytes, path }: LocalPage, signal: AbortSignal): Promise<ArticleId> {
  const beside = path === null ? [] : await listBeside(path);
  const { text, url, pictures, files, brotli } = await context.steps.run('readSavedPage', { name, bytes, beside });
  const inside = new Map(pictures.map((picture) => [picture.src, picture.bytes]));
  const paths = new Map(files.map((file) => [file.src, file.path]));
  const held = async (src: string): Promise<Uint8Array | null> => {
    const file = paths.get(src);
    return inside.get(src) ?? (file === undefined || path === null ? null : await readBeside(path, file));
  };
  // An archive is whole by itself: no host is asked for what it lacks.
  const others = isArchive(name) ? null : { referrer: url, allowPrivate: false, signal };
  const stored = await storeHeldImages(context, text.images, held, others);
  signal.throwIfAborted();
  const page = { url: url ?? FILE_BASE, contentType: 'text/html; charset=utf-8', fetchedAt: Date.now(), brotli };
  return keep(context, text, stored, { origin: 'saved-file', url, also: (id) => storePage(context.store.write, id, page) });
}

function keepLocal(context: LibraryContext, text: ReadyText, stored: StoredImages): ArticleId {
  const url = text.canonicalUrl !== null && /^https?:/.test(text.canonicalUrl) ? text.canonicalUrl : null;
  return keep(context, text, stored, { origin: 'saved-file', url, also: () => undefined });
}

interface Kept {
  readonly origin: ArticleOrigin;
  readonly url: string | null;
  /** What is to be committed together with the article. */
  readonly also: (id: ArticleId) => void;
}

/**
 * Commits an article that no feed brought. The same address, or the same file again, is the same article; what is stored of it
 * stays where the new text is worse. What was in the bin comes out of it.
 */
export function keep(context: LibraryContext, text: ReadyText, stored: StoredImages, { origin, url, also }: Kept): ArticleId {
  const { write } = context.store;
  const at = Date.now();
  const key = url === null ? `text:${text.contentHash}` : urlKey(url);
  const article: NewArticle = {
    ...text,
    ...readinessOf(stored.images, imagesWait(context)),
    html: dropImages(text.html, stored.dropped),
    images: stored.images,
    feedId: null,
    origin,
    url,
    urlKey: key,
    publishedAt: Math.min(text.publishedAt ?? at, at),
    arrivedAt: at,
    enclosures: [],
  };
  const id = write.transaction(() => {
    for (const asset of stored.assets) insertAsset(write, asset, at);
    const known = key === null ? null : findArticleByKey(write, key);
    if (known !== null) restoreArticles(write, [known]);
    if (known !== null && isWorse(getArticle(write, known), text)) return known;
    if (known !== null) replace(write, known, article, at);
    const articleId = known ?? insertArticle(write, article);
    also(articleId);
    if (url !== null && article.offlineReason?.why === 'images-missing') addWork(write, articleId, getArticle(write, articleId).feedId, 'images', at + RETRY_MS);
    return articleId;
  });
  context.changes.articles([id]);
  return id;
}

/** Content of a page that was fetched before is the source's change where it says something else now; anything else completes the article. */
function replace(write: WritableDb, id: ArticleId, article: NewArticle, at: number): void {
  const isChange = getStoredPage(write, id) !== null && getContentHash(write, id) !== article.contentHash;
  if (isChange) keepVersion(write, id, at);
  updateArticleContent(write, id, article, isChange ? at : null);
}
