import { CircleHelp, Search, X } from 'lucide-react';
import type { ChangeEvent, KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { openDialog } from '../../app/dialogs.ts';
import { createStore, useStore } from '../../app/store.ts';
import { useI18n } from '../../i18n/index.ts';
import { leaveSearch, openHit } from '../reader/reader-store.ts';
import { SEARCH_OPTIONS, moveInOptions, searchOptions, type SearchOption } from './search-options.ts';
import { currentSearch, typeQuery, useSearch } from './search-store.ts';
import { loadRecent, rememberSearch, useSuggest } from './suggest-store.ts';
import { RecentSearches, Suggestions } from './suggestions.tsx';
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

interface FieldProps {
  /** What the list under the box offers; none while it is closed. */
  readonly options: readonly SearchOption[];
  readonly active: number | null;
  readonly onActive: (active: number | null) => void;
  readonly onFocus: () => void;
}

/** What the keys of the box do: first with the list under it, then with the search. Letters are the box's own. */
function onBoxKey(event: KeyboardEvent<HTMLInputElement>, { options, active, onActive }: FieldProps): void {
  // An input method is composing, or the key is a command's.
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const move = moveInOptions(event.key, active, options.length, currentSearch().text !== '');
  if (move.kind !== 'none') {
    event.preventDefault();
    event.stopPropagation();
    onActive(move.kind === 'move' ? move.to : null);
    if (move.kind === 'leave') document.getElementById('search-hits')?.focus();
    return;
  }
  const chosen = active === null ? undefined : options[active];
  if (event.key === 'Escape') {
    event.stopPropagation();
    if (currentSearch().text === '') event.currentTarget.blur();
    else leaveSearch();
  } else if (event.key === 'Enter' && chosen !== undefined) typeQuery(chosen.query);
  else if (event.key === 'Enter') openFirstHit();
}

/** What stands in the box: what is stored, or what an input method is still composing (Telex types `tieengs` on the way to `tiếng`). */
function SearchField(props: FieldProps): ReactNode {
  const { options, active, onFocus } = props;
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
  return (
    <input
      ref={input}
      type="text"
      inputMode="search"
      role="combobox"
      aria-label={t.search.label}
      aria-autocomplete="list"
      aria-expanded={options.length > 0}
      aria-controls={options.length > 0 ? SEARCH_OPTIONS : undefined}
      aria-activedescendant={active === null ? undefined : options[active]?.id}
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
      onKeyDown={(event) => onBoxKey(event, props)}
    />
  );
}

/** What the list under the box offers now, and which of it is active; typing or another list begins anew. */
function useOptions(hasFocus: boolean): { readonly options: readonly SearchOption[]; readonly active: number | null; readonly onActive: (active: number | null) => void } {
  const { t } = useI18n();
  const text = useSearch((search) => search.text);
  const recent = useSuggest((side) => side.recent);
  const suggestions = useSuggest((side) => side.suggestions);
  const options = text === '' && !hasFocus ? [] : searchOptions(text, recent, suggestions, t);
  const key = `${text}\n${options.map(({ query }) => query).join('\n')}`;
  const [chosen, setChosen] = useState<{ readonly key: string; readonly at: number | null }>({ key, at: null });
  return { options, active: chosen.key === key ? chosen.at : null, onActive: (at) => setChosen({ key, at }) };
}

/** The search box; below it what was searched lately, while it is empty, and what might be meant, while something is typed. */
export function SearchBox(): ReactNode {
  const { t } = useI18n();
  const isEmpty = useSearch((search) => search.text === '');
  const [hasFocus, setHasFocus] = useState(false);
  const { options, active, onActive } = useOptions(hasFocus);
  const onFocus = (): void => {
    setHasFocus(true);
    loadRecent();
  };
  const onBlur = (): void => {
    setHasFocus(false);
    onActive(null);
  };
  return (
    <div className="search-area" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || onBlur()}>
      <div className="search-box" role="search">
        <Search size={16} aria-hidden="true" />
        <SearchField options={options} active={active} onActive={onActive} onFocus={onFocus} />
        {isEmpty ? <kbd aria-hidden="true">/</kbd> : <IconButton label={t.search.clear} hint="Esc" icon={<X size={14} />} onClick={leaveSearch} />}
        <IconButton label={t.search.help} icon={<CircleHelp size={14} />} onClick={() => openDialog('search-help')} />
      </div>
      {isEmpty ? hasFocus && <RecentSearches options={options} active={active} onForgotten={focusSearch} /> : <Suggestions options={options} active={active} />}
    </div>
  );
}
