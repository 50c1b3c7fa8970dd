import { ChevronDown, ChevronRight, MoreHorizontal } from 'lucide-react';
import type { DragEvent, MouseEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { Folder } from '../../../contract/domain/feed.ts';
import { IconButton } from '../../components/button.tsx';
import type { MenuItem } from '../../components/menu.tsx';
import { Menu } from '../../components/menu.tsx';
import { inBackground } from '../../app/report.ts';
import type { Messages } from '../../../contract/words/messages.ts';
import { useI18n } from '../../i18n/index.ts';
import { markViewRead } from '../articles/article-actions.ts';
import { sameView, useList } from '../articles/list-store.ts';
import { moveFeeds, moveFolder, removeFolder, setCollapsed, siblings, stepBefore } from '../organise/arranging.ts';
import { openPanel } from '../organise/panels.ts';
import { useSearch } from '../search/search-store.ts';
import { currentFeeds } from './feeds-store.ts';
import { goToView } from './go-to-view.ts';
import { endDrag, isUpperHalf, startDrag, useDrop, type Dragged, type Drop } from './sidebar-drop.ts';
import { UnreadCount } from './unread-count.tsx';

/** Moving a place up or down among its neighbours: what dragging does, by key. */
function stepItems(folder: Folder, t: Messages): readonly MenuItem[] {
  const neighbours = siblings(currentFeeds().folders, ({ parentId }) => parentId, folder.parentId);
  return ([[-1, t.organising.folders.up], [1, t.organising.folders.down]] as const).flatMap(([step, label]) => {
    const before = stepBefore(neighbours, folder.id, step);
    return before === undefined ? [] : [{ label, run: () => inBackground(moveFolder(folder.id, folder.parentId, before)) }];
  });
}

function menuOf(folder: Folder, t: Messages): readonly MenuItem[] {
  const words = t.organising.folders;
  return [
    { label: t.sidebar.markAllRead, run: () => inBackground(markViewRead({ kind: 'folder', folderId: folder.id })) },
    { label: words.addInside, startsGroup: true, run: () => openPanel({ name: 'new-folder', parentId: folder.id, feedIds: [] }) },
    { label: t.sidebar.rename, run: () => openPanel({ name: 'rename-folder', folderId: folder.id }) },
    { label: words.move, run: () => openPanel({ name: 'move-folder', folderId: folder.id }) },
    ...stepItems(folder, t),
    { label: words.remove, startsGroup: true, run: () => inBackground(removeFolder(folder)) },
  ];
}

/** Feeds go into the folder, folders into it or before it. Its own inside takes it not: the library would refuse. */
function dropOn(folder: Folder, what: Dragged | null, event: DragEvent): Drop | null {
  if (what?.kind === 'feeds') return { place: 'into', run: () => inBackground(moveFeeds(what.feedIds, folder.id)) };
  if (what === null || what.folderId === folder.id) return null;
  if (isUpperHalf(event)) return { place: 'before', run: () => inBackground(moveFolder(what.folderId, folder.parentId, folder.id)) };
  return { place: 'into', run: () => inBackground(moveFolder(what.folderId, folder.id)) };
}

/** A folder in the sidebar: opens and closes, shows what is in it, and can be moved. */
export function FolderRow({ folder }: { readonly folder: Folder }): ReactNode {
  const { t } = useI18n();
  const isOpen = !folder.isCollapsed;
  const isCurrent = useList((list) => sameView(list.view, { kind: 'folder', folderId: folder.id }));
  const isSearching = useSearch((search) => search.query !== '');
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const drop = useDrop((what, event) => dropOn(folder, what, event));
  const label = t.organising.folders.menu(folder.title);
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    setMenuAt(event.type === 'contextmenu' ? { x: event.clientX, y: event.clientY } : { x: box.left, y: box.bottom });
  };
  return (
    <div className="side-folder side-item" draggable onDragStart={(event) => startDrag(event, { kind: 'folder', folderId: folder.id })} onDragEnd={endDrag}
      onContextMenu={openMenu} {...drop}>
      <IconButton className="side-toggle" label={isOpen ? t.sidebar.close(folder.title) : t.sidebar.open(folder.title)} aria-expanded={isOpen}
        icon={isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} />} onClick={() => inBackground(setCollapsed(folder.id, isOpen))} />
      <button type="button" className="side-row" title={folder.title} aria-current={isCurrent && !isSearching ? 'page' : undefined}
        onClick={() => goToView({ kind: 'folder', folderId: folder.id })}>
        <span className="side-name">{folder.title}</span>
        <UnreadCount count={folder.unreadCount} />
      </button>
      <IconButton className="side-more" label={label} aria-haspopup="menu" aria-expanded={menuAt !== null} icon={<MoreHorizontal size={16} />} onClick={openMenu} />
      {menuAt !== null && <Menu label={label} at={menuAt} items={menuOf(folder, t)} onClose={() => setMenuAt(null)} />}
    </div>
  );
}
