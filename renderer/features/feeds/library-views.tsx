import { AlarmClock, Archive, Clock, Highlighter, Inbox, Star, Sun, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ArticleView } from '../../../contract/domain/article.ts';
import { useI18n } from '../../i18n/index.ts';
import { sameView, useList } from '../articles/list-store.ts';
import { useSearch } from '../search/search-store.ts';
import { openDialog } from '../../app/dialogs.ts';
import { useHighlightState } from '../highlights/highlight-store.ts';
import { useFeeds } from './feeds-store.ts';
import { goToView } from './go-to-view.ts';

const SIZE = 16;

interface ViewRowProps {
  readonly view: ArticleView;
  readonly icon: ReactNode;
  readonly label: string;
  readonly count: number;
  /** What the number counts, for screen readers. */
  readonly countLabel: string;
}

function ViewRow({ view, icon, label, count, countLabel }: ViewRowProps): ReactNode {
  const { format } = useI18n();
  const isCurrent = useList((list) => sameView(list.view, view));
  const isSearching = useSearch((search) => search.query !== '');
  return (
    <li>
      <button type="button" className="side-row" aria-current={isCurrent && !isSearching ? 'page' : undefined} onClick={() => goToView(view)}>
        {icon}
        <span className="side-name">{label}</span>
        {count > 0 && (
          <span className="side-count">
            <span aria-hidden="true">{format.number(count)}</span>
            <span className="visually-hidden">{countLabel}</span>
          </span>
        )}
      </button>
    </li>
  );
}

/** The library's own views. What is snoozed has a row only while there is something, or it is shown. */
export function LibraryViews(): ReactNode {
  const { t, format } = useI18n();
  const highlights = useHighlightState((state) => state.total);
  const counts = useFeeds((state) => state.counts);
  const isSnoozedShown = useList((list) => list.view.kind === 'snoozed');
  const { views } = t.organising;
  const articles = t.sidebar.articleCount;
  return (
    <ul className="side-views">
      <ViewRow view={{ kind: 'all' }} icon={<Inbox size={SIZE} />} label={t.sidebar.all} count={counts.all} countLabel={articles(counts.all)} />
      <ViewRow view={{ kind: 'unread' }} icon={<Sun size={SIZE} />} label={t.sidebar.unread} count={counts.unread} countLabel={t.sidebar.unreadCount(counts.unread)} />
      <ViewRow view={{ kind: 'starred' }} icon={<Star size={SIZE} />} label={t.sidebar.starred} count={counts.starred} countLabel={articles(counts.starred)} />
      <ViewRow view={{ kind: 'queue' }} icon={<Clock size={SIZE} />} label={views.queue} count={counts.queue} countLabel={articles(counts.queue)} />
      <ViewRow view={{ kind: 'archived' }} icon={<Archive size={SIZE} />} label={views.archived} count={counts.archived} countLabel={articles(counts.archived)} />
      {highlights > 0 && (
        <li>
          <button type="button" className="side-row" aria-haspopup="dialog" onClick={() => openDialog('highlights', 'library')}>
            <Highlighter size={SIZE} />
            <span className="side-name">{t.highlights.title}</span>
            <span className="side-count" aria-hidden="true">{format.number(highlights)}</span>
            <span className="visually-hidden">{t.highlights.count(highlights)}</span>
          </button>
        </li>
      )}
      {(counts.snoozed > 0 || isSnoozedShown) && (
        <ViewRow view={{ kind: 'snoozed' }} icon={<AlarmClock size={SIZE} />} label={views.snoozed} count={counts.snoozed} countLabel={articles(counts.snoozed)} />
      )}
      <ViewRow view={{ kind: 'bin' }} icon={<Trash2 size={SIZE} />} label={views.bin} count={counts.bin} countLabel={articles(counts.bin)} />
    </ul>
  );
}
