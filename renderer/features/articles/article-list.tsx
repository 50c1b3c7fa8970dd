import type { KeyboardEvent, MouseEvent, ReactNode, RefObject } from 'react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import type { ListDay } from '../../../contract/domain/organising.ts';
import { useKnownRows, type KnownRows, type Lines } from '../../components/known-rows.ts';
import { useI18n } from '../../i18n/index.ts';
import { openArticle } from '../reader/reader-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import { ArticleRow } from './article-row.tsx';
import { listItems, type ListItems } from './list-items.ts';
import { listLines } from './list-lines.ts';
import { currentList, stopFollowing, useList } from './list-store.ts';
import { menuFor, type OpenMenu } from './open-menu.ts';
import { DAY_HEIGHT, ROW_HEIGHTS } from './row-heights.ts';
import { RowMenu } from './row-menu.tsx';
import { clearSelection, extendSelection, selectTo, toggleSelected, useSelection } from './selection-store.ts';
import { ensureSummaries, summaryOf, useSummaryVersion } from './summary-cache.ts';

/** Rows are asked for in blocks, one ahead and one behind what is on screen, so that scrolling finds them there. */
const BLOCK = 100;

/** The lines on screen; asks for those rows that are not here yet. */
function useLines(ids: Uint32Array, items: ListItems, lines: Lines, scroller: RefObject<HTMLDivElement | null>): KnownRows {
  const rows = useKnownRows(scroller, lines);
  const { first, last } = rows.range;
  const from = Math.max(0, Math.floor(first / BLOCK) - 1) * BLOCK;
  const to = (Math.floor(last / BLOCK) + 2) * BLOCK;
  // There are more lines than rows: the rows of these lines stand a little further up.
  const firstRow = Math.max(0, from - (items.count - ids.length));
  useEffect(() => ensureSummaries([...ids.slice(firstRow, to)]), [ids, firstRow, to]);
  return rows;
}

/** Moves into view what a key moved to: the open article, or the end of what is being chosen. */
function useSelectionInView({ show }: KnownRows, items: ListItems): void {
  const selectedId = useList((list) => list.selectedId);
  const head = useSelection((selection) => selection.head);
  const id = head ?? selectedId;
  // A list that has changed stays where it is: only a move of the selection moves it.
  const now = useRef(items);
  now.current = items;
  useLayoutEffect(() => {
    const row = id === null ? -1 : currentList().ids.indexOf(id);
    if (row !== -1) show(now.current.itemOf(row), now.current.headings.length === 0 ? 0 : DAY_HEIGHT);
  }, [id, show]);
}

function onArrowKey(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (event.shiftKey) {
    extendSelection(step);
    return;
  }
  const { ids, selectedId } = currentList();
  const now = selectedId === null ? -1 : ids.indexOf(selectedId);
  const id = ids[Math.min(ids.length - 1, Math.max(0, now + step))];
  if (id === undefined) return;
  clearSelection();
  openArticle(id);
}

/** A click opens; with Ctrl (Cmd) or Shift it chooses several. */
function onRowClick(event: MouseEvent, id: ArticleId): void {
  if (event.ctrlKey || event.metaKey) toggleSelected(id);
  else if (event.shiftKey) selectTo(id);
  else {
    clearSelection();
    openArticle(id);
  }
}

interface DrawnProps {
  readonly ids: Uint32Array;
  readonly items: ListItems;
  readonly lines: Lines;
  readonly rows: KnownRows;
}

function DrawnLines({ ids, items, lines, rows }: DrawnProps): ReactNode {
  const { format } = useI18n();
  const selectedId = useList((list) => list.selectedId);
  const chosen = useSelection((selection) => selection.ids);
  const { first, last, isThrown } = rows.range;
  return Array.from({ length: last - first + 1 }, (_, offset) => {
    const line = first + offset;
    const [top, height] = [lines.topOf(line), lines.heightOf(line)];
    const item = items.itemAt(line);
    if (item.kind === 'day') return <div key={`day-${item.day}`} role="presentation" className="list-day" style={{ height, top }}>{format.day(item.day)}</div>;
    const id = ids[item.row] ?? 0;
    const isSelected = chosen.size === 0 ? id === selectedId : chosen.has(id);
    return (
      <ArticleRow key={id} id={id} article={summaryOf(id)} isSelected={isSelected} isOpen={id === selectedId} index={item.row} total={ids.length} top={top} height={height} isPassing={isThrown}
        onClick={onRowClick} />
    );
  });
}

/** The day of what stands at the top, which stays while the list moves below it. */
function TopDay({ items, rows }: { readonly items: ListItems; readonly rows: KnownRows }): ReactNode {
  const { format } = useI18n();
  const day = items.dayAt(rows.range.top);
  return day === null ? null : <div className="list-day list-day-top" aria-hidden="true">{format.day(day)}</div>;
}

/** The articles of a view, as far as they are on screen. */
export function ArticleList({ ids, days }: { readonly ids: Uint32Array; readonly days: readonly ListDay[] | null }): ReactNode {
  const { t } = useI18n();
  const scroller = useRef<HTMLDivElement>(null);
  const selectedId = useList((list) => list.selectedId);
  const { listDensity: density, listByDay } = useSettings();
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  useSummaryVersion();
  const items = useMemo(() => listItems(ids.length, listByDay ? days : null), [ids, days, listByDay]);
  const lines = useMemo(() => listLines(items, ROW_HEIGHTS[density]), [items, density]);
  const rows = useLines(ids, items, lines, scroller);
  useSelectionInView(rows, items);
  const closeMenu = useCallback(() => setMenu(null), []);
  const onMenu = (event: MouseEvent): void => {
    event.preventDefault();
    setMenu(menuFor(event, 'row-', selectedId));
  };
  // A row that is scrolled away, or not of this view, is not in the document and can't be pointed at.
  const row = selectedId === null ? -1 : ids.indexOf(selectedId);
  const line = row === -1 ? -1 : items.itemOf(row);
  const isSelectionDrawn = line >= rows.range.first && line <= rows.range.last;
  const menuArticle = menu === null ? undefined : summaryOf(menu.id);
  return (
    <>
      <div ref={scroller} id="article-list" className="list-scroll" data-density={density} role="listbox" aria-multiselectable="true" tabIndex={0}
        aria-label={t.list.label} aria-activedescendant={isSelectionDrawn ? `row-${selectedId}` : undefined} onKeyDown={onArrowKey} onContextMenu={onMenu}
        onWheel={stopFollowing}>
        <div role="presentation" className="list-canvas" style={{ height: lines.height }}>
          <DrawnLines ids={ids} items={items} lines={lines} rows={rows} />
        </div>
      </div>
      <TopDay items={items} rows={rows} />
      {menu !== null && menuArticle !== undefined && <RowMenu article={menuArticle} at={menu.at} onClose={closeMenu} />}
    </>
  );
}
