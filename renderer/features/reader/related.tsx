import { Newspaper } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useCallback, useState } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import type { SearchHit } from '../../../contract/domain/search.ts';
import { api } from '../../api/client.ts';
import { IconButton } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { notify } from '../../app/notices.ts';
import { inBackground } from '../../app/report.ts';
import { currentI18n, useI18n } from '../../i18n/index.ts';
import { openArticle } from './reader-store.ts';

interface Found {
  readonly hits: readonly SearchHit[];
  readonly at: { readonly x: number; readonly y: number };
}

/** Other articles of the library about the same thing. */
export function Related({ id }: { readonly id: ArticleId }): ReactNode {
  const { t } = useI18n();
  const [found, setFound] = useState<Found | null>(null);
  const close = useCallback(() => setFound(null), []);
  const look = async (at: Found['at']): Promise<void> => {
    const hits = await api.search.listRelated({ id });
    if (hits.length === 0) notify(currentI18n().t.reader.noRelated);
    else setFound({ hits, at });
  };
  const onClick = (event: MouseEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    inBackground(look({ x: box.left, y: box.bottom }));
  };
  const items = (found?.hits ?? []).map((hit) => ({ id: String(hit.id), label: hit.title, run: () => openArticle(hit.id) }));
  return (
    <>
      <IconButton label={t.reader.related} aria-haspopup="menu" aria-expanded={found !== null} icon={<Newspaper size={16} />} onClick={onClick} />
      {found !== null && <Menu label={t.reader.related} isTitled at={found.at} items={items} onClose={close} />}
    </>
  );
}
