import { Share } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import type { Messages } from '../../../contract/words/messages.ts';
import { act } from '../../app/commands/act.ts';
import { copyLink } from '../../app/copy-link.ts';
import { IconButton } from '../../components/button.tsx';
import type { MenuItem } from '../../components/menu.tsx';
import { Menu } from '../../components/menu.tsx';
import { useI18n } from '../../i18n/index.ts';
import { useAppInfo } from '../settings/settings-store.ts';
import { dragArticleFile, saveArticle, shareArticle } from './article-files.ts';

interface ShareToolsProps {
  readonly id: ArticleId;
  readonly url: string | null;
}

/** What the menu offers: an address can be shared, the article can be kept as a file. */
function itemsOf({ id, url }: ShareToolsProps, isMac: boolean, t: Messages): readonly MenuItem[] {
  const address: readonly MenuItem[] = url === null ? [] : [
    { label: isMac ? t.share.share : t.share.copyBoth, command: 'share', run: () => void shareArticle(id) },
    { label: t.reader.copyLink, run: () => copyLink(url) },
  ];
  return [
    ...address,
    { label: t.share.saveHtml, command: 'save-html', startsGroup: address.length > 0, run: () => saveArticle(id) },
    { label: t.command.savePdf, command: 'save-pdf', run: () => act('save-pdf') },
    { label: t.command.print, command: 'print', run: () => act('print') },
  ];
}

/** The article on its way out: its address to others, itself as a file. Dragged, the button is the file. */
export function ShareTools({ id, url }: ShareToolsProps): ReactNode {
  const { t } = useI18n();
  const isMac = useAppInfo()?.platform === 'darwin';
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const open = (event: MouseEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    setMenuAt({ x: box.left, y: box.bottom });
  };
  return (
    <>
      <IconButton label={t.share.menu} aria-haspopup="menu" aria-expanded={menuAt !== null} icon={<Share size={16} />} draggable
        onDragStart={(event) => dragArticleFile(event, id)} onClick={open} />
      {menuAt !== null && <Menu label={t.share.menu} at={menuAt} items={itemsOf({ id, url }, isMac, t)} onClose={() => setMenuAt(null)} />}
    </>
  );
}
