import { Star } from 'lucide-react';
import type { ReactNode } from 'react';
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
import { openArticle } from '../reader/reader-store.ts';
import './article-row.css';

interface RowProps {
  readonly id: ArticleId;
  /** Undefined while it is on its way: the row keeps its place. */
  readonly article: ArticleSummary | undefined;
  readonly isSelected: boolean;
  readonly index: number;
  readonly total: number;
  /** Pixels from the top of the list, and of its own. */
  readonly top: number;
  readonly height: number;
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
      {article.isStarred && (
        <span className="row-star">
          <Star size={12} aria-hidden="true" />
          <span className="visually-hidden">{t.list.starred}</span>
        </span>
      )}
    </div>
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

/** One article in the list. All rows are of one height, so that a hundred thousand of them scroll like ten. */
export const ArticleRow = memo(function ArticleRow({ id, article, isSelected, index, total, top, height }: RowProps): ReactNode {
  return (
    <div
      id={`row-${id}`}
      role="option"
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={total}
      className={`row ${article?.isRead === true ? 'row-read' : ''}`}
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={() => openArticle(id)}
    >
      {article === undefined ? <span className="row-waiting" /> : <RowContent article={article} />}
    </div>
  );
});
