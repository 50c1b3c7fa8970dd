import type { FeedCandidate } from '../../../contract/domain/feed.ts';
import type { ReaderError } from '../../../contract/domain/result.ts';
import { api, readerErrorOf } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { inBackground } from '../../app/report.ts';
import { currentI18n } from '../../i18n/index.ts';
import { followView, reloadList } from '../articles/list-store.ts';
import { startSync } from '../library/sync-store.ts';
import { openArticle } from '../reader/reader-store.ts';
import { clearSearch } from '../search/search-store.ts';
import { loadFeeds } from './feeds-store.ts';

/** What an address led to. */
export type Discovery =
  | { readonly state: 'idle' }
  | { readonly state: 'looking' }
  | { readonly state: 'found'; readonly candidates: readonly FeedCandidate[] }
  | { readonly state: 'failed'; readonly error: ReaderError };

/** Looks for the feeds that an address leads to. */
export async function discover(address: string): Promise<Discovery> {
  try {
    return { state: 'found', candidates: await api.feeds.discover({ address }) };
  } catch (thrown) {
    return { state: 'failed', error: readerErrorOf(thrown) };
  }
}

/** Subscribes, and fetches the new source's articles right away. */
export async function subscribe(feedUrl: string): Promise<void> {
  const feed = await api.feeds.add({ feedUrl });
  await loadFeeds();
  notify(currentI18n().t.add.added(feed.title));
  clearSearch();
  await followView({ kind: 'feed', feedId: feed.id });
  inBackground(startSync(feed.id));
}

/** Saves the subscription list where the user says. */
export async function exportSubscriptions(): Promise<void> {
  const { opml } = await api.feeds.exportOpml();
  const { savedAs } = await api.app.saveTextFile({ suggestedName: 'docbao.opml', text: opml });
  if (savedAs !== null) notify(currentI18n().t.add.exported(savedAs));
}

/** Saves a page as an article and opens it. */
export async function savePage(url: string): Promise<void> {
  const saved = await api.articles.savePage({ url });
  await reloadList();
  openArticle(saved.id);
  const { t } = currentI18n();
  notify(saved.offlineReason?.why === 'pending' && saved.offline === 'summary' ? t.saving.waits(saved.title) : t.add.saved(saved.title));
}
