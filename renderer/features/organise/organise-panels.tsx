import type { ReactNode } from 'react';
import { FeedDialog } from '../feeds/feed-dialogs.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { NewFolderDialog, RenameFolderDialog } from './folder-dialogs.tsx';
import { MoveFeedsDialog, MoveFolderDialog } from './move-dialogs.tsx';
import { closePanel, useOpenPanel } from './panels.ts';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';
import { TagManager } from './tag-manager.tsx';
import { UnsubscribeDialog } from './unsubscribe-dialog.tsx';

/** The dialog of organising that is open, if one is. */
export function OrganisePanels(): ReactNode {
  const open = useOpenPanel();
  switch (open?.name) {
    case 'tags':
      return <TagDialog ids={open.ids} onClose={closePanel} />;
    case 'manage-tags':
      return <TagManager onClose={closePanel} />;
    case 'snooze':
      return <SnoozeDialog ids={open.ids} onClose={closePanel} />;
    case 'erase':
      return <EraseDialog ids={open.ids} onClose={closePanel} />;
    case 'new-folder':
      return <NewFolderDialog parentId={open.parentId} feedIds={open.feedIds} onClose={closePanel} />;
    case 'rename-folder':
      return <RenameFolderDialog folderId={open.folderId} onClose={closePanel} />;
    case 'move-feeds':
      return <MoveFeedsDialog feedIds={open.feedIds} onClose={closePanel} />;
    case 'move-folder':
      return <MoveFolderDialog folderId={open.folderId} onClose={closePanel} />;
    case 'feed-health':
    case 'rename-feed':
      return <FeedDialog name={open.name} feedId={open.feedId} onClose={closePanel} />;
    case 'unsubscribe':
      return <UnsubscribeDialog feedIds={open.feedIds} onClose={closePanel} />;
    case undefined:
      return null;
  }
}
