import { ArrowUp, CheckCheck, Menu } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ArticleView } from '../../../contract/domain/article.ts';
import { BIN_DAYS } from '../../../contract/domain/organising.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { useDelayed } from '../../components/delayed.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { StateMessage } from '../../components/state-message.tsx';
import { openDialog } from '../../app/dialogs.ts';
import { useKeyHint } from '../../app/key-store.ts';
import { later } from '../../app/later.tsx';
import { setSidebarOpen, useLayout } from '../../app/layout.ts';
import { inBackground } from '../../app/report.ts';
import { sentenceOf, useI18n } from '../../i18n/index.ts';
import { useFeeds } from '../feeds/feeds-store.ts';
import { onListPaneKey } from '../feeds/sidebar-keys.ts';
import { SearchBox } from '../search/search-box.tsx';
import { useSearch } from '../search/search-store.ts';
import { startSync } from '../library/sync-store.ts';
import { markViewRead } from './article-actions.ts';
import { ArticleList } from './article-list.tsx';
import { ListMenu } from './list-menu.tsx';
import { openView, reloadList, showFresh, useList } from './list-store.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useSelection } from './selection-store.ts';
import './list-pane.css';

const SearchResults = later(async () => (await import('../search/search-results.tsx')).SearchResults);

function useViewTitle(view: ArticleView): string {
  const { t } = useI18n();
  const feed = useFeeds((state) => (view.kind === 'feed' ? state.byId.get(view.feedId) : undefined));
  const folder = useFeeds((state) => (view.kind === 'folder' ? state.folders.find((known) => known.id === view.folderId) : undefined));
  const tag = useFeeds((state) => (view.kind === 'tag' ? state.tags.find((known) => known.id === view.tagId) : undefined));
  if (view.kind === 'feed') return feed?.title ?? '';
  if (view.kind === 'folder') return folder?.title ?? '';
  if (view.kind === 'tag') return tag?.name ?? '';
  return { all: t.sidebar.all, unread: t.sidebar.unread, starred: t.sidebar.starred, ...t.organising.views }[view.kind];
}

/** Where articles are put by a key. */
function EmptyShelf({ name }: { readonly name: 'queue' | 'archived' }): ReactNode {
  const { t } = useI18n();
  const key = useKeyHint(name === 'queue' ? 'queue' : 'archive');
  return <StateMessage text={t.organising.empty[name](key)} action={<Button onClick={() => void openView({ kind: 'all' })}>{t.list.showAll}</Button>} />;
}

function EmptyList({ view }: { readonly view: ArticleView }): ReactNode {
  const { t } = useI18n();
  switch (view.kind) {
    case 'all':
      return <StateMessage text={t.list.emptyAll} action={<Button kind="primary" onClick={() => openDialog('add')}>{t.sidebar.add}</Button>} />;
    case 'unread':
      return <StateMessage text={t.list.emptyUnread} action={<Button onClick={() => void openView({ kind: 'all' })}>{t.list.showAll}</Button>} />;
    case 'starred':
      return <StateMessage text={t.list.emptyStarred} action={<Button onClick={() => void openView({ kind: 'all' })}>{t.list.showAll}</Button>} />;
    case 'folder':
      return <StateMessage text={t.list.emptyFolder} action={<Button onClick={() => inBackground(startSync(null))}>{t.sync.start}</Button>} />;
    case 'queue':
    case 'archived':
      return <EmptyShelf name={view.kind} />;
    case 'snoozed':
    case 'bin':
    case 'tag':
      return <StateMessage text={t.organising.empty[view.kind]} action={<Button onClick={() => void openView({ kind: 'all' })}>{t.list.showAll}</Button>} />;
    case 'feed':
      return <StateMessage text={t.list.emptyFeed} action={<Button onClick={() => inBackground(startSync(view.feedId))}>{t.sync.start}</Button>} />;
  }
}

function ListBody(): ReactNode {
  const { t } = useI18n();
  const view = useList((list) => list.view);
  const ids = useList((list) => list.ids);
  const days = useList((list) => list.days);
  const isLoading = useList((list) => list.isLoading);
  const error = useList((list) => list.error);
  const isSlow = useDelayed(isLoading);
  if (error !== null) {
    const retry = <Button onClick={() => void reloadList()}>{t.app.tryAgain}</Button>;
    return <StateMessage tone="failed" text={sentenceOf(error, t)} action={retry} />;
  }
  if (isSlow) return <Skeleton label={t.list.loading} rows={12} />;
  if (ids.length > 0) return <ArticleList key={JSON.stringify(view)} ids={ids} days={days} />;
  return isLoading ? null : <EmptyList view={view} />;
}

/** In the bin: how long articles stay there. */
function BinNote(): ReactNode {
  const { t } = useI18n();
  const isShown = useList(({ view, ids }) => view.kind === 'bin' && ids.length > 0);
  return isShown ? <p className="list-note">{t.organising.list.binNote(BIN_DAYS)}</p> : null;
}

function FreshButton(): ReactNode {
  const { t } = useI18n();
  const count = useList((list) => list.freshCount);
  if (count === 0) return null;
  return (
    <button type="button" className="list-fresh" onClick={showFresh}>
      <ArrowUp size={14} aria-hidden="true" />
      {t.list.newArticles(count)}
    </button>
  );
}

function ListHead(): ReactNode {
  const { t } = useI18n();
  const view = useList((list) => list.view);
  const title = useViewTitle(view);
  const panes = useLayout((layout) => layout.panes);
  return (
    <div className="list-head">
      {panes < 3 && <IconButton className="list-menu" label={t.sidebar.label} icon={<Menu size={16} />} onClick={() => setSidebarOpen(true)} />}
      <h1 title={title}>{title}</h1>
      <FreshButton />
      <ListMenu view={view} />
      <IconButton label={t.list.markAllRead} command="mark-all-read" icon={<CheckCheck size={16} />} onClick={() => inBackground(markViewRead(view))} />
    </div>
  );
}

/** The middle pane: the search box, and below it the list or what was found. The list keeps its place meanwhile. */
export function ListPane({ edge }: { readonly edge: ReactNode }): ReactNode {
  const { t } = useI18n();
  const isSearching = useSearch((search) => search.query !== '');
  const isChoosing = useSelection((selection) => selection.ids.size > 0);
  return (
    <section className="list-pane" aria-label={t.list.label} onKeyDown={onListPaneKey}>
      <SearchBox />
      <div className="list-space">
        <div className="list-layer" inert={isSearching} data-hidden={isSearching}>
          {isChoosing ? <SelectionBar /> : <ListHead />}
          <BinNote />
          <div className="list-body"><ListBody /></div>
        </div>
        {isSearching && <SearchResults />}
      </div>
      {edge}
    </section>
  );
}
