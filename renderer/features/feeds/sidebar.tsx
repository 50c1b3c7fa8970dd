import { Inbox, Plus, Settings as SettingsIcon, Star, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { ArticleView } from '../../../contract/domain/article.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { openDialog } from '../../app/dialogs.ts';
import { useLayout } from '../../app/layout.ts';
import { sentenceOf, useI18n } from '../../i18n/index.ts';
import { sameView, useList } from '../articles/list-store.ts';
import { SyncStatus } from '../library/sync-status.tsx';
import { SavedSearches } from '../search/saved-searches.tsx';
import { useSearch } from '../search/search-store.ts';
import { FeedTree } from './feed-tree.tsx';
import { loadFeeds, useFeeds } from './feeds-store.ts';
import { openListImport } from './subscription-list.ts';
import { goToView } from './go-to-view.ts';
import './sidebar.css';

interface ViewRowProps {
  readonly view: ArticleView;
  readonly icon: ReactNode;
  readonly label: string;
  readonly count: number;
  /** What the number counts, for screen readers. */
  readonly countLabel: string;
}

function ViewRow({ view, icon, label, count, countLabel }: ViewRowProps): ReactNode {
  const { format } = useI18n();
  const isCurrent = useList((list) => sameView(list.view, view));
  const isSearching = useSearch((search) => search.query !== '');
  return (
    <li>
      <button type="button" className="side-row" aria-current={isCurrent && !isSearching ? 'page' : undefined} onClick={() => goToView(view)}>
        {icon}
        <span className="side-name">{label}</span>
        {count > 0 && (
          <span className="side-count">
            <span aria-hidden="true">{format.number(count)}</span>
            <span className="visually-hidden">{countLabel}</span>
          </span>
        )}
      </button>
    </li>
  );
}

function Views(): ReactNode {
  const { t } = useI18n();
  const counts = useFeeds((state) => state.counts);
  return (
    <ul className="side-views">
      <ViewRow view={{ kind: 'all' }} icon={<Inbox size={16} />} label={t.sidebar.all} count={counts.all} countLabel={t.sidebar.articleCount(counts.all)} />
      <ViewRow view={{ kind: 'unread' }} icon={<Sun size={16} />} label={t.sidebar.unread} count={counts.unread} countLabel={t.sidebar.unreadCount(counts.unread)} />
      <ViewRow view={{ kind: 'starred' }} icon={<Star size={16} />} label={t.sidebar.starred} count={counts.starred} countLabel={t.sidebar.articleCount(counts.starred)} />
    </ul>
  );
}

function FeedRows(): ReactNode {
  const { t } = useI18n();
  const feeds = useFeeds((state) => state.feeds);
  const isLoaded = useFeeds((state) => state.isLoaded);
  const error = useFeeds((state) => state.error);
  if (error !== null) {
    return (
      <div className="side-note" role="alert">
        <p>{sentenceOf(error, t)}</p>
        <Button onClick={() => void loadFeeds()}>{t.app.tryAgain}</Button>
      </div>
    );
  }
  if (isLoaded && feeds.length === 0) {
    return (
      <div className="side-note">
        <p>{t.sidebar.none}</p>
        <Button onClick={() => openDialog('add')}>{t.sidebar.add}</Button>
        <Button kind="quiet" onClick={openListImport}>{t.add.importOpml}</Button>
      </div>
    );
  }
  return <FeedTree />;
}

/** The left pane: views, subscriptions with their unread counts, and the state of the sync. `edge` is the handle at its side. */
export function Sidebar({ edge }: { readonly edge: ReactNode }): ReactNode {
  const { t } = useI18n();
  const isAway = useLayout((layout) => layout.panes < 3 && !layout.isSidebarOpen);
  const isOver = useLayout((layout) => layout.panes < 3 && layout.isSidebarOpen);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOver) nav.current?.querySelector<HTMLElement>('[aria-current], button')?.focus();
  }, [isOver]);
  return (
    <nav ref={nav} className="sidebar" aria-label={t.sidebar.label} inert={isAway}>
      <div className="window-strip" />
      <div className="side-scroll">
        <Views />
        <SavedSearches />
        <div className="side-head">
          <h2>{t.sidebar.subscriptions}</h2>
          <IconButton label={t.sidebar.add} command="add-subscription" icon={<Plus size={16} />} onClick={() => openDialog('add')} />
        </div>
        <FeedRows />
      </div>
      <footer className="side-foot">
        <SyncStatus />
        <IconButton label={t.sidebar.settings} command="open-settings" icon={<SettingsIcon size={16} />} onClick={() => openDialog('settings')} />
      </footer>
      {edge}
    </nav>
  );
}
