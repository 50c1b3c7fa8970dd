import { History, MapPin, PenLine, Rss, Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Suggestion } from '../../../contract/domain/search.ts';
import type { I18n } from '../../i18n/index.ts';
import { useI18n } from '../../i18n/index.ts';
import { filterText } from './query-text.ts';
import { typeQuery } from './search-store.ts';
import { useSuggest } from './suggest-store.ts';

const ICONS = { search: History, tag: Tag, feed: Rss, name: MapPin, author: PenLine, title: History } as const;

/** What a suggestion is as a query. */
function queryOf({ kind, text }: Suggestion, t: I18n['t']): string {
  return kind === 'tag' || kind === 'feed' || kind === 'author' ? filterText(t.search.filters[kind], text) : text;
}

function Chip({ suggestion }: { readonly suggestion: Suggestion }): ReactNode {
  const { t } = useI18n();
  const { kind, text } = suggestion;
  const Icon = ICONS[kind];
  return (
    <button type="button" className="chip" aria-label={t.search.suggestion(text, t.search.kinds[kind])} title={t.search.kinds[kind]}
      onClick={() => typeQuery(`${queryOf(suggestion, t)} `)}>
      <Icon size={12} aria-hidden="true" />
      <span>{text}</span>
    </button>
  );
}

/** One line of what might be meant, between the box and the results: it never hides them, nor makes them jump. */
export function Suggestions(): ReactNode {
  const { t } = useI18n();
  const suggestions = useSuggest((side) => side.suggestions);
  return (
    <div className="suggestions" role="group" aria-label={t.search.suggestions} hidden={suggestions.length === 0}>
      {suggestions.map((suggestion) => <Chip key={`${suggestion.kind} ${suggestion.text}`} suggestion={suggestion} />)}
    </div>
  );
}
