import type { FeedId } from '../../../contract/domain/feed.ts';
import type { SyncOutcome, SyncProgress } from '../../../contract/domain/sync.ts';
import { api, events } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { inBackground } from '../../app/report.ts';
import { createStore, useStore } from '../../app/store.ts';
import { currentI18n } from '../../i18n/index.ts';
import { currentFeeds, refreshFeeds } from '../feeds/feeds-store.ts';

interface SyncState {
  readonly progress: SyncProgress | null;
  /** A sync was asked for and has not told of itself yet. */
  readonly isStarting: boolean;
}

const store = createStore<SyncState>({ progress: null, isStarting: false });

/** Follows the syncs of the library, whoever starts them. */
export function startSyncWatch(): void {
  events.syncProgress((progress) => store.set({ progress, isStarting: false }));
  inBackground(api.sync.getProgress().then((progress) => store.set({ progress })));
}

function tell(outcome: SyncOutcome): void {
  const { t } = currentI18n();
  if (outcome.wasCancelled) notify(t.sync.cancelled);
  else if (outcome.failed.length > 0) notify(t.sync.finishedFailed(outcome.newArticles, outcome.failed.length));
  else notify(t.sync.finished(outcome.newArticles));
}

/** Updates one source, or all of them. Does nothing while a sync runs. */
export async function startSync(feedId: FeedId | null): Promise<void> {
  const { progress, isStarting } = store.get();
  if (isStarting || progress?.isRunning === true) return;
  if (currentFeeds().feeds.length === 0 && feedId === null) {
    notify(currentI18n().t.sync.nothingYet);
    return;
  }
  store.set({ isStarting: true });
  try {
    tell(await api.sync.start({ feedId }));
  } finally {
    store.set({ isStarting: false });
    refreshFeeds();
  }
}

export function cancelSync(): void {
  inBackground(api.sync.cancel());
}

export function useSync<S>(select: (state: SyncState) => S): S {
  return useStore(store, select);
}
