import { AlarmClock, Archive, Clock, Highlighter, Star } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ArticleSummary } from '../../../contract/domain/article.ts';
import type { TagLabel } from '../../../contract/domain/organising.ts';
import { useI18n } from '../../i18n/index.ts';

const SIZE = 12;

function Mark({ label, className = '', children }: { readonly label: string; readonly className?: string; readonly children: ReactNode }): ReactNode {
  return (
    <span className={`row-mark ${className}`} title={label}>
      {children}
      <span className="visually-hidden">{label}</span>
    </span>
  );
}

function TagDots({ tags }: { readonly tags: readonly TagLabel[] }): ReactNode {
  const { t } = useI18n();
  return (
    <Mark label={t.organising.mark.tags(tags.map(({ name }) => name).join(', '))}>
      {tags.slice(0, 4).map((tag) => (
        <span key={tag.id} className="tag-dot" data-color={tag.color} />
      ))}
    </Mark>
  );
}

/** What the user has done with an article, as small marks. */
export function RowMarks({ article }: { readonly article: ArticleSummary }): ReactNode {
  const { t, format } = useI18n();
  const { mark } = t.organising;
  return (
    <>
      {article.isStarred && <Mark label={t.list.starred} className="row-star"><Star size={SIZE} aria-hidden="true" /></Mark>}
      {article.isQueued && <Mark label={mark.queued}><Clock size={SIZE} aria-hidden="true" /></Mark>}
      {article.isArchived && <Mark label={mark.archived}><Archive size={SIZE} aria-hidden="true" /></Mark>}
      {article.snoozedUntil !== null && <Mark label={mark.snoozed(format.moment(article.snoozedUntil))}><AlarmClock size={SIZE} aria-hidden="true" /></Mark>}
      {article.hasHighlights && <Mark label={mark.highlights}><Highlighter size={SIZE} aria-hidden="true" /></Mark>}
      {article.tags.length > 0 && <TagDots tags={article.tags} />}
    </>
  );
}
