import type { Virtualizer } from '@tanstack/react-virtual';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent, MouseEvent, ReactNode, RefObject } from 'react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import { useI18n } from '../../i18n/index.ts';
import { openArticle } from '../reader/reader-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import { ArticleRow } from './article-row.tsx';
import { currentList, stopFollowing, useList } from './list-store.ts';
import { ROW_HEIGHTS } from './row-heights.ts';
import { RowMenu } from './row-menu.tsx';
import { ensureSummaries, summaryOf, useSummaryVersion } from './summary-cache.ts';

const OVERSCAN = 6;
/** Rows are asked for in blocks, one ahead and one behind what is on screen, so that scrolling finds them there. */
const BLOCK = 100;

interface OpenMenu {
  readonly id: ArticleId;
  readonly at: { readonly x: number; readonly y: number };
}

/** The rows on screen, of the height that the density gives them; asks for those that are not here yet. */
function useRows(ids: Uint32Array, scroller: RefObject<HTMLDivElement | null>): Virtualizer<HTMLDivElement, Element> {
  const height = ROW_HEIGHTS[useSettings().listDensity];
  const virtual = useVirtualizer({ count: ids.length, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: OVERSCAN });
  useLayoutEffect(() => virtual.measure(), [virtual, height]);
  const rows = virtual.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? -1;
  const from = Math.max(0, Math.floor(first / BLOCK) - 1) * BLOCK;
  const to = (Math.floor(last / BLOCK) + 2) * BLOCK;
  useEffect(() => ensureSummaries([...ids.slice(from, to)]), [ids, from, to]);
  return virtual;
}

/** Moves the selection into view when a key moved it. */
function useSelectionInView(virtual: Virtualizer<HTMLDivElement, Element>): void {
  const selectedId = useList((list) => list.selectedId);
  useLayoutEffect(() => {
    const index = selectedId === null ? -1 : currentList().ids.indexOf(selectedId);
    if (index !== -1) virtual.scrollToIndex(index, { align: 'auto' });
  }, [selectedId, virtual]);
}

/** The menu of the row under the pointer, or of the selected one where the keyboard asks. */
function menuFor(event: MouseEvent, selectedId: ArticleId | null): OpenMenu | null {
  const target = event.target as Element;
  const row = target.closest('[role="option"]') ?? document.getElementById(`row-${selectedId}`);
  if (row === null) return null;
  const box = row.getBoundingClientRect();
  const isPointer = event.clientX !== 0 || event.clientY !== 0;
  return { id: Number(row.id.slice('row-'.length)), at: isPointer ? { x: event.clientX, y: event.clientY } : { x: box.left, y: box.bottom } };
}

function onArrowKey(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const { ids, selectedId } = currentList();
  const now = selectedId === null ? -1 : ids.indexOf(selectedId);
  const id = ids[Math.min(ids.length - 1, Math.max(0, now + step))];
  if (id !== undefined) openArticle(id);
}

/** The articles of a view, as far as they are on screen. */
export function ArticleList({ ids }: { readonly ids: Uint32Array }): ReactNode {
  const { t } = useI18n();
  const scroller = useRef<HTMLDivElement>(null);
  const selectedId = useList((list) => list.selectedId);
  const density = useSettings().listDensity;
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  useSummaryVersion();
  const virtual = useRows(ids, scroller);
  useSelectionInView(virtual);
  const closeMenu = useCallback(() => setMenu(null), []);
  const onMenu = (event: MouseEvent): void => {
    event.preventDefault();
    setMenu(menuFor(event, selectedId));
  };
  const rows = virtual.getVirtualItems();
  // A row that is scrolled away, or not of this view, is not in the document and can't be pointed at.
  const isSelectionDrawn = rows.some(({ index }) => ids[index] === selectedId);
  const menuArticle = menu === null ? undefined : summaryOf(menu.id);
  return (
    <>
      <div ref={scroller} id="article-list" className="list-scroll" data-density={density} role="listbox" tabIndex={0} aria-label={t.list.label}
        aria-activedescendant={isSelectionDrawn ? `row-${selectedId}` : undefined} onKeyDown={onArrowKey} onContextMenu={onMenu} onWheel={stopFollowing}>
        <div role="presentation" className="list-canvas" style={{ height: virtual.getTotalSize() }}>
          {rows.map(({ index, start, size }) => {
            const id = ids[index] ?? 0;
            return <ArticleRow key={id} id={id} article={summaryOf(id)} isSelected={id === selectedId} index={index} total={ids.length} top={start} height={size} />;
          })}
        </div>
      </div>
      {menu !== null && menuArticle !== undefined && <RowMenu article={menuArticle} at={menu.at} onClose={closeMenu} />}
    </>
  );
}
