import type { ReactNode } from 'react';
import type { ArticleSummary } from '../../../contract/domain/article.ts';
import { api } from '../../api/client.ts';
import type { MenuItem } from '../../components/menu.tsx';
import { Menu } from '../../components/menu.tsx';
import { copyLink } from '../../app/copy-link.ts';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { toggleRead, toggleStar } from './article-actions.ts';

interface RowMenuProps {
  readonly article: ArticleSummary;
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** What can be done with an article from its row in the list. */
export function RowMenu({ article, at, onClose }: RowMenuProps): ReactNode {
  const { t } = useI18n();
  const { id, url } = article;
  const links: readonly MenuItem[] =
    url === null
      ? []
      : [
          { label: t.reader.openOriginal, run: () => inBackground(api.app.openExternal({ url })) },
          { label: t.reader.copyLink, run: () => copyLink(url) },
        ];
  const items: readonly MenuItem[] = [
    { label: article.isRead ? t.reader.markUnread : t.reader.markRead, run: () => toggleRead(id) },
    { label: article.isStarred ? t.reader.unstar : t.reader.star, run: () => toggleStar(id) },
    { label: t.saving.openInWindow, run: () => inBackground(api.app.openWindow({ articleId: id })) },
    ...links,
  ];
  return <Menu label={article.title} at={at} items={items} onClose={onClose} />;
}
