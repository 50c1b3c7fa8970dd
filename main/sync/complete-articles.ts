import type { FeedId } from '../../contract/domain/feed.ts';
import { toReaderError } from '../../contract/domain/result.ts';
import { isPrivateHost } from '../fetch/index.ts';
import { listDueWork, type ArticleWork, type WorkKind } from '../store/index.ts';
import { doArticleWork, type WorkOutcome } from './article-work.ts';
import type { LibraryContext } from './context.ts';

/** What a run shares between all that completes articles. */
export interface CompletingOptions {
  readonly signal: AbortSignal;
  /** Runs an article's work when there is a free place for its kind. */
  readonly inTurn: <Value>(kind: WorkKind, work: () => Promise<Value>) => Promise<Value>;
  readonly onArticles: (done: number, total: number) => void;
  readonly onBytes: (bytes: number) => void;
}

/** Whose articles are completed: a feed's, or, without one, those that were saved or outlived their subscription. */
export interface WorkSource {
  readonly feedId: FeedId | null;
  readonly feedUrl: string | null;
}

/**
 * Does what is due for a source's articles, new and left over from earlier syncs: text first, all of it, then images, so that on
 * a slow line there is something to read soonest.
 *
 * @throws {DocbaoError} `offline`: what is left stays due, with nothing counted against it
 */
export async function completeArticles(context: LibraryContext, source: WorkSource, options: CompletingOptions): Promise<{ updatedArticles: number; assets: number }> {
  const sums = { updatedArticles: 0, assets: 0 };
  let done = 0;
  let total = 0;
  const finish = async (due: readonly ArticleWork[]): Promise<void> => {
    total += due.length;
    options.onArticles(done, total);
    await Promise.all(
      due.map(async (work) => {
        const outcome = await options.inTurn(work.kind, () => workOn(context, source, work, options));
        sums.updatedArticles += outcome.wasUpdated ? 1 : 0;
        sums.assets += outcome.assets;
        done += 1;
        options.onBytes(outcome.bytes);
        options.onArticles(done, total);
      }),
    );
  };
  const listDue = (): ArticleWork[] => listDueWork(context.store.read, source.feedId, Date.now());
  const first = listDue();
  const pages = first.filter(({ kind }) => kind === 'page');
  await finish(pages);
  await finish((pages.length === 0 ? first : listDue()).filter(({ kind }) => kind === 'images'));
  return sums;
}

async function workOn(context: LibraryContext, { feedUrl }: WorkSource, work: ArticleWork, { signal }: CompletingOptions): Promise<WorkOutcome> {
  const nothing = { wasUpdated: false, assets: 0, bytes: 0 };
  const isCancelled = (): boolean => signal.aborted;
  if (isCancelled()) return nothing;
  const origin = feedUrl ?? work.url;
  try {
    return await doArticleWork(context, work, { referrer: feedUrl, allowPrivate: origin !== null && isPrivateHost(origin), signal });
  } catch (error) {
    // Removed while it was being fetched, or cancelled: its own affair, not the feed's.
    if (isCancelled() || toReaderError(error).kind === 'no-such-item') return nothing;
    throw error;
  }
}
