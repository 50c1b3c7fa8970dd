import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Folder, FolderId } from '../../../contract/domain/feed.ts';
import { IconButton } from '../../components/button.tsx';
import { createStore, useStore } from '../../app/store.ts';
import { useI18n } from '../../i18n/index.ts';
import { sameView, useList } from '../articles/list-store.ts';
import { useSearch } from '../search/search-store.ts';
import { FeedRow } from './feed-row.tsx';
import { useFeeds } from './feeds-store.ts';
import { goToView } from './go-to-view.ts';
import { UnreadCount } from './unread-count.tsx';

/** Folders within folders are drawn that deep at most; a list that nests deeper, or in circles, ends there. */
const DEEPEST = 8;
const closed = createStore<{ readonly ids: ReadonlySet<FolderId> }>({ ids: new Set() });

function toggle(id: FolderId): void {
  const ids = new Set(closed.get().ids);
  if (!ids.delete(id)) ids.add(id);
  closed.set({ ids });
}

function FolderRow({ folder, isOpen }: { readonly folder: Folder; readonly isOpen: boolean }): ReactNode {
  const { t } = useI18n();
  const isCurrent = useList((list) => sameView(list.view, { kind: 'folder', folderId: folder.id }));
  const isSearching = useSearch((search) => search.query !== '');
  return (
    <div className="side-folder">
      <IconButton className="side-toggle" label={isOpen ? t.sidebar.close(folder.title) : t.sidebar.open(folder.title)} aria-expanded={isOpen}
        icon={isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} />} onClick={() => toggle(folder.id)} />
      <button type="button" className="side-row" title={folder.title} aria-current={isCurrent && !isSearching ? 'page' : undefined}
        onClick={() => goToView({ kind: 'folder', folderId: folder.id })}>
        <span className="side-name">{folder.title}</span>
        <UnreadCount count={folder.unreadCount} />
      </button>
    </div>
  );
}

interface BranchProps {
  /** Null at the top. */
  readonly parentId: FolderId | null;
  readonly depth: number;
}

/** Whether a feed stands here: in its folder, or at the top where its folder is not known. */
function standsIn(folderId: FolderId | null, parentId: FolderId | null, folders: readonly Folder[]): boolean {
  return folderId === parentId || (parentId === null && !folders.some((folder) => folder.id === folderId));
}

function Branch({ parentId, depth }: BranchProps): ReactNode {
  const folders = useFeeds((state) => state.folders);
  const feeds = useFeeds((state) => state.feeds);
  const closedIds = useStore(closed, (value) => value.ids);
  const feedsHere = feeds.filter((feed) => standsIn(feed.folderId, parentId, folders));
  return (
    <ul className={depth === 0 ? undefined : 'side-branch'}>
      {depth < DEEPEST &&
        folders.filter((folder) => folder.parentId === parentId).map((folder) => (
          <li key={`folder-${folder.id}`}>
            <FolderRow folder={folder} isOpen={!closedIds.has(folder.id)} />
            {!closedIds.has(folder.id) && <Branch parentId={folder.id} depth={depth + 1} />}
          </li>
        ))}
      {feedsHere.map((feed) => (
        <FeedRow key={`feed-${feed.id}`} feed={feed} />
      ))}
    </ul>
  );
}

/** The subscriptions in their folders. */
export function FeedTree(): ReactNode {
  return <Branch parentId={null} depth={0} />;
}
