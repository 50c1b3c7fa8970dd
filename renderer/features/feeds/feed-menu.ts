import type { Feed, FeedId } from '../../../contract/domain/feed.ts';
import { api } from '../../api/client.ts';
import type { MenuItem } from '../../components/menu.tsx';
import { inBackground } from '../../app/report.ts';
import type { Messages } from '../../../contract/words/messages.ts';
import { markViewRead } from '../articles/article-actions.ts';
import { startSync } from '../library/sync-store.ts';
import { moveFeeds, siblings, stepBefore } from '../organise/arranging.ts';
import { openPanel } from '../organise/panels.ts';
import { toggleFeed } from './feed-selection.ts';
import { currentFeeds } from './feeds-store.ts';

/** Moving a place up or down among its neighbours: what dragging does, by key. */
function stepItems(feed: Feed, t: Messages): readonly MenuItem[] {
  const neighbours = siblings(currentFeeds().feeds, ({ folderId }) => folderId, feed.folderId);
  return ([[-1, t.organising.folders.up], [1, t.organising.folders.down]] as const).flatMap(([step, label]) => {
    const before = stepBefore(neighbours, feed.id, step);
    return before === undefined ? [] : [{ label, run: () => inBackground(moveFeeds([feed.id], feed.folderId, before)) }];
  });
}

function placeItems(feed: Feed, feedIds: readonly FeedId[], t: Messages): readonly MenuItem[] {
  const words = t.organising.folders;
  return [
    { label: words.move, startsGroup: true, run: () => openPanel({ name: 'move-feeds', feedIds }) },
    ...(feedIds.length === 1 ? stepItems(feed, t) : []),
    ...(feedIds.length === 1 ? [{ label: words.select, run: () => toggleFeed(feed.id) }] : []),
  ];
}

/** What can be done with a subscription; `feedIds` are all that are chosen, where it is one of them. */
export function feedMenu(feed: Feed, feedIds: readonly FeedId[], t: Messages): readonly MenuItem[] {
  const { siteUrl } = feed;
  const site = siteUrl === null ? [] : [{ label: t.sidebar.openSite, run: () => inBackground(api.app.openExternal({ url: siteUrl })) }];
  const unfollow = { label: t.sidebar.unsubscribe, startsGroup: true, run: () => openPanel({ name: 'unsubscribe', feedIds }) };
  if (feedIds.length > 1) return [...placeItems(feed, feedIds, t), unfollow];
  return [
    { label: t.sidebar.syncFeed, run: () => inBackground(startSync(feed.id)) },
    { label: t.sidebar.markAllRead, run: () => inBackground(markViewRead({ kind: 'feed', feedId: feed.id })) },
    ...site,
    { label: t.sidebar.health, run: () => openPanel({ name: 'feed-health', feedId: feed.id }) },
    { label: t.sidebar.rename, run: () => openPanel({ name: 'rename-feed', feedId: feed.id }) },
    ...placeItems(feed, feedIds, t),
    unfollow,
  ];
}
