import type { MouseEvent, ReactNode } from 'react';
import { memo } from 'react';
import type { ArticleId, ArticleSummary } from '../../../contract/domain/article.ts';
import { assetAddress } from '../../api/addresses.ts';
import { OfflineMark } from '../../components/offline-mark.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { When } from '../../components/when.tsx';
import { useI18n } from '../../i18n/index.ts';
import { useFeeds } from '../feeds/feeds-store.ts';
import { offlineSentence } from './offline-sentence.ts';
import { StoryMark } from '../stories/story-mark.tsx';
import { dragArticles } from './drag-articles.ts';
import { RowMarks } from './row-marks.tsx';
import './article-row.css';

interface RowProps {
  readonly id: ArticleId;
  /** Undefined while it is on its way: the row keeps its place. */
  readonly article: ArticleSummary | undefined;
  /** Chosen with others, or the one that is open where none are chosen. */
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly index: number;
  readonly total: number;
  /** Pixels from the top of the list, and of its own. */
  readonly top: number;
  readonly height: number;
  /** It passes too fast to be read: what is drawn anew is its title alone. */
  readonly isPassing: boolean;
  readonly onClick: (event: MouseEvent, id: ArticleId) => void;
}

function MetaLine({ article }: { readonly article: ArticleSummary }): ReactNode {
  const { t } = useI18n();
  const feed = useFeeds((state) => (article.feedId === null ? undefined : state.byId.get(article.feedId)));
  const source = feed?.title ?? article.sourceName ?? t.list.savedArticle;
  const icon = feed?.iconAsset ?? null;
  return (
    <div className="row-meta">
      <SourceMark name={source} icon={icon === null ? null : assetAddress(icon)} />
      <span className="row-source">{source}</span>
      <When time={article.publishedAt} />
      <StoryMark article={article} />
      <OfflineMark state={article.offline} label={offlineSentence(article, t)} />
      <RowMarks article={article} />
    </div>
  );
}

/** A row that nobody can read yet. */
function PassingContent({ article }: { readonly article: ArticleSummary }): ReactNode {
  return (
    <>
      {!article.isRead && <span className="row-dot" aria-hidden="true" />}
      <div className="row-meta" />
      <div className="row-main">
        <div className="row-text" lang={article.lang ?? undefined} dir="auto">
          <p className="row-title">{article.title}</p>
        </div>
      </div>
    </>
  );
}

function RowContent({ article }: { readonly article: ArticleSummary }): ReactNode {
  const { t } = useI18n();
  const lang = article.lang ?? undefined;
  return (
    <>
      {!article.isRead && <span className="row-dot" aria-hidden="true" />}
      <MetaLine article={article} />
      <div className="row-main">
        <div className="row-text" lang={lang} dir="auto">
          <p className="row-title">{article.title}</p>
          <span className="visually-hidden">{article.isRead ? t.list.read : t.list.unread}</span>
          {article.lede !== null && (
            <div className="row-lede-space">
              <p className="row-lede">{article.lede}</p>
            </div>
          )}
        </div>
        {article.imageAsset !== null && (
          <img className="row-picture" src={assetAddress(article.imageAsset)} alt="" width={72} height={54} loading="lazy" decoding="async" />
        )}
      </div>
    </>
  );
}

/** Whether a row may stay as it is drawn: one that is whole stays so while it passes. */
function isDrawnAlike(before: RowProps, after: RowProps): boolean {
  const names = Object.keys(after) as (keyof RowProps)[];
  return names.every((name) => before[name] === after[name] || (name === 'isPassing' && after.isPassing));
}

/** One article in the list. All rows are of one height, so that a hundred thousand of them scroll like ten. */
export const ArticleRow = memo(function ArticleRow({ id, article, isSelected, isOpen, index, total, top, height, isPassing, onClick }: RowProps): ReactNode {
  return (
    <div
      id={`row-${id}`}
      role="option"
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={total}
      data-open={isOpen}
      draggable
      className={`row ${article?.isRead === true ? 'row-read' : ''}`}
      style={{ height, top }}
      onClick={(event) => onClick(event, id)}
      onDragStart={(event) => dragArticles(event, id)}
    >
      {article === undefined ? <span className="row-waiting" /> : isPassing ? <PassingContent article={article} /> : <RowContent article={article} />}
    </div>
  );
}, isDrawnAlike);
