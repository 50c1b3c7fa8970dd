import { ArrowLeft, ChevronDown, ChevronUp, Circle, CircleDot, ExternalLink, Highlighter, Maximize2, Minimize2, Search, Star, Volume2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ArticleSummary } from '../../../contract/domain/article.ts';
import { IconButton } from '../../components/button.tsx';
import { OfflineMark } from '../../components/offline-mark.tsx';
import { openOriginal } from '../../app/commands/open-article.ts';
import { setFocused, useLayout } from '../../app/layout.ts';
import { openDialog } from '../../app/dialogs.ts';
import { useI18n } from '../../i18n/index.ts';
import { toggleRead, toggleStar } from '../articles/article-actions.ts';
import { offlineSentence } from '../articles/offline-sentence.ts';
import { AppearancePopover } from './appearance-popover.tsx';
import { Contents } from './contents.tsx';
import { openFind } from './find-store.ts';
import { EarlierTools } from '../versions/earlier-tools.tsx';
import { Related } from './related.tsx';
import { ShareTools } from './share-tools.tsx';
import { toggleSpeech } from './speech-store.ts';
import { closeArticle, openNeighbour } from './reader-store.ts';

interface ReaderToolsProps {
  readonly id: number;
  /** Undefined until the row has arrived. */
  readonly summary: ArticleSummary | undefined;
  readonly isAway: boolean;
}

function StatusTools({ id, summary }: { readonly id: number; readonly summary: ArticleSummary }): ReactNode {
  const { t } = useI18n();
  const readLabel = summary.isRead ? t.reader.markUnread : t.reader.markRead;
  return (
    <>
      <IconButton label={summary.isStarred ? t.reader.unstar : t.reader.star} command="toggle-star" aria-pressed={summary.isStarred} icon={<Star size={16} />}
        onClick={() => toggleStar(id)} />
      <IconButton label={readLabel} command="toggle-read" icon={summary.isRead ? <Circle size={16} /> : <CircleDot size={16} />} onClick={() => toggleRead(id)} />
    </>
  );
}

function OriginalTool(): ReactNode {
  const { t } = useI18n();
  return <IconButton label={t.reader.openOriginal} command="open-original" icon={<ExternalLink size={16} />} onClick={openOriginal} />;
}

/** What can be done with the open article: one thin bar, which leaves while one reads. */
export function ReaderTools({ id, summary, isAway }: ReaderToolsProps): ReactNode {
  const { t } = useI18n();
  const panes = useLayout((layout) => layout.panes);
  const isFocused = useLayout((layout) => layout.isFocused);
  return (
    <div className="reader-tools" role="toolbar" aria-label={t.reader.tools} data-away={isAway && panes > 1}>
      {panes === 1 && <IconButton label={t.app.back} icon={<ArrowLeft size={16} />} onClick={closeArticle} />}
      <IconButton label={t.reader.previous} command="previous-article" icon={<ChevronUp size={16} />} onClick={() => openNeighbour(-1)} />
      <IconButton label={t.reader.next} command="next-article" icon={<ChevronDown size={16} />} onClick={() => openNeighbour(1)} />
      {summary !== undefined && <StatusTools id={id} summary={summary} />}
      <span className="reader-space" />
      {summary !== undefined && summary.offline !== 'complete' && <OfflineMark state={summary.offline} label={offlineSentence(summary, t)} />}
      <Contents />
      <Related id={id} />
      <EarlierTools id={id} />
      <IconButton label={t.highlights.title} command="highlights" icon={<Highlighter size={16} />} onClick={() => openDialog('highlights', 'article')} />
      <IconButton label={t.find.label} command="find" icon={<Search size={16} />} onClick={openFind} />
      <IconButton label={t.speech.start} command="read-aloud" icon={<Volume2 size={16} />} onClick={toggleSpeech} />
      <AppearancePopover />
      <ShareTools id={id} url={summary?.url ?? null} />
      {summary?.url != null && <OriginalTool />}
      <IconButton label={isFocused ? t.reader.leaveFocus : t.reader.focus} command="focus-mode" icon={isFocused ? <Minimize2 size={16} /> : <Maximize2 size={16} />}
        onClick={() => setFocused(!isFocused)} />
    </div>
  );
}
