import { Highlighter, StickyNote } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { memo } from 'react';
import type { ArticleSummary } from '../../../contract/domain/article.ts';
import type { SearchHit } from '../../../contract/domain/search.ts';
import { assetAddress } from '../../api/addresses.ts';
import { OfflineMark } from '../../components/offline-mark.tsx';
import { MatchedText } from '../../components/matched-text.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { When } from '../../components/when.tsx';
import { useI18n } from '../../i18n/index.ts';
import { dragArticles } from '../articles/drag-articles.ts';
import { offlineSentence } from '../articles/offline-sentence.ts';
import { RowMarks } from '../articles/row-marks.tsx';
import '../articles/article-row.css';

interface HitRowProps {
  readonly hit: SearchHit | undefined;
  /** What is marked in it. */
  readonly terms: readonly string[];
  /** Its article as the library has it now; undefined while that is on its way. */
  readonly article: ArticleSummary | undefined;
  /** Chosen with others, or the one that is open where none are chosen. */
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly index: number;
  readonly total: number;
  /** Pixels from the top of the list, and of its own. */
  readonly top: number;
  readonly height: number;
  readonly onClick: (event: MouseEvent, hit: SearchHit) => void;
  /** The other papers that tell the same are asked for. */
  readonly onOthers: (event: MouseEvent, hit: SearchHit) => void;
}

type ContentProps = Pick<HitRowProps, 'article' | 'terms' | 'onOthers'> & { readonly hit: SearchHit };

/** By key the same papers stand in the row's menu: a row is one thing, with no buttons inside. */
function Others({ hit, onOthers }: Pick<ContentProps, 'hit' | 'onOthers'>): ReactNode {
  const { t } = useI18n();
  if (hit.others === undefined) return null;
  return <span className="row-story row-story-open" onClick={(event) => onOthers(event, hit)}>{t.stories.others(hit.others.length)}</span>;
}

function HitContent({ hit, terms, article, onOthers }: ContentProps): ReactNode {
  const { t } = useI18n();
  const source = hit.sourceName ?? t.list.savedArticle;
  const isRead = article?.isRead ?? hit.isRead;
  return (
    <>
      {!isRead && <span className="row-dot" aria-hidden="true" />}
      <div className="row-meta">
        <SourceMark name={source} icon={null} />
        <span className="row-source">{source}</span>
        <When time={hit.publishedAt} />
        <Others hit={hit} onOthers={onOthers} />
        {article !== undefined && <OfflineMark state={article.offline} label={offlineSentence(article, t)} />}
        {article !== undefined && <RowMarks article={article} />}
      </div>
      <div className="row-main">
        <div className="row-text" lang={article?.lang ?? undefined} dir="auto">
          <p className="row-title"><MatchedText text={hit.title} terms={terms} /></p>
          <span className="visually-hidden">{isRead ? t.list.read : t.list.unread}</span>
          <div className="row-lede-space">
            <p className="row-lede"><FoundIn kind={hit.foundIn} /><MatchedText text={hit.snippet} terms={terms} /></p>
          </div>
        </div>
        {hit.imageAsset !== null && (
          <img className="row-picture" src={assetAddress(hit.imageAsset)} alt="" width={72} height={54} loading="lazy" decoding="async" />
        )}
      </div>
    </>
  );
}

/** Says that the words were found in what the reader wrote or marked, not in the article. */
function FoundIn({ kind }: { readonly kind: SearchHit['foundIn'] }): ReactNode {
  const { t } = useI18n();
  if (kind === undefined) return null;
  const Icon = kind === 'note' ? StickyNote : Highlighter;
  return <span className="row-found"><Icon size={12} aria-hidden="true" /> {kind === 'note' ? t.search.inNote : t.search.inHighlight}: </span>;
}

/** One result: title and a piece of the text around the best match, with what matched marked, and what the user has done with it. */
export const HitRow = memo(function HitRow({ hit, terms, article, isSelected, isOpen, index, total, top, height, onClick, onOthers }: HitRowProps): ReactNode {
  const isRead = article?.isRead ?? hit?.isRead ?? false;
  return (
    <div
      id={hit === undefined ? undefined : `hit-${hit.id}`}
      role="option"
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={total}
      data-open={isOpen}
      draggable={hit !== undefined}
      className={`row ${isRead ? 'row-read' : ''}`}
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={(event) => hit !== undefined && onClick(event, hit)}
      onDragStart={(event) => hit !== undefined && dragArticles(event, hit.id)}
    >
      {hit === undefined ? <span className="row-waiting" /> : <HitContent hit={hit} terms={terms} article={article} onOthers={onOthers} />}
    </div>
  );
});
