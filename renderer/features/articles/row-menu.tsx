import type { ReactNode } from 'react';
import type { ArticleSummary } from '../../../contract/domain/article.ts';
import type { MenuItem } from '../../components/menu.tsx';
import { Menu } from '../../components/menu.tsx';
import { useI18n } from '../../i18n/index.ts';
import { articleMenu } from '../organise/article-menu.ts';
import { targets } from '../organise/organise-actions.ts';
import { useSelection } from './selection-store.ts';

interface RowMenuProps {
  readonly article: ArticleSummary;
  readonly at: { readonly x: number; readonly y: number };
  /** What belongs to this row alone, at the end. */
  readonly more?: readonly MenuItem[];
  readonly onClose: () => void;
}

/** What can be done with an article from its row in the list, or with all that are chosen where it is one of them. */
export function RowMenu({ article, at, more = [], onClose }: RowMenuProps): ReactNode {
  const { t } = useI18n();
  const chosen = useSelection((selection) => selection.ids);
  const ids = chosen.has(article.id) ? targets() : [article.id];
  return <Menu label={article.title} at={at} items={[...articleMenu(article, ids, t), ...more]} onClose={onClose} />;
}
