import type { Suggestion } from '../../../contract/domain/search.ts';
import type { I18n } from '../../i18n/index.ts';
import { filterText } from './query-text.ts';

/** One line of the list under the search box: what it says, and what is searched when it is chosen. */
export interface SearchOption {
  readonly id: string;
  readonly suggestion: Suggestion;
  readonly query: string;
}

/** The list box that the search box controls; in it, option n is `search-option-n`. */
export const SEARCH_OPTIONS = 'search-options';

function queryOf({ kind, text }: Suggestion, t: I18n['t']): string {
  return kind === 'tag' || kind === 'feed' || kind === 'author' ? filterText(t.search.filters[kind], text) : text;
}

/** What is offered for what stands in the box: while it is empty what was searched lately, else what might be meant. */
export function searchOptions(text: string, recent: readonly string[], suggestions: readonly Suggestion[], t: I18n['t']): readonly SearchOption[] {
  const offered = text === '' ? recent.map((query): Suggestion => ({ kind: 'search', text: query })) : suggestions;
  return offered.map((suggestion, at) => {
    const query = queryOf(suggestion, t);
    // A space ends the last word: what was chosen is whole. What was searched lately is searched again just so.
    return { id: `search-option-${at}`, suggestion, query: text === '' ? query : `${query} ` };
  });
}

/** What a key of the search box does with the list under it. */
export type OptionMove = { readonly kind: 'move'; readonly to: number | null } | { readonly kind: 'leave' } | { readonly kind: 'none' };

const NONE: OptionMove = { kind: 'none' };

/**
 * Where a key leads in the list, as in any list that a text field controls (WAI-ARIA: combobox): down into it and up out of it; while one
 * is active, Home and End, and in a list that lies along a line, left and right. Down from a line leads on, to the results.
 */
export function moveInOptions(key: string, active: number | null, count: number, isLine: boolean): OptionMove {
  const to = (at: number | null): OptionMove => ({ kind: 'move', to: at });
  if (active === null) return key === 'ArrowDown' ? (count === 0 ? { kind: 'leave' } : to(0)) : NONE;
  const forward = isLine ? 'ArrowRight' : 'ArrowDown';
  const back = isLine ? 'ArrowLeft' : 'ArrowUp';
  if (key === forward) return to((active + 1) % count);
  if (key === back) return isLine ? to((active + count - 1) % count) : to(active === 0 ? null : active - 1);
  if (key === 'ArrowDown') return { kind: 'leave' };
  if (key === 'ArrowUp' || key === 'Escape') return to(null);
  if (key === 'Home') return to(0);
  return key === 'End' ? to(count - 1) : NONE;
}
