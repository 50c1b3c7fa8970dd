import type { Virtualizer } from '@tanstack/react-virtual';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SearchHit } from '../../../contract/domain/search.ts';
import type { MenuItem } from '../../components/menu.tsx';
import { Menu } from '../../components/menu.tsx';
import { useI18n } from '../../i18n/index.ts';
import { useList } from '../articles/list-store.ts';
import { menuFor, type OpenMenu } from '../articles/open-menu.ts';
import { ROW_HEIGHTS } from '../articles/row-heights.ts';
import { RowMenu } from '../articles/row-menu.tsx';
import { clearSelection, extendSelection, selectTo, toggleSelected, useSelection } from '../articles/selection-store.ts';
import { ensureSummaries, summaryOf, useSummaryVersion } from '../articles/summary-cache.ts';
import { openHit } from '../reader/reader-store.ts';
import { HitRow } from './hit-row.tsx';
import { currentSearch, ensureHits, useSearch } from './search-store.ts';
import { rememberSearch } from './suggest-store.ts';

const OVERSCAN = 6;
const ROW_PREFIX = 'hit-';

type Virtual = Virtualizer<HTMLDivElement, Element>;

function open(hit: Pick<SearchHit, 'id'>): void {
  rememberSearch(currentSearch().query);
  clearSelection();
  openHit(hit);
}

/** A click opens; with Ctrl (Cmd) or Shift it chooses several. */
function onHitClick(event: MouseEvent, hit: SearchHit): void {
  if (event.ctrlKey || event.metaKey) toggleSelected(hit.id);
  else if (event.shiftKey) selectTo(hit.id);
  else open(hit);
}

/** Which hit a key of the list leads to, from the one that is open; null where it leads nowhere. */
function target(key: string, now: number, total: number, page: number): number | null {
  const steps: Readonly<Record<string, number>> = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: total - 1, PageDown: now + page, PageUp: now - page };
  const at = steps[key];
  return at === undefined ? null : Math.min(total - 1, Math.max(0, at));
}

function onListKey(event: KeyboardEvent, virtual: Virtual, selectedId: number | null): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.shiftKey) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (step === null) return;
    event.preventDefault();
    extendSelection(step);
    return;
  }
  const { hits, total } = currentSearch();
  const page = Math.max(1, virtual.getVirtualItems().length - OVERSCAN);
  const next = target(event.key, hits.findIndex((hit) => hit?.id === selectedId), total, page);
  if (next === null) return;
  event.preventDefault();
  virtual.scrollToIndex(next, { align: 'auto' });
  const hit = hits[next];
  if (hit !== undefined) open(hit);
}

/** Moves into view what a key moved to: the open article, or the end of what is being chosen. */
function useSelectionInView(virtual: Virtual): void {
  const selectedId = useList((list) => list.selectedId);
  const head = useSelection((selection) => selection.head);
  const id = head ?? selectedId;
  useLayoutEffect(() => {
    const at = id === null ? -1 : currentSearch().hits.findIndex((hit) => hit?.id === id);
    if (at !== -1) virtual.scrollToIndex(at, { align: 'auto' });
  }, [id, virtual]);
}

/** The hits on screen, and their articles; both are asked for where they are not here yet. */
function useHitLines(virtual: Virtual): void {
  const hits = useSearch((search) => search.hits);
  const total = useSearch((search) => search.total);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    ensureHits(first, last);
    ensureSummaries(hits.slice(first, last + 1).flatMap((hit) => hit?.id ?? []));
  }, [first, last, hits, total]);
  useSummaryVersion();
}

interface OpenOthers {
  readonly hit: SearchHit;
  readonly at: OpenMenu['at'];
}

function otherItems({ others = [] }: SearchHit): readonly MenuItem[] {
  return others.map(({ id, title, sourceName }, at) => ({ id: `other-${id}`, label: sourceName === null ? title : `${sourceName}: ${title}`, startsGroup: at === 0, run: () => open({ id }) }));
}

/** The row's menu, as in the list, with the other papers that tell the same; or those alone. */
function HitMenus({ menu, others, onClose }: { readonly menu: OpenMenu | null; readonly others: OpenOthers | null; readonly onClose: () => void }): ReactNode {
  const { t } = useI18n();
  const hit = useSearch((search) => search.hits.find((one) => one !== undefined && one.id === menu?.id));
  const article = menu === null ? undefined : summaryOf(menu.id);
  if (others !== null) return <Menu label={t.stories.alsoIn} at={others.at} items={otherItems(others.hit)} onClose={onClose} />;
  if (menu === null || article === undefined) return null;
  return <RowMenu article={article} at={menu.at} more={hit === undefined ? [] : otherItems(hit)} onClose={onClose} />;
}

interface LinesProps {
  readonly virtual: Virtual;
  readonly onOthers: (event: MouseEvent, hit: SearchHit) => void;
}

function Lines({ virtual, onOthers }: LinesProps): ReactNode {
  const hits = useSearch((search) => search.hits);
  const terms = useSearch((search) => search.terms);
  const total = useSearch((search) => search.total);
  const selectedId = useList((list) => list.selectedId);
  const chosen = useSelection((selection) => selection.ids);
  return virtual.getVirtualItems().map(({ index, start, size }) => {
    const hit = hits[index];
    const isOpen = hit !== undefined && hit.id === selectedId;
    return (
      <HitRow key={index} hit={hit} terms={terms} article={hit === undefined ? undefined : summaryOf(hit.id)} isOpen={isOpen} index={index} total={total} top={start} height={size}
        isSelected={chosen.size === 0 ? isOpen : hit !== undefined && chosen.has(hit.id)} onClick={onHitClick} onOthers={onOthers} />
    );
  });
}

/** What was found, as far as it is on screen: rows that are used as those of the list are. */
export function Hits(): ReactNode {
  const { t } = useI18n();
  const total = useSearch((search) => search.total);
  const query = useSearch((search) => search.query);
  const hits = useSearch((search) => search.hits);
  const selectedId = useList((list) => list.selectedId);
  const scroller = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [others, setOthers] = useState<OpenOthers | null>(null);
  const virtual = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHTS.comfortable, overscan: OVERSCAN });
  useHitLines(virtual);
  useSelectionInView(virtual);
  useEffect(() => {
    clearSelection();
    if (scroller.current !== null) scroller.current.scrollTop = 0;
    return clearSelection;
  }, [query]);
  const onOthers = useCallback((event: MouseEvent, hit: SearchHit): void => {
    event.stopPropagation();
    setOthers({ hit, at: { x: event.clientX, y: event.clientY } });
  }, []);
  const closeMenus = useCallback(() => {
    setMenu(null);
    setOthers(null);
  }, []);
  const onMenu = (event: MouseEvent): void => {
    event.preventDefault();
    setMenu(menuFor(event, ROW_PREFIX, selectedId));
  };
  const isSelectionDrawn = virtual.getVirtualItems().some(({ index }) => hits[index] !== undefined && hits[index].id === selectedId);
  return (
    <>
      <div ref={scroller} id="search-hits" className="list-scroll" role="listbox" aria-multiselectable="true" tabIndex={0} aria-label={t.search.results(total)}
        aria-activedescendant={isSelectionDrawn ? `${ROW_PREFIX}${selectedId}` : undefined} onKeyDown={(event) => onListKey(event, virtual, selectedId)} onContextMenu={onMenu}>
        <div role="presentation" className="list-canvas" style={{ height: virtual.getTotalSize() }}>
          <Lines virtual={virtual} onOthers={onOthers} />
        </div>
      </div>
      <HitMenus menu={menu} others={others} onClose={closeMenus} />
    </>
  );
}
