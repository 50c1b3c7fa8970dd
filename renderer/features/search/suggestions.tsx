import { History, MapPin, PenLine, Rss, Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { SEARCH_OPTIONS, type SearchOption } from './search-options.ts';
import { typeQuery } from './search-store.ts';
import { forgetRecent } from './suggest-store.ts';

const ICONS = { search: History, tag: Tag, feed: Rss, name: MapPin, author: PenLine, title: History } as const;

interface OptionsProps {
  readonly options: readonly SearchOption[];
  readonly active: number | null;
}

/** The caret stays in the box: what a pointer does here takes no focus from it. */
function keepFocus(event: { preventDefault(): void }): void {
  event.preventDefault();
}

function Option({ option, isActive, className }: { readonly option: SearchOption; readonly isActive: boolean; readonly className: string }): ReactNode {
  const { t } = useI18n();
  const { kind, text } = option.suggestion;
  const Icon = ICONS[kind];
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isActive]);
  return (
    <div ref={ref} id={option.id} role="option" aria-selected={isActive} aria-label={t.search.suggestion(text, t.search.kinds[kind])} className={className}
      title={t.search.kinds[kind]} onPointerDown={keepFocus} onMouseDown={keepFocus} onClick={() => typeQuery(option.query)}>
      <Icon size={className === 'chip' ? 12 : 14} aria-hidden="true" />
      <span>{text}</span>
    </div>
  );
}

/** One line of what might be meant, between the box and the results: it never hides them, nor makes them jump. */
export function Suggestions({ options, active }: OptionsProps): ReactNode {
  const { t } = useI18n();
  return (
    <div id={SEARCH_OPTIONS} className="suggestions" role="listbox" aria-label={t.search.suggestions} aria-orientation="horizontal" hidden={options.length === 0}>
      {options.map((option, at) => <Option key={`${option.suggestion.kind} ${option.suggestion.text}`} option={option} isActive={at === active} className="chip" />)}
    </div>
  );
}

/** What was searched lately, under the empty box. */
export function RecentSearches({ options, active, onForgotten }: OptionsProps & { readonly onForgotten: () => void }): ReactNode {
  const { t } = useI18n();
  if (options.length === 0) return null;
  return (
    <section className="recent-searches" aria-label={t.search.recent}>
      <h2>{t.search.recent}</h2>
      <div id={SEARCH_OPTIONS} role="listbox" aria-label={t.search.recent}>
        {options.map((option, at) => <Option key={option.query} option={option} isActive={at === active} className="recent-search" />)}
      </div>
      <Button kind="quiet" onClick={() => inBackground(forgetRecent().then(onForgotten))}>{t.search.forgetRecent}</Button>
    </section>
  );
}
