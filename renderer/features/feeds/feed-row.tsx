import { MoreHorizontal, TriangleAlert } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { Feed } from '../../../contract/domain/feed.ts';
import { assetAddress } from '../../api/addresses.ts';
import { IconButton } from '../../components/button.tsx';
import type { MenuItem } from '../../components/menu.tsx';
import { Menu } from '../../components/menu.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { inBackground } from '../../app/report.ts';
import { api } from '../../api/client.ts';
import type { I18n } from '../../i18n/index.ts';
import { sentenceOf, useI18n } from '../../i18n/index.ts';
import { markViewRead } from '../articles/article-actions.ts';
import { sameView, useList } from '../articles/list-store.ts';
import { startSync } from '../library/sync-store.ts';
import { useSearch } from '../search/search-store.ts';
import type { FeedDialogName } from './feed-dialogs.tsx';
import { FeedDialog } from './feed-dialogs.tsx';
import { goToView } from './go-to-view.ts';
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

function FailedMark({ feed }: { readonly feed: Feed }): ReactNode {
  const { t, format } = useI18n();
  if (feed.lastError === null) return null;
  const sentence = feed.isStopped ? t.health.stopped : sentenceOf(feed.lastError, t);
  const text = feed.failingSince === null ? t.sidebar.feedFailed(sentence) : t.sidebar.feedFailedSince(format.whenInside(feed.failingSince), sentence);
  return (
    <span className="side-failed" title={text}>
      <TriangleAlert size={14} aria-hidden="true" />
      <span className="visually-hidden">{text}</span>
    </span>
  );
}

/** A subscription in the sidebar: mark, name, unread count, and what went wrong at the last sync. */
export function FeedRow({ feed }: { readonly feed: Feed }): ReactNode {
  const { t } = useI18n();
  const isCurrent = useList((list) => sameView(list.view, { kind: 'feed', feedId: feed.id }));
  const isSearching = useSearch((search) => search.query !== '');
  const [menuAt, setMenuAt] = useState<Point | null>(null);
  const [dialog, setDialog] = useState<FeedDialogName | null>(null);
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    setMenuAt(event.type === 'contextmenu' ? { x: event.clientX, y: event.clientY } : { x: box.left, y: box.bottom });
  };
  return (
    <li className="side-item" onContextMenu={openMenu}>
      <button type="button" className="side-row" title={feed.title} aria-current={isCurrent && !isSearching ? 'page' : undefined}
        onClick={() => goToView({ kind: 'feed', feedId: feed.id })}>
        <SourceMark name={feed.title} icon={feed.iconAsset === null ? null : assetAddress(feed.iconAsset)} />
        <span className="side-name">{feed.title}</span>
        <FailedMark feed={feed} />
        <UnreadCount count={feed.unreadCount} />
      </button>
      <IconButton className="side-more" label={t.sidebar.feedMenu(feed.title)} aria-haspopup="menu" aria-expanded={menuAt !== null}
        icon={<MoreHorizontal size={16} />} onClick={openMenu} />
      {menuAt !== null && <Menu label={t.sidebar.feedMenu(feed.title)} at={menuAt} items={menuOf(feed, t, setDialog)} onClose={() => setMenuAt(null)} />}
      {dialog !== null && <FeedDialog name={dialog} feed={feed} onClose={() => setDialog(null)} />}
    </li>
  );
}
