import { MoreHorizontal } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { memo, useState } from 'react';
import type { Feed } from '../../../contract/domain/feed.ts';
import { assetAddress } from '../../api/addresses.ts';
import { IconButton } from '../../components/button.tsx';
import type { MenuItem } from '../../components/menu.tsx';
import { Menu } from '../../components/menu.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { useMinute } from '../../app/minute.ts';
import { inBackground } from '../../app/report.ts';
import { api } from '../../api/client.ts';
import type { I18n } from '../../i18n/index.ts';
import { useI18n } from '../../i18n/index.ts';
import { markViewRead } from '../articles/article-actions.ts';
import { sameView, useList } from '../articles/list-store.ts';
import { startSync } from '../library/sync-store.ts';
import { useSearch } from '../search/search-store.ts';
import type { FeedDialogName } from './feed-dialogs.tsx';
import { FeedDialog } from './feed-dialogs.tsx';
import { goToView } from './go-to-view.ts';
import { TroubleLine, TroubleMark } from './trouble-mark.tsx';
import { troubleOf } from './trouble.ts';
import { UnreadCount } from './unread-count.tsx';

interface Point {
  readonly x: number;
  readonly y: number;
}

function menuOf(feed: Feed, t: I18n['t'], open: (dialog: FeedDialogName) => void): readonly MenuItem[] {
  const { siteUrl } = feed;
  const site = siteUrl === null ? [] : [{ label: t.sidebar.openSite, run: () => inBackground(api.app.openExternal({ url: siteUrl })) }];
  return [
    { label: t.sidebar.syncFeed, run: () => inBackground(startSync(feed.id)) },
    { label: t.sidebar.markAllRead, run: () => inBackground(markViewRead({ kind: 'feed', feedId: feed.id })) },
    ...site,
    { label: t.sidebar.health, run: () => open('health') },
    { label: t.sidebar.rename, run: () => open('rename') },
    { label: t.sidebar.unsubscribe, run: () => open('remove') },
  ];
}

/** A subscription in the sidebar: mark, name, unread count, and what went wrong at the last sync. */
export const FeedRow = memo(function FeedRow({ feed }: { readonly feed: Feed }): ReactNode {
  const { t } = useI18n();
  const isCurrent = useList((list) => sameView(list.view, { kind: 'feed', feedId: feed.id }));
  const isSearching = useSearch((search) => search.query !== '');
  const [menuAt, setMenuAt] = useState<Point | null>(null);
  const [dialog, setDialog] = useState<FeedDialogName | null>(null);
  useMinute();
  const trouble = troubleOf(feed, Date.now());
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    setMenuAt(event.type === 'contextmenu' ? { x: event.clientX, y: event.clientY } : { x: box.left, y: box.bottom });
  };
  return (
    <li className="side-item" data-failed={trouble !== 'none'} onContextMenu={openMenu}>
      <button type="button" className="side-row" title={feed.title} aria-current={isCurrent && !isSearching ? 'page' : undefined}
        onClick={() => goToView({ kind: 'feed', feedId: feed.id })}>
        <SourceMark name={feed.title} icon={feed.iconAsset === null ? null : assetAddress(feed.iconAsset)} />
        <span className="side-name">
          {feed.title}
          <TroubleLine feed={feed} trouble={trouble} />
        </span>
        <UnreadCount count={feed.unreadCount} />
      </button>
      <TroubleMark feed={feed} trouble={trouble} onClick={() => setDialog('health')} />
      <IconButton className="side-more" label={t.sidebar.feedMenu(feed.title)} aria-haspopup="menu" aria-expanded={menuAt !== null}
        icon={<MoreHorizontal size={16} />} onClick={openMenu} />
      {menuAt !== null && <Menu label={t.sidebar.feedMenu(feed.title)} at={menuAt} items={menuOf(feed, t, setDialog)} onClose={() => setMenuAt(null)} />}
      {dialog !== null && <FeedDialog name={dialog} feed={feed} onClose={() => setDialog(null)} />}
    </li>
  );
});
