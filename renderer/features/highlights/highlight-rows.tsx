import { useVirtualizer } from '@tanstack/react-virtual';
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ListedHighlight } from '../../../contract/domain/highlight.ts';
import { assetAddress } from '../../api/addresses.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { inBackground } from '../../app/report.ts';
import { IconButton } from '../../components/button.tsx';
import { useI18n } from '../../i18n/index.ts';
import { goToHighlight, removeHighlight } from './highlight-store.ts';

/** Pixels of a row of two lines: rows are measured once they are seen. */
const USUAL_HEIGHT = 84;
const OVERSCAN = 8;

interface RowProps {
  readonly highlight: ListedHighlight;
  readonly index: number;
  readonly total: number;
  readonly top: number;
  readonly measure: (element: Element | null) => void;
}

function Row({ highlight, index, total, top, measure }: RowProps): ReactNode {
  const { t, format } = useI18n();
  const go = (): void => {
    closeDialog();
    goToHighlight(highlight);
  };
  const from = [highlight.title, highlight.sourceName, format.whenInside(highlight.createdAt)].filter((part) => part !== null).join(' · ');
  return (
    <li ref={measure} data-index={index} className="highlight-item" aria-setsize={total} aria-posinset={index + 1} style={{ transform: `translateY(${top}px)` }}>
      <button type="button" className="highlight-go" data-mark={highlight.color} onClick={go}>
        {highlight.asset !== null && <img className="highlight-picture" src={assetAddress(highlight.asset)} alt="" />}
        <span className="highlight-quote">{highlight.quote === '' ? t.highlights.picture : highlight.quote}</span>
        {highlight.note !== null && <span className="highlight-words">{highlight.note}</span>}
        <span className="highlight-from">{from}</span>
        {highlight.isOrphan && <span className="highlight-from">{t.highlights.orphan}</span>}
      </button>
      <IconButton label={t.highlights.remove} icon={<Trash2 size={16} />} onClick={() => inBackground(removeHighlight(highlight.id))} />
    </li>
  );
}

/** Highlights as far as they are on screen, in the scrolling body of their dialog: ten thousand are as quick as ten. */
export function HighlightRows({ shown }: { readonly shown: readonly ListedHighlight[] }): ReactNode {
  const { t } = useI18n();
  const list = useRef<HTMLUListElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => setAbove(list.current?.offsetTop ?? 0), []);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => list.current?.closest<HTMLElement>('.dialog-body') ?? null,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: OVERSCAN,
    scrollMargin: above,
  });
  return (
    <ul ref={list} className="highlights" aria-label={t.highlights.title} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, start, key }) => {
        const highlight = shown[index];
        return highlight !== undefined && <Row key={key} highlight={highlight} index={index} total={shown.length} top={start - above} measure={virtual.measureElement} />;
      })}
    </ul>
  );
}
