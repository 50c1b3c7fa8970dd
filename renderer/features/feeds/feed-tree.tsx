import type { CSSProperties, ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { treeOf, type Branch } from './feed-order.ts';
import { FeedRow } from './feed-row.tsx';
import { useFeeds } from './feeds-store.ts';
import { FolderRow } from './folder-row.tsx';

/** Height of a row of the sidebar, in pixels. */
const ROW_HEIGHT = 32;
/** Subscriptions that are drawn with the first list: as many as the window has room for. */
const AT_FIRST = Math.ceil(window.innerHeight / ROW_HEIGHT);
/** How many more are drawn each time the window is at rest, and when at last, in milliseconds. */
const AT_ONCE = 60;
const AT_LAST_MS = 500;

/** How many of the subscriptions are drawn: of a thousand those below the screen follow by and by, and the first list does not wait for them. */
function useDrawn(total: number): number {
  const [drawn, setDrawn] = useState(AT_FIRST);
  useEffect(() => {
    if (drawn >= total) return undefined;
    const idle = requestIdleCallback(() => setDrawn(drawn + AT_ONCE), { timeout: AT_LAST_MS });
    return () => cancelIdleCallback(idle);
  }, [drawn, total]);
  return drawn;
}

function Rows({ branch, drawn }: { readonly branch: Branch; readonly drawn: number }): ReactNode {
  const feeds = branch.feeds.slice(0, Math.max(0, drawn - branch.above));
  const rest = branch.feeds.length - feeds.length;
  return (
    <ul className={branch.folder === null ? undefined : 'side-branch'}>
      {branch.branches.map((inner) => inner.folder !== null && (
        <li key={`folder-${inner.folder.id}`}>
          <FolderRow folder={inner.folder} />
          {!inner.folder.isCollapsed && <Rows branch={inner} drawn={drawn} />}
        </li>
      ))}
      {feeds.map((feed) => (
        <FeedRow key={`feed-${feed.id}`} feed={feed} />
      ))}
      {rest > 0 && <li className="side-rest" aria-hidden="true" style={{ '--rows': rest } as CSSProperties} />}
    </ul>
  );
}

/** The subscriptions in their folders. */
export function FeedTree(): ReactNode {
  const folders = useFeeds((state) => state.folders);
  const feeds = useFeeds((state) => state.feeds);
  const tree = useMemo(() => treeOf(feeds, folders), [feeds, folders]);
  const drawn = useDrawn(feeds.length);
  return <Rows branch={tree} drawn={drawn} />;
}
