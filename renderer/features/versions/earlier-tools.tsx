import { History } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useCallback, useEffect, useState } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import type { ArticleVersionSummary } from '../../../contract/domain/version.ts';
import { api } from '../../api/client.ts';
import { IconButton } from '../../components/button.tsx';
import { Menu, type MenuItem } from '../../components/menu.tsx';
import { openDialog } from '../../app/dialogs.ts';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { useIsOnScreen } from '../reader/frame-store.ts';
import { togglePage, useReader } from '../reader/reader-store.ts';

interface Earlier {
  readonly id: ArticleId;
  readonly hasPage: boolean;
  readonly versions: readonly ArticleVersionSummary[];
}

/** What the library has of an article's past; asked once it is on screen, since nothing may hold that up. */
function useEarlier(id: ArticleId): Earlier | null {
  const [earlier, setEarlier] = useState<Earlier | null>(null);
  const isShown = useIsOnScreen(id);
  useEffect(() => {
    if (!isShown) return undefined;
    let isOver = false;
    const look = async (): Promise<void> => {
      const [hasPage, versions] = await Promise.all([api.articles.hasPage({ id }), api.articles.listVersions({ id })]);
      if (!isOver) setEarlier({ id, hasPage, versions });
    };
    inBackground(look());
    return () => {
      isOver = true;
    };
  }, [id, isShown]);
  return earlier?.id === id ? earlier : null;
}

/** The stored page that an article was taken from, and what the article said before its source changed it. */
export function EarlierTools({ id }: { readonly id: ArticleId }): ReactNode {
  const { t, format } = useI18n();
  const earlier = useEarlier(id);
  const isPage = useReader((reader) => reader.isPage);
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const close = useCallback(() => setMenuAt(null), []);
  if (earlier === null || (!earlier.hasPage && earlier.versions.length === 0)) return null;
  const page: readonly MenuItem[] = earlier.hasPage ? [{ id: 'page', label: t.versions.page, isChecked: isPage, run: togglePage }] : [];
  const items: readonly MenuItem[] = [
    ...page,
    ...earlier.versions.map((version) => ({
      id: String(version.id),
      label: t.versions.replacedAt(format.whenInside(version.replacedAt)),
      run: () => openDialog('version', String(version.id)),
    })),
  ];
  const onOpen = (event: MouseEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    setMenuAt({ x: box.left, y: box.bottom });
  };
  return (
    <>
      <IconButton label={earlier.versions.length > 0 ? t.versions.changed : t.versions.title} aria-haspopup="menu" aria-expanded={menuAt !== null} icon={<History size={16} />} onClick={onOpen} />
      {menuAt !== null && <Menu label={t.versions.title} at={menuAt} items={items} onClose={close} />}
    </>
  );
}
