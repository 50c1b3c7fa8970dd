import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent, ReactNode } from 'react';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useI18n } from '../../i18n/index.ts';
import { useSettings } from '../settings/settings-store.ts';
import { openArticle } from '../reader/reader-store.ts';
import { ROW_HEIGHTS } from './row-heights.ts';
import { ArticleRow } from './article-row.tsx';
import { currentList, useList } from './list-store.ts';
import { ensureSummaries, summaryOf, useSummaryVersion } from './summary-cache.ts';

const OVERSCAN = 6;

/** Asks for the rows around what is on screen once the scrolling rests on them. */
function useRowsOnScreen(ids: Uint32Array, first: number, last: number): void {
  useEffect(() => {
    ensureSummaries([...ids.slice(first, last + 1)]);
  }, [ids, first, last]);
}

/** Moves the selection into view when a key moved it. */
function useSelectionInView(scrollTo: (index: number) => void): void {
  const selectedId = useList((list) => list.selectedId);
  useLayoutEffect(() => {
    if (selectedId === null) return;
    const index = currentList().ids.indexOf(selectedId);
    if (index !== -1) scrollTo(index);
  }, [selectedId, scrollTo]);
}

/** The articles of a view, as far as they are on screen. */
export function ArticleList({ ids }: { readonly ids: Uint32Array }): ReactNode {
  const { t } = useI18n();
  const scroller = useRef<HTMLDivElement>(null);
  const selectedId = useList((list) => list.selectedId);
  const density = useSettings().listDensity;
  useSummaryVersion();
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHTS[density],
    overscan: OVERSCAN,
  });
  useLayoutEffect(() => virtual.measure(), [virtual, density]);
  const items = virtual.getVirtualItems();
  useRowsOnScreen(ids, items[0]?.index ?? 0, items.at(-1)?.index ?? -1);
  useSelectionInView(useCallback((index: number) => virtual.scrollToIndex(index, { align: 'auto' }), [virtual]));
  const onOpen = useCallback((index: number) => {
    const id = ids[index];
    if (id !== undefined) openArticle(id);
  }, [ids]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const now = selectedId === null ? -1 : ids.indexOf(selectedId);
    onOpen(Math.min(ids.length - 1, Math.max(0, now + step)));
  };
  return (
    <div ref={scroller} id="article-list" className="list-scroll" data-density={density} role="listbox" tabIndex={0} aria-label={t.list.label}
      aria-activedescendant={selectedId === null ? undefined : `row-${selectedId}`} onKeyDown={onKeyDown}>
      <div role="presentation" className="list-canvas" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, size }) => {
          const id = ids[index] ?? 0;
          return (
            <ArticleRow key={id} id={`row-${id}`} article={summaryOf(id)} isSelected={id === selectedId} index={index} total={ids.length}
              style={{ height: size, transform: `translateY(${start}px)` }} onOpen={onOpen} />
          );
        })}
      </div>
    </div>
  );
}
