import { AlarmClock, Archive, ArchiveRestore, CircleDot, Clock, Star, Tag, Trash2, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../components/button.tsx';
import { useI18n } from '../../i18n/index.ts';
import { remove, restore, targets, toggleArchive, toggleQueue, toggleReadOf, toggleStarOf } from '../organise/organise-actions.ts';
import { openPanel } from '../organise/panels.ts';
import { useSearch } from '../search/search-store.ts';
import { useList } from './list-store.ts';
import { clearSelection, useSelection } from './selection-store.ts';

const SIZE = 16;

/** What can be done with the chosen articles, in the place of the list's head. */
export function SelectionBar(): ReactNode {
  const { t } = useI18n();
  const count = useSelection((selection) => selection.ids.size);
  const isSearching = useSearch((search) => search.query !== '');
  const view = useList((list) => list.view.kind);
  // What was found is of all views.
  const kind = isSearching ? 'all' : view;
  const { action, selection } = t.organising;
  const isArchive = kind === 'archived';
  return (
    <div className="list-head selection-bar" role="toolbar" aria-label={selection.label}>
      <IconButton label={selection.clear} hint="Esc" icon={<X size={SIZE} />} onClick={clearSelection} />
      <h1>{selection.count(count)}</h1>
      <p className="visually-hidden" role="status">{selection.count(count)}</p>
      <IconButton label={t.command.toggleRead} command="toggle-read" icon={<CircleDot size={SIZE} />} onClick={() => toggleReadOf(targets())} />
      <IconButton label={t.command.toggleStar} command="toggle-star" icon={<Star size={SIZE} />} onClick={() => toggleStarOf(targets())} />
      {kind === 'bin' ? (
        <>
          <IconButton label={action.restore} icon={<Undo2 size={SIZE} />} onClick={() => restore(targets())} />
          <IconButton label={action.erase} command="remove" icon={<Trash2 size={SIZE} />} onClick={() => remove(targets())} />
        </>
      ) : (
        <>
          <IconButton label={kind === 'queue' ? action.unqueue : action.queue} command="queue" icon={<Clock size={SIZE} />} onClick={() => toggleQueue(targets())} />
          <IconButton label={isArchive ? action.unarchive : action.archive} command="archive" icon={isArchive ? <ArchiveRestore size={SIZE} /> : <Archive size={SIZE} />}
            onClick={() => toggleArchive(targets())} />
          <IconButton label={action.snooze} command="snooze" icon={<AlarmClock size={SIZE} />} onClick={() => openPanel({ name: 'snooze', ids: targets() })} />
          <IconButton label={action.tag} command="tag" icon={<Tag size={SIZE} />} onClick={() => openPanel({ name: 'tags', ids: targets() })} />
          <IconButton label={action.remove} command="remove" icon={<Trash2 size={SIZE} />} onClick={() => remove(targets())} />
        </>
      )}
    </div>
  );
}
