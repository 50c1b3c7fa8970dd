import { List } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { useI18n } from '../../i18n/index.ts';
import { useFrameDocument } from './frame-store.ts';

/** Fewer headings than this are no table of contents. */
const WORTH_IT = 3;

function headingsIn(doc: Document | null): readonly HTMLElement[] {
  const all = [...(doc?.querySelectorAll<HTMLElement>('.docbao-body :is(h2, h3)') ?? [])];
  return all.filter((heading) => heading.textContent.trim() !== '');
}

function goTo(heading: HTMLElement): void {
  heading.scrollIntoView({ block: 'start' });
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** The headings of a long article, each a way to its place. */
export function Contents(): ReactNode {
  const { t } = useI18n();
  const doc = useFrameDocument();
  const headings = useMemo(() => headingsIn(doc), [doc]);
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  if (headings.length < WORTH_IT) return null;
  const onOpen = (event: MouseEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    setMenuAt({ x: box.left, y: box.bottom });
  };
  const items = headings.map((heading, index) => ({
    id: String(index),
    label: heading.textContent.trim(),
    isInner: heading.tagName === 'H3',
    run: () => goTo(heading),
  }));
  return (
    <>
      <IconButton label={t.reader.contents} aria-haspopup="menu" aria-expanded={menuAt !== null} icon={<List size={16} />} onClick={onOpen} />
      {menuAt !== null && <Menu label={t.reader.contents} isTitled at={menuAt} items={items} onClose={() => setMenuAt(null)} />}
    </>
  );
}
