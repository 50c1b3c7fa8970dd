import { useEffect } from 'react';
import type { Messages } from '../../../contract/words/messages.ts';
import { useI18n } from '../../i18n/index.ts';

/** What a box must have to be scrolled by key, and to be told from others by who listens. */
const NAMES = ['data-wide', 'tabindex', 'role', 'aria-label'] as const;

function fit(box: HTMLElement, t: Messages): void {
  for (const name of NAMES) box.removeAttribute(name);
  if (box.scrollWidth <= box.clientWidth + 1) return;
  const caption = box.querySelector('caption')?.textContent.trim() ?? '';
  box.dataset['wide'] = '';
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', caption === '' ? t.reader.wideTable : `${t.reader.wideTable}: ${caption}`);
}

/** Lets tables that are wider than the text be scrolled by key: those, and only while they are. */
export function useWideTables(doc: Document | null): void {
  const { t } = useI18n();
  useEffect(() => {
    const boxes = [...(doc?.querySelectorAll<HTMLElement>('.docbao-table') ?? [])];
    if (boxes.length === 0) return undefined;
    let width = 0;
    const observer = new ResizeObserver((entries) => {
      const now = entries.reduce((sum, { contentRect }) => sum + contentRect.width, 0);
      if (now === width) return;
      width = now;
      for (const box of boxes) fit(box, t);
    });
    for (const box of boxes) observer.observe(box);
    return () => observer.disconnect();
  }, [doc, t]);
}
