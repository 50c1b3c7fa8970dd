import { MoreHorizontal } from 'lucide-react';
import type { DragEvent, MouseEvent, ReactNode } from 'react';
import { memo, useState } from 'react';
import type { Feed } from '../../../contract/domain/feed.ts';
import { assetAddress } from '../../api/addresses.ts';
import { IconButton } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { sameView, useList } from '../articles/list-store.ts';
import { moveFeeds, siblings } from '../organise/arranging.ts';
import { openPanel } from '../organise/panels.ts';
import { useSearch } from '../search/search-store.ts';
import { drawsAlike } from './draws-alike.ts';
import { feedMenu } from './feed-menu.ts';
import { chosenWith, clearFeedSelection, selectFeedsTo, toggleFeed, useFeedSelection } from './feed-selection.ts';
import { feedsInOrder } from './feed-order.ts';
import { currentFeeds } from './feeds-store.ts';
import { goToView } from './go-to-view.ts';
import { endDrag, isUpperHalf, startDrag, useDrop, type Dragged, type Drop } from './sidebar-drop.ts';
import { TroubleLine, TroubleMark } from './trouble-mark.tsx';
import { isInTrouble } from './trouble.ts';
import { UnreadCount } from './unread-count.tsx';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A subscription that is dropped on this one stands before or after it. */
function dropOn(feed: Feed, what: Dragged | null, event: DragEvent): Drop | null {
  if (what?.kind !== 'feeds' || what.feedIds.includes(feed.id)) return null;
  const neighbours = siblings(currentFeeds().feeds, ({ folderId }) => folderId, feed.folderId);
  const next = neighbours[neighbours.findIndex(({ id }) => id === feed.id) + 1]?.id ?? null;
  const isUpper = isUpperHalf(event);
  return { place: isUpper ? 'before' : 'after', run: () => inBackground(moveFeeds(what.feedIds, feed.folderId, isUpper ? feed.id : next)) };
}

/** A subscription in the sidebar: mark, name, unread count, and what went wrong at the last sync. */
export const FeedRow = memo(function FeedRow({ feed }: { readonly feed: Feed }): ReactNode {
  const { t } = useI18n();
  const isCurrent = useList((list) => sameView(list.view, { kind: 'feed', feedId: feed.id }));
  // The other rows have no use for knowing it.
  const isSearching = useSearch((search) => isCurrent && search.query !== '');
  const [menuAt, setMenuAt] = useState<Point | null>(null);
  const isChosen = useFeedSelection((selection) => selection.ids.has(feed.id));
  const drop = useDrop((what, event) => dropOn(feed, what, event));
  const isFailing = isInTrouble(feed);
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    setMenuAt(event.type === 'contextmenu' ? { x: event.clientX, y: event.clientY } : { x: box.left, y: box.bottom });
  };
  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey) toggleFeed(feed.id);
    else if (event.shiftKey) selectFeedsTo(feed.id, feedsInOrder(currentFeeds().feeds, currentFeeds().folders));
    else {
      clearFeedSelection();
      goToView({ kind: 'feed', feedId: feed.id });
    }
  };
  return (
    <li className="side-item" data-failed={isFailing} data-chosen={isChosen} draggable onDragEnd={endDrag} onContextMenu={openMenu}
      onDragStart={(event) => startDrag(event, { kind: 'feeds', feedIds: chosenWith(feed.id) })} {...drop}>
      <button type="button" className="side-row" title={feed.title} aria-current={isCurrent && !isSearching ? 'page' : undefined}
        aria-pressed={isChosen ? true : undefined} onClick={onClick}>
        <SourceMark name={feed.title} icon={feed.iconAsset === null ? null : assetAddress(feed.iconAsset)} />
        <span className="side-name">
          {feed.title}
          {isFailing && <TroubleLine feed={feed} />}
        </span>
        <UnreadCount count={feed.unreadCount} />
      </button>
      {isFailing && (
        <span className="side-end">
          <TroubleMark feed={feed} onClick={() => openPanel({ name: 'feed-health', feedId: feed.id })} />
          <UnreadCount count={feed.unreadCount} />
        </span>
      )}
      <IconButton className="side-more" label={t.sidebar.feedMenu(feed.title)} aria-haspopup="menu" aria-expanded={menuAt !== null}
        icon={<MoreHorizontal size={16} />} onClick={openMenu} />
      {menuAt !== null && <Menu label={t.sidebar.feedMenu(feed.title)} at={menuAt} items={feedMenu(feed, chosenWith(feed.id), t)} onClose={() => setMenuAt(null)} />}
    </li>
  );
}, (before, now) => drawsAlike(before.feed, now.feed));
