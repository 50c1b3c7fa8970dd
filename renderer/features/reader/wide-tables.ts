import { useEffect } from 'react';
import type { Messages } from '../../../contract/words/messages.ts';
import { useI18n } from '../../i18n/index.ts';

/** What a box must have to be scrolled by key, and to be told from others by who listens. */
const NAMES = ['data-roomy', 'data-wide', 'tabindex', 'role', 'aria-label'] as const;

interface Fit {
  readonly width: string;
  readonly t: Messages;
}

/** For which width and language the tables of a document were fitted. */
const fits = new WeakMap<Document, Fit>();

function makeScroll(box: HTMLElement, t: Messages): void {
  const caption = box.querySelector('caption')?.textContent.trim() ?? '';
  box.dataset['wide'] = '';
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', caption === '' ? t.reader.wideTable : `${t.reader.wideTable}: ${caption}`);
}

/**
 * Gives the tables that would like to be wider than the text the room beside it, and lets those that have too little even there be
 * scrolled by key. The page is laid out three times, however many tables it has.
 */
export function fitTables(doc: Document, t: Messages): void {
  const boxes = [...doc.querySelectorAll<HTMLElement>('.docbao-table')];
  const body = doc.querySelector('.docbao-body');
  if (boxes.length === 0 || body === null) return;
  const width = `${doc.documentElement.clientWidth} ${body.clientWidth}`;
  const last = fits.get(doc);
  if (last?.width === width && last.t === t) return;
  fits.set(doc, { width, t });
  for (const box of boxes) {
    for (const name of NAMES) box.removeAttribute(name);
    box.dataset['wide'] = '';
  }
  const isCramped = boxes.map(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1);
  for (const [at, box] of boxes.entries()) {
    delete box.dataset['wide'];
    if (isCramped[at] === true) box.dataset['roomy'] = '';
  }
  const tooWide = boxes.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1);
  for (const box of tooWide) makeScroll(box, t);
}

/** Keeps tables as wide as they need to be and can be, whatever the width of the window and of the text. */
export function useWideTables(doc: Document | null): void {
  const { t } = useI18n();
  useEffect(() => {
    const body = doc?.querySelector('.docbao-body') ?? null;
    if (doc === null || body === null) return undefined;
    const observer = new ResizeObserver(() => fitTables(doc, t));
    observer.observe(doc.documentElement);
    observer.observe(body);
    return () => observer.disconnect();
  }, [doc, t]);
}
