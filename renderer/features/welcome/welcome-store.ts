import type { SuggestedFeed } from '../../../contract/domain/feed.ts';
import { api } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { inBackground } from '../../app/report.ts';
import { createStore, useStore } from '../../app/store.ts';
import { currentI18n } from '../../i18n/index.ts';
import { loadFeeds } from '../feeds/feeds-store.ts';
import { goToView } from '../feeds/go-to-view.ts';
import { startSync } from '../library/sync-store.ts';
import { listOf } from './picked-list.ts';

const store = createStore<{ readonly isOpen: boolean }>({ isOpen: false });

/** Shows the welcome in the article's place, at the first start and whenever it is asked for. */
export function openWelcome(): void {
  store.set({ isOpen: true });
}

/** False where it was not open. */
export function closeWelcome(): boolean {
  const { isOpen } = store.get();
  if (isOpen) store.set({ isOpen: false });
  return isOpen;
}

export function useWelcome(): boolean {
  return useStore(store, (value) => value.isOpen);
}

/** Follows what was picked. Nothing is fetched for it, so that it works with no network; the sync that begins then does. */
export async function followPicked(feeds: readonly SuggestedFeed[]): Promise<void> {
  const { added } = await api.feeds.importOpml({ text: listOf(feeds) });
  await loadFeeds();
  closeWelcome();
  goToView({ kind: 'all' });
  notify(currentI18n().t.welcome.followed(added));
  inBackground(startSync(null));
}
