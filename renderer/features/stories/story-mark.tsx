import type { ReactNode } from 'react';
import type { ArticleSummary } from '../../../contract/domain/article.ts';
import { useI18n } from '../../i18n/index.ts';

/** In a row of the list: how many other papers tell the same. */
export function StoryMark({ article }: { readonly article: Pick<ArticleSummary, 'storySize'> }): ReactNode {
  const { t } = useI18n();
  if (article.storySize < 2) return null;
  return <span className="row-story">{t.stories.others(article.storySize - 1)}</span>;
}
