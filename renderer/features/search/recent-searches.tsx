import { History } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { typeQuery } from './search-store.ts';
import { forgetRecent, useSuggest } from './suggest-store.ts';

/** Moves the focus among the buttons of a list; Esc and the way up from the first lead back to the box. */
function onKey(event: KeyboardEvent<HTMLElement>, onLeave: () => void): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 && event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement) + step;
  if (event.key === 'Escape' || at < 0) onLeave();
  else buttons[Math.min(at, buttons.length - 1)]?.focus();
}

/** What was searched lately, under the empty box. */
export function RecentSearches({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const { t } = useI18n();
  const recent = useSuggest((side) => side.recent);
  if (recent.length === 0) return null;
  return (
    <section id="recent-searches" className="recent-searches" aria-label={t.search.recent} onKeyDown={(event) => onKey(event, onLeave)}>
      <h2>{t.search.recent}</h2>
      <ul>
        {recent.map((query) => (
          <li key={query}>
            <button type="button" onClick={() => typeQuery(query)}>
              <History size={14} aria-hidden="true" />
              <span>{query}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button kind="quiet" onClick={() => inBackground(forgetRecent().then(onLeave))}>{t.search.forgetRecent}</Button>
    </section>
  );
}
