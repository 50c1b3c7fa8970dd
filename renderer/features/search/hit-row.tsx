import { Highlighter, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { memo } from 'react';
import type { SearchHit } from '../../../contract/domain/search.ts';
import { assetAddress } from '../../api/addresses.ts';
import { MatchedText } from '../../components/matched-text.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { When } from '../../components/when.tsx';
import { useI18n } from '../../i18n/index.ts';
import '../articles/article-row.css';

interface HitRowProps {
  readonly hit: SearchHit | undefined;
  readonly isSelected: boolean;
  readonly index: number;
  readonly total: number;
  /** Pixels from the top of the list, and of its own. */
  readonly top: number;
  readonly height: number;
  readonly onOpen: (index: number) => void;
}

function HitContent({ hit }: { readonly hit: SearchHit }): ReactNode {
  const { t } = useI18n();
  const source = hit.sourceName ?? t.list.savedArticle;
  return (
    <>
      {!hit.isRead && <span className="row-dot" aria-hidden="true" />}
      <div className="row-meta">
        <SourceMark name={source} icon={null} />
        <span className="row-source">{source}</span>
        <When time={hit.publishedAt} />
        {hit.others !== undefined && <span className="row-story">{t.stories.others(hit.others.length)}</span>}
      </div>
      <div className="row-main">
        <div className="row-text" dir="auto">
          <p className="row-title"><MatchedText text={hit.title} matches={hit.titleMatches} /></p>
          <div className="row-lede-space">
            <p className="row-lede"><FoundIn kind={hit.foundIn} /><MatchedText text={hit.snippet} matches={hit.snippetMatches} /></p>
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

/** One result: title and a piece of the text around the best match, with what matched marked. */
export const HitRow = memo(function HitRow({ hit, isSelected, index, total, top, height, onOpen }: HitRowProps): ReactNode {
  return (
    <div
      id={hit === undefined ? undefined : `hit-${hit.id}`}
      role="option"
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={total}
      className={`row ${hit?.isRead === true ? 'row-read' : ''}`}
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={() => onOpen(index)}
    >
      {hit === undefined ? <span className="row-waiting" /> : <HitContent hit={hit} />}
    </div>
  );
});
