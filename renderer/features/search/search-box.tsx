import { Search, X } from 'lucide-react';
import type { ChangeEvent, KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { createStore, useStore } from '../../app/store.ts';
import { useI18n } from '../../i18n/index.ts';
import { leaveSearch, openHit } from '../reader/reader-store.ts';
import { currentSearch, typeQuery, useSearch } from './search-store.ts';
import './search-box.css';

const focusRequests = createStore<{ readonly count: number }>({ count: 0 });

/** Puts the caret into the search box, whatever had it. */
export function focusSearch(): void {
  focusRequests.set({ count: focusRequests.get().count + 1 });
}

function openFirstHit(): void {
  const first = currentSearch().hits[0];
  if (first !== undefined) openHit(first);
}

/**
 * The search box. What an input method is still composing is shown and not searched: Telex types `tieengs` on the way to
 * `tiếng`.
 */
export function SearchBox(): ReactNode {
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
    else if (event.key === 'ArrowDown') document.getElementById('search-hits')?.focus();
  };
  return (
    <div className="search-box" role="search">
      <Search size={16} aria-hidden="true" />
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
        onCompositionStart={() => setComposing(stored)}
        onCompositionEnd={(event) => {
          setComposing(null);
          typeQuery(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      {stored === '' ? <kbd aria-hidden="true">/</kbd> : <IconButton label={t.search.clear} hint="Esc" icon={<X size={14} />} onClick={leaveSearch} />}
    </div>
  );
}
