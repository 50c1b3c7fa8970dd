import { Folder as FolderIcon, FolderPlus, House } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FeedId, Folder, FolderId } from '../../../contract/domain/feed.ts';
import { Dialog } from '../../components/dialog.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { useFeeds } from '../feeds/feeds-store.ts';
import { moveFeeds, moveFolder } from './arranging.ts';
import { foldersInOrder } from './folder-order.ts';
import { openPanel } from './panels.ts';
import './organise.css';

interface DestinationsProps {
  readonly title: string;
  readonly folders: readonly { readonly folder: Folder; readonly depth: number }[];
  readonly onChoose: (folderId: FolderId | null) => void;
  readonly onClose: () => void;
  /** What makes a new folder, where there is such a way. */
  readonly onNew?: () => void;
}

function Destinations({ title, folders, onChoose, onClose, onNew }: DestinationsProps): ReactNode {
  const { t } = useI18n();
  const choose = (folderId: FolderId | null): void => {
    onClose();
    onChoose(folderId);
  };
  return (
    <Dialog title={title} closeLabel={t.app.close} onClose={onClose} focusesBody={false}>
      <ul className="organise-list organise-tree">
        <li>
          <button type="button" className="organise-row" data-first-focus="" onClick={() => choose(null)}>
            <House size={16} />
            <span className="organise-name">{t.organising.folders.top}</span>
          </button>
        </li>
        {folders.map(({ folder, depth }) => (
          <li key={folder.id} style={{ paddingInlineStart: `calc(${depth} * var(--space-5))` }}>
            <button type="button" className="organise-row" onClick={() => choose(folder.id)}>
              <FolderIcon size={16} />
              <span className="organise-name">{folder.title}</span>
            </button>
          </li>
        ))}
        {onNew !== undefined && (
          <li>
            <button type="button" className="organise-row" onClick={onNew}>
              <FolderPlus size={16} />
              <span className="organise-name">{t.organising.folders.add}</span>
            </button>
          </li>
        )}
      </ul>
    </Dialog>
  );
}

/** Where subscriptions go: what dragging them does, without dragging. */
export function MoveFeedsDialog({ feedIds, onClose }: { readonly feedIds: readonly FeedId[]; readonly onClose: () => void }): ReactNode {
  const { t } = useI18n();
  const folders = useFeeds((state) => state.folders);
  const first = useFeeds((state) => state.byId.get(feedIds[0] ?? 0));
  const title = feedIds.length === 1 ? t.organising.folders.moveTitle(first?.title ?? '') : t.organising.folders.moveFeeds(feedIds.length);
  return (
    <Destinations title={title} folders={foldersInOrder(folders)} onClose={onClose} onChoose={(folderId) => inBackground(moveFeeds(feedIds, folderId))}
      onNew={() => openPanel({ name: 'new-folder', parentId: null, feedIds })} />
  );
}

export function MoveFolderDialog({ folderId, onClose }: { readonly folderId: FolderId; readonly onClose: () => void }): ReactNode {
  const { t } = useI18n();
  const folders = useFeeds((state) => state.folders);
  const folder = folders.find(({ id }) => id === folderId);
  return (
    <Destinations title={t.organising.folders.moveTitle(folder?.title ?? '')} folders={foldersInOrder(folders, folderId)} onClose={onClose}
      onChoose={(parentId) => inBackground(moveFolder(folderId, parentId))} />
  );
}
