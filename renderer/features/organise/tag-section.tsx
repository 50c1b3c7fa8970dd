import { Settings2 } from 'lucide-react';
import type { DragEvent, MouseEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { Tag } from '../../../contract/domain/organising.ts';
import { IconButton } from '../../components/button.tsx';
import type { MenuItem } from '../../components/menu.tsx';
import { Menu } from '../../components/menu.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import type { Messages } from '../../../contract/words/messages.ts';
import { markViewRead } from '../articles/article-actions.ts';
import { droppedArticles, holdsArticles } from '../articles/drag-articles.ts';
import { sameView, useList } from '../articles/list-store.ts';
import { useFeeds } from '../feeds/feeds-store.ts';
import { goToView } from '../feeds/go-to-view.ts';
import { useSearch } from '../search/search-store.ts';
import { setTags } from './organise-actions.ts';
import { openPanel } from './panels.ts';
import { removeTags } from './tags-actions.ts';

function menuOf(tag: Tag, t: Messages): readonly MenuItem[] {
  return [
    { label: t.sidebar.markAllRead, run: () => inBackground(markViewRead({ kind: 'tag', tagId: tag.id })) },
    { label: t.organising.tags.manage, run: () => openPanel({ name: 'manage-tags' }) },
    { label: t.organising.tags.remove, startsGroup: true, run: () => inBackground(removeTags([tag.id])) },
  ];
}

/** A tag in the sidebar; articles that are dropped on it get it. */
function TagRow({ tag }: { readonly tag: Tag }): ReactNode {
  const { t, format } = useI18n();
  const isCurrent = useList((list) => sameView(list.view, { kind: 'tag', tagId: tag.id }));
  const isSearching = useSearch((search) => search.query !== '');
  const [isOver, setOver] = useState(false);
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const onMenu = (event: MouseEvent): void => {
    event.preventDefault();
    setMenuAt({ x: event.clientX, y: event.clientY });
  };
  const onDragOver = (event: DragEvent): void => {
    if (!holdsArticles(event)) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent): void => {
    setOver(false);
    const ids = droppedArticles(event);
    if (ids.length > 0) inBackground(setTags(ids, [tag.id], [], t.organising.tags.added(tag.name, ids.length)));
  };
  return (
    <li className="side-item" data-drop={isOver ? 'into' : undefined} onContextMenu={onMenu} onDragOver={onDragOver} onDragLeave={() => setOver(false)} onDrop={onDrop}>
      <button type="button" className="side-row" title={tag.name} aria-current={isCurrent && !isSearching ? 'page' : undefined} onClick={() => goToView({ kind: 'tag', tagId: tag.id })}>
        <span className="side-tag"><span className="tag-dot" data-color={tag.color} /></span>
        <span className="side-name">{tag.name}</span>
        {tag.articleCount > 0 && (
          <span className="side-count">
            <span aria-hidden="true">{format.number(tag.articleCount)}</span>
            <span className="visually-hidden">{t.sidebar.articleCount(tag.articleCount)}</span>
          </span>
        )}
      </button>
      {menuAt !== null && <Menu label={t.organising.tags.menu(tag.name)} at={menuAt} items={menuOf(tag, t)} onClose={() => setMenuAt(null)} />}
    </li>
  );
}

/** The tags, where there are any. */
export function TagSection(): ReactNode {
  const { t } = useI18n();
  const tags = useFeeds((state) => state.tags);
  if (tags.length === 0) return null;
  return (
    <section className="side-section" aria-label={t.organising.tags.section}>
      <div className="side-head">
        <h2>{t.organising.tags.section}</h2>
        <IconButton label={t.organising.tags.manage} icon={<Settings2 size={16} />} onClick={() => openPanel({ name: 'manage-tags' })} />
      </div>
      <ul>{tags.map((tag) => <TagRow key={tag.id} tag={tag} />)}</ul>
    </section>
  );
}
