import { Bookmark, ListFilter } from 'lucide-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { StateMessage } from '../../components/state-message.tsx';
import { sentenceOf, useI18n } from '../../i18n/index.ts';
import { useList } from '../articles/list-store.ts';
import { ROW_HEIGHTS } from '../articles/row-heights.ts';
import { openHit } from '../reader/reader-store.ts';
import { Facets } from './facets.tsx';
import { HitRow } from './hit-row.tsx';
import { editSearch, useSaved } from './saved-store.ts';
import { currentSearch, ensureHits, retrySearch, typeQuery, useSearch } from './search-store.ts';
import { rememberSearch, setNarrowing, useSuggest } from './suggest-store.ts';
import './search-results.css';

const OVERSCAN = 6;

function openAt(index: number): void {
  const hit = currentSearch().hits[index];
  if (hit === undefined) return;
  rememberSearch(currentSearch().query);
  openHit(hit);
}

function Hits(): ReactNode {
  const { t } = useI18n();
  const hits = useSearch((search) => search.hits);
  const total = useSearch((search) => search.total);
  const query = useSearch((search) => search.query);
  const selectedId = useList((list) => list.selectedId);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHTS.comfortable, overscan: OVERSCAN });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const isSelectionDrawn = items.some(({ index }) => hits[index] !== undefined && hits[index].id === selectedId);
  useEffect(() => ensureHits(first, last), [first, last]);
  useEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [query]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const now = hits.findIndex((hit) => hit?.id === selectedId);
    const next = Math.min(total - 1, Math.max(0, now + step));
    openAt(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  return (
    <div ref={scroller} id="search-hits" className="list-scroll" role="listbox" tabIndex={0} aria-label={t.search.results(total)}
      aria-activedescendant={isSelectionDrawn ? `hit-${selectedId}` : undefined} onKeyDown={onKeyDown}>
      <div role="presentation" className="list-canvas" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, size }) => (
          <HitRow key={index} hit={hits[index]} isSelected={hits[index]?.id === selectedId} index={index} total={total}
            top={start} height={size} onOpen={openAt} />
        ))}
      </div>
    </div>
  );
}

function ResultsBody(): ReactNode {
  const { t } = useI18n();
  const total = useSearch((search) => search.total);
  const query = useSearch((search) => search.query);
  const error = useSearch((search) => search.error);
  if (error !== null) {
    const retry = <Button onClick={retrySearch}>{t.app.tryAgain}</Button>;
    return <StateMessage tone="failed" text={sentenceOf(error, t)} action={retry} />;
  }
  if (total === 0) return <StateMessage text={t.search.none(query)} hint={t.search.noneHint} />;
  return <Hits />;
}

/** How many were found; and ways to narrow that down, and to keep the search. */
function ResultsHead(): ReactNode {
  const { t } = useI18n();
  const total = useSearch((search) => search.total);
  const query = useSearch((search) => search.query.trim());
  const isNarrowing = useSuggest((side) => side.isNarrowing);
  const saved = useSaved((state) => state.searches.find((search) => search.query === query));
  const label = saved === undefined ? t.search.save : t.search.edit;
  return (
    <div className="list-head">
      <h1>{saved === undefined ? t.search.results(total) : `${saved.name} · ${t.search.results(total)}`}</h1>
      <p className="visually-hidden" role="status">{t.search.results(total)}</p>
      <IconButton label={t.search.facets} icon={<ListFilter size={16} />} aria-expanded={isNarrowing} aria-controls="search-facets"
        onClick={() => setNarrowing(!isNarrowing, query)} />
      <IconButton label={label} icon={<Bookmark size={16} />} aria-pressed={saved !== undefined} onClick={() => editSearch(saved ?? query)} />
    </div>
  );
}

/** What was found, in the list's place. */
export function SearchResults(): ReactNode {
  const { t } = useI18n();
  const isNarrowing = useSuggest((side) => side.isNarrowing);
  const isComplete = useSearch((search) => search.isComplete);
  const query = useSearch((search) => search.query);
  const corrected = useSearch((search) => search.corrected);
  const misunderstood = useSearch((search) => search.misunderstood);
  return (
    <div className="list-layer search-results" data-query={query}>
      <ResultsHead />
      {isNarrowing && <Facets />}
      {corrected !== null && (
        <p className="search-note">
          {t.search.corrected}
          <button type="button" className="search-instead" onClick={() => typeQuery(corrected)}>{corrected}</button>
          {t.search.correctedToo}
        </p>
      )}
      {misunderstood.length > 0 && <p className="search-note">{t.search.misunderstood(misunderstood.join(' '))}</p>}
      {!isComplete && <p className="search-note">{t.search.incomplete}</p>}
      <div className="list-body"><ResultsBody /></div>
    </div>
  );
}
