import type { ArticleId } from '../../contract/domain/article.ts';
import { toReaderError, type ErrorKind } from '../../contract/domain/result.ts';
import { isPrivateHost } from '../fetch/index.ts';
import { addWork, findArticleByKey, insertArticle } from '../store/index.ts';
import { contentHashOf } from './content-hash.ts';
import type { LibraryContext } from './context.ts';
import { savePage } from './save.ts';
import { toAddress } from './subscribe.ts';
import { urlKey } from './url-key.ts';

/** Failures that only say that there is no network, while the system says the same. */
const NO_NETWORK: ReadonlySet<ErrorKind> = new Set(['offline', 'host-unreachable', 'timeout']);

/**
 * Saves a page now or, where this machine has no network, notes it down: an article with nothing but its address, and the work
 * to fetch its page, which is done when there is a network again.
 *
 * @throws {DocbaoError} what `savePage` throws while there is a network
 */
export async function savePageOrLater(context: LibraryContext, typed: string, signal: AbortSignal): Promise<ArticleId> {
  const url = toAddress(typed);
  const { online } = context.conditions;
  if (!online && !isPrivateHost(url)) return noteForLater(context, url);
  try {
    return await savePage(context, url, signal);
  } catch (error) {
    const { kind } = toReaderError(error);
    if (kind === 'offline' || (!online && NO_NETWORK.has(kind))) return noteForLater(context, url);
    throw error;
  }
}

function noteForLater(context: LibraryContext, url: string): ArticleId {
  const { write } = context.store;
  const at = Date.now();
  const key = urlKey(url);
  const title = titleOf(url);
  const id = write.transaction(() => {
    const known = key === null ? null : findArticleByKey(write, key);
    if (known !== null) return known;
    const article = insertArticle(write, {
      title,
      lede: null,
      byline: null,
      sourceName: new URL(url).host,
      lang: null,
      dir: 'ltr',
      html: '',
      text: '',
      wordCount: 0,
      contentHash: contentHashOf({ title, lede: null, text: '' }),
      images: [],
      offline: 'summary',
      offlineReason: { why: 'pending', message: 'The page is fetched when there is a network again.' },
      feedId: null,
      origin: 'saved-page',
      url,
      urlKey: key,
      publishedAt: at,
      arrivedAt: at,
      enclosures: [],
    });
    addWork(write, article, null, 'page', at);
    return article;
  });
  context.changes.articles([id]);
  return id;
}

/** The address as people write it, until the page says its own title. */
function titleOf(url: string): string {
  const { host, pathname } = new URL(url);
  let path = pathname;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    // Left as it is: it is only shown.
  }
  return `${host}${path === '/' ? '' : path}`.normalize('NFC').slice(0, 200);
}
