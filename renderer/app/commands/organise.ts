import { extendSelection, selectAll } from '../../features/articles/selection-store.ts';
import { goToView } from '../../features/feeds/go-to-view.ts';
import { remove, toggleArchive, toggleQueue, withTargets } from '../../features/organise/organise-actions.ts';
import { openPanel } from '../../features/organise/panels.ts';
import { takesText } from '../keyboard.ts';
import { undoLast } from '../undo-stack.ts';
import type { Command } from './command.ts';

/** In a field these keys are the field's own. */
function isTyping(): boolean {
  return takesText(document.activeElement);
}

/** What puts articles in their place. */
export const SHELVING: readonly Command[] = [
  { id: 'archive', title: (t) => t.organising.command.archive, keys: ['e'], run: () => withTargets(toggleArchive) },
  { id: 'queue', title: (t) => t.organising.command.queue, keys: ['b'], run: () => withTargets(toggleQueue) },
  { id: 'snooze', title: (t) => t.organising.command.snooze, keys: ['z'], run: () => withTargets((ids) => openPanel({ name: 'snooze', ids })) },
  { id: 'tag', title: (t) => t.organising.command.tag, keys: ['l'], run: () => withTargets((ids) => openPanel({ name: 'tags', ids })) },
  { id: 'remove', title: (t) => t.organising.command.remove, keys: ['#'], fixedKeys: ['delete'], run: () => withTargets(remove) },
  { id: 'undo', title: (t) => t.organising.command.undo, keys: [], fixedKeys: ['mod+z'], run: () => !isTyping() && undoLast() },
  { id: 'select-next', title: (t) => t.organising.command.selectNext, keys: ['shift+j'], run: () => extendSelection(1) },
  { id: 'select-previous', title: (t) => t.organising.command.selectPrevious, keys: ['shift+k'], run: () => extendSelection(-1) },
  { id: 'select-all', title: (t) => t.organising.command.selectAll, keys: [], fixedKeys: ['mod+a'], run: () => !isTyping() && document.activeElement?.tagName !== 'IFRAME' && selectAll() },
];

/** The library's own views besides all, unread and starred. */
export const SHELVES: readonly Command[] = [
  { id: 'view-queue', title: (t) => t.organising.command.viewQueue, keys: ['4'], run: () => goToView({ kind: 'queue' }) },
  { id: 'view-archived', title: (t) => t.organising.command.viewArchived, keys: ['5'], run: () => goToView({ kind: 'archived' }) },
  { id: 'view-bin', title: (t) => t.organising.command.viewBin, keys: [], run: () => goToView({ kind: 'bin' }) },
];

/** Tags and folders. */
export const CABINET: readonly Command[] = [
  { id: 'manage-tags', title: (t) => t.organising.tags.manage, keys: [], run: () => openPanel({ name: 'manage-tags' }) },
  { id: 'new-folder', title: (t) => t.organising.command.newFolder, keys: [], run: () => openPanel({ name: 'new-folder', parentId: null, feedIds: [] }) },
];
