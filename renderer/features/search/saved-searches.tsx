import { Bell, MoreHorizontal, Search } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { SavedSearch } from '../../../contract/domain/saved-search.ts';
import { IconButton } from '../../components/button.tsx';
import type { MenuItem } from '../../components/menu.tsx';
import { Menu } from '../../components/menu.tsx';
import { inBackground } from '../../app/report.ts';
import type { I18n } from '../../i18n/index.ts';
import { useI18n } from '../../i18n/index.ts';
import { UnreadCount } from '../feeds/unread-count.tsx';
import { editSearch, moveSearch, removeSearch, setNotifies, useSaved } from './saved-store.ts';
import { useSearch } from './search-store.ts';
import { showSearch } from './show-search.ts';

function menuOf(search: SavedSearch, place: { readonly isFirst: boolean; readonly isLast: boolean }, t: I18n['t']): readonly MenuItem[] {
  const { id, notifies } = search;
  return [
    { label: t.search.rename, run: () => editSearch(search) },
    { label: notifies ? t.search.notifyNot : t.search.notify, run: () => setNotifies(id, !notifies) },
    ...(place.isFirst ? [] : [{ label: t.search.up, run: () => moveSearch(id, -1) }]),
    ...(place.isLast ? [] : [{ label: t.search.down, run: () => moveSearch(id, 1) }]),
    { label: t.search.remove, run: () => inBackground(removeSearch(search)) },
  ];
}

interface RowProps {
  readonly search: SavedSearch;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function SavedRow({ search, isFirst, isLast }: RowProps): ReactNode {
  const { t } = useI18n();
  const unread = useSaved((state) => state.counts.get(search.id)?.unread ?? 0);
  const isCurrent = useSearch((state) => state.query.trim() === search.query);
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    setMenuAt(event.type === 'contextmenu' ? { x: event.clientX, y: event.clientY } : { x: box.left, y: box.bottom });
  };
  return (
    <li className="side-item" onContextMenu={openMenu}>
      <button type="button" className="side-row" title={search.query} aria-current={isCurrent ? 'page' : undefined} onClick={() => showSearch(`${search.query} `)}>
        {search.notifies ? <Bell size={16} aria-hidden="true" /> : <Search size={16} aria-hidden="true" />}
        <span className="side-name">{search.name}</span>
        <UnreadCount count={unread} />
      </button>
      <IconButton className="side-more" label={t.search.menu(search.name)} aria-haspopup="menu" aria-expanded={menuAt !== null}
        icon={<MoreHorizontal size={16} />} onClick={openMenu} />
      {menuAt !== null && <Menu label={t.search.menu(search.name)} at={menuAt} items={menuOf(search, { isFirst, isLast }, t)} onClose={() => setMenuAt(null)} />}
    </li>
  );
}

/** Searches that are kept, in the sidebar, each with what it finds unread. */
export function SavedSearches(): ReactNode {
  const { t } = useI18n();
  const searches = useSaved((state) => state.searches);
  if (searches.length === 0) return null;
  return (
    <>
      <div className="side-head"><h2>{t.search.saved}</h2></div>
      <ul aria-label={t.search.saved}>
        {searches.map((search, at) => <SavedRow key={search.id} search={search} isFirst={at === 0} isLast={at === searches.length - 1} />)}
      </ul>
    </>
  );
}
