import { CircleHelp, Search, X } from 'lucide-react';
import type { ChangeEvent, KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { openDialog } from '../../app/dialogs.ts';
import { createStore, useStore } from '../../app/store.ts';
import { useI18n } from '../../i18n/index.ts';
import { leaveSearch, openHit } from '../reader/reader-store.ts';
import { RecentSearches } from './recent-searches.tsx';
import { currentSearch, typeQuery, useSearch } from './search-store.ts';
import { loadRecent, rememberSearch } from './suggest-store.ts';
import { Suggestions } from './suggestions.tsx';
import './search-box.css';

const focusRequests = createStore<{ readonly count: number }>({ count: 0 });

/** Puts the caret into the search box, whatever had it. */
export function focusSearch(): void {
  focusRequests.set({ count: focusRequests.get().count + 1 });
}

function openFirstHit(): void {
  const { hits, text } = currentSearch();
  rememberSearch(text);
  if (hits[0] !== undefined) openHit(hits[0]);
}

/** What stands in the box: what is stored, or what an input method is still composing (Telex types `tieengs` on the way to `tiếng`). */
function SearchField({ onFocus }: { readonly onFocus: () => void }): ReactNode {
  const { t } = useI18n();
  const stored = useSearch((search) => search.text);
  const [composing, setComposing] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const requests = useStore(focusRequests, (value) => value.count);
  useEffect(() => {
    if (requests === 0) return;
    input.current?.focus();
    input.current?.select();
  }, [requests]);
  const onChange = (event: ChangeEvent<HTMLInputElement>): void => {
    if (composing === null) typeQuery(event.target.value);
    else setComposing(event.target.value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (stored === '') input.current?.blur();
      else leaveSearch();
    } else if (event.key === 'Enter') openFirstHit();
    else if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('#recent-searches button, #search-hits')?.focus();
  };
  return (
    <input
      ref={input}
      type="text"
      inputMode="search"
      aria-label={t.search.label}
      placeholder={t.search.placeholder}
      value={composing ?? stored}
      spellCheck={false}
      autoComplete="off"
      onChange={onChange}
      onFocus={onFocus}
      onCompositionStart={() => setComposing(stored)}
      onCompositionEnd={(event) => {
        setComposing(null);
        typeQuery(event.currentTarget.value);
      }}
      onKeyDown={onKeyDown}
    />
  );
}

/** The search box; below it what was searched lately, while it is empty, and what might be meant, while something is typed. */
export function SearchBox(): ReactNode {
  const { t } = useI18n();
  const isEmpty = useSearch((search) => search.text === '');
  const [hasFocus, setHasFocus] = useState(false);
  const onFocus = (): void => {
    setHasFocus(true);
    loadRecent();
  };
  return (
    <div className="search-area" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setHasFocus(false)}>
      <div className="search-box" role="search">
        <Search size={16} aria-hidden="true" />
        <SearchField onFocus={onFocus} />
        {isEmpty ? <kbd aria-hidden="true">/</kbd> : <IconButton label={t.search.clear} hint="Esc" icon={<X size={14} />} onClick={leaveSearch} />}
        <IconButton label={t.search.help} icon={<CircleHelp size={14} />} onClick={() => openDialog('search-help')} />
      </div>
      {isEmpty && hasFocus && <RecentSearches onLeave={focusSearch} />}
      {!isEmpty && <Suggestions />}
    </div>
  );
}
