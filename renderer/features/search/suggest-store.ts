import type { SearchFacets, Suggestion } from '../../../contract/domain/search.ts';
import { api } from '../../api/client.ts';
import { inBackground } from '../../app/report.ts';
import { createStore, useStore } from '../../app/store.ts';

interface SideState {
  /** What might be searched for instead of what stands in the box. */
  readonly suggestions: readonly Suggestion[];
  readonly recent: readonly string[];
  /** Of the query that the results answer; null until they are counted. */
  readonly facets: SearchFacets | null;
  /** Whether the counts are shown. */
  readonly isNarrowing: boolean;
}

const SHORTEST = 2;
const MOST_SHOWN = 6;
const store = createStore<SideState>({ suggestions: [], recent: [], facets: null, isNarrowing: false });
let asking = 0;
let counting = 0;

/** Asks what might be meant by what was typed so far. Titles are left out: the results below show them. */
export function suggestFor(text: string): void {
  asking += 1;
  const mine = asking;
  if (text.trim().length < SHORTEST) {
    store.set({ suggestions: [] });
    return;
  }
  const ask = async (): Promise<void> => {
    const found = await api.search.suggest({ text: text.trim() });
    if (mine !== asking) return;
    const typed = text.trim().toLocaleLowerCase('vi');
    store.set({ suggestions: found.filter((one) => one.kind !== 'title' && one.text.toLocaleLowerCase('vi') !== typed).slice(0, MOST_SHOWN) });
  };
  inBackground(ask());
}

export function loadRecent(): void {
  inBackground(api.searches.listRecent().then((recent) => store.set({ recent })));
}

/** Remembers a search that led somewhere. */
export function rememberSearch(query: string): void {
  if (query.trim() !== '') inBackground(api.searches.remember({ query: query.trim() }).then(loadRecent));
}

export async function forgetRecent(): Promise<void> {
  await api.searches.forgetRecent();
  store.set({ recent: [] });
}

/** Shows or hides the counts; they stay so from search to search. */
export function setNarrowing(isNarrowing: boolean, query: string): void {
  store.set({ isNarrowing });
  countFacets(query);
}

/** Counts the results of a query by source, month and tag, while somebody looks at that. */
export function countFacets(query: string): void {
  counting += 1;
  const mine = counting;
  if (!store.get().isNarrowing) return;
  const count = async (): Promise<void> => {
    const facets = query === '' ? null : await api.search.countFacets({ query });
    if (mine === counting) store.set({ facets });
  };
  inBackground(count());
}

export function useSuggest<S>(pick: (state: SideState) => S): S {
  return useStore(store, pick);
}
