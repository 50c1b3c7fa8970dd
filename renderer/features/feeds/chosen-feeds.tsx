import { FolderInput, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../components/button.tsx';
import { useI18n } from '../../i18n/index.ts';
import { openPanel } from '../organise/panels.ts';
import { clearFeedSelection, useFeedSelection } from './feed-selection.ts';
import { useFeeds } from './feeds-store.ts';

/** What can be done with the subscriptions that are chosen together. */
export function ChosenFeeds(): ReactNode {
  const { t } = useI18n();
  const chosen = useFeedSelection((selection) => selection.ids);
  const byId = useFeeds((state) => state.byId);
  const feedIds = [...chosen].filter((id) => byId.has(id));
  if (feedIds.length === 0) return null;
  const words = t.organising.folders;
  return (
    <div className="side-chosen" role="toolbar" aria-label={words.selected(feedIds.length)}>
      <span className="side-name" role="status">{words.chosen(feedIds.length)}</span>
      <IconButton label={words.move} icon={<FolderInput size={16} />} onClick={() => openPanel({ name: 'move-feeds', feedIds })} />
      <IconButton label={t.sidebar.unsubscribe} icon={<Trash2 size={16} />} onClick={() => openPanel({ name: 'unsubscribe', feedIds })} />
      <IconButton label={t.organising.selection.clear} icon={<X size={16} />} onClick={clearFeedSelection} />
    </div>
  );
}
