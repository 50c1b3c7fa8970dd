import { FolderPlus, Plus, Settings as SettingsIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { openDialog } from '../../app/dialogs.ts';
import { useLayout } from '../../app/layout.ts';
import { sentenceOf, useI18n } from '../../i18n/index.ts';
import { SyncStatus } from '../library/sync-status.tsx';
import { SavedSearches } from '../search/saved-searches.tsx';
import { moveFeeds, moveFolder } from '../organise/arranging.ts';
import { openPanel } from '../organise/panels.ts';
import { TagSection } from '../organise/tag-section.tsx';
import { inBackground } from '../../app/report.ts';
import { ChosenFeeds } from './chosen-feeds.tsx';
import { FeedTree } from './feed-tree.tsx';
import { loadFeeds, useFeeds } from './feeds-store.ts';
import { openListImport } from './subscription-list.ts';
import { LibraryViews } from './library-views.tsx';
import { useDrop } from './sidebar-drop.ts';
import { onSidebarKey } from './sidebar-keys.ts';
import './sidebar.css';

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
  const drop = useDrop((what) => {
    if (what === null) return null;
    const run = (): void => inBackground(what.kind === 'feeds' ? moveFeeds(what.feedIds, null) : moveFolder(what.folderId, null));
    return { place: 'into', run };
  });
  useEffect(() => {
    if (isOver) nav.current?.querySelector<HTMLElement>('[aria-current], button')?.focus();
  }, [isOver]);
  return (
    <nav ref={nav} className="sidebar" aria-label={t.sidebar.label} inert={isAway} onKeyDown={onSidebarKey}>
      <div className="window-strip" />
      <div className="side-scroll">
        <LibraryViews />
        <TagSection />
        <SavedSearches />
        <div className="side-head" {...drop}>
          <h2>{t.sidebar.subscriptions}</h2>
          <IconButton label={t.organising.folders.add} icon={<FolderPlus size={16} />} onClick={() => openPanel({ name: 'new-folder', parentId: null, feedIds: [] })} />
          <IconButton label={t.sidebar.add} command="add-subscription" icon={<Plus size={16} />} onClick={() => openDialog('add')} />
        </div>
        <FeedRows />
      </div>
      <ChosenFeeds />
      <footer className="side-foot">
        <SyncStatus />
        <IconButton label={t.sidebar.settings} command="open-settings" icon={<SettingsIcon size={16} />} onClick={() => openDialog('settings')} />
      </footer>
      {edge}
    </nav>
  );
}
