import type { ReactNode } from 'react';
import type { FolderId } from '../../../contract/domain/feed.ts';
import { DEEPEST } from '../organise/folder-order.ts';
import { standsIn } from './feed-order.ts';
import { FeedRow } from './feed-row.tsx';
import { useFeeds } from './feeds-store.ts';
import { FolderRow } from './folder-row.tsx';

interface BranchProps {
  /** Null at the top. */
  readonly parentId: FolderId | null;
  readonly depth: number;
}

function Branch({ parentId, depth }: BranchProps): ReactNode {
  const folders = useFeeds((state) => state.folders);
  const feeds = useFeeds((state) => state.feeds);
  const feedsHere = feeds.filter((feed) => standsIn(feed.folderId, parentId, folders));
  return (
    <ul className={depth === 0 ? undefined : 'side-branch'}>
      {depth < DEEPEST &&
        folders.filter((folder) => folder.parentId === parentId).map((folder) => (
          <li key={`folder-${folder.id}`}>
            <FolderRow folder={folder} />
            {!folder.isCollapsed && <Branch parentId={folder.id} depth={depth + 1} />}
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
