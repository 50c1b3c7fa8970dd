import type { RuleDraft, Rule, RuleId } from '../domain/rule.ts';
import type { SavedSearch, SavedSearchCount, SavedSearchId } from '../domain/saved-search.ts';
import type { SearchFacets, Suggestion } from '../domain/search.ts';
import type { Done } from '../domain/organising.ts';

/** The part of the contract that goes round a search: what is offered while typing, searches that are kept, rules. */
export interface SearchingContract {
  /** What to search for, while it is being typed; the user's own searches first. */
  'search:suggest': { request: { text: string }; response: readonly Suggestion[] };
  /** How many of the results are of each feed, month and tag. */
  'search:countFacets': { request: { query: string }; response: SearchFacets };

  /** Every saved search, in the order of their places. */
  'searches:list': { request: void; response: readonly SavedSearch[] };
  'searches:count': { request: void; response: readonly SavedSearchCount[] };
  'searches:add': { request: { name: string; query: string }; response: SavedSearch };
  'searches:change': { request: { id: SavedSearchId; change: Partial<Omit<SavedSearch, 'id'>> }; response: void };
  'searches:remove': { request: { id: SavedSearchId }; response: Done };
  /** Puts saved searches in this order; those not named come after. */
  'searches:arrange': { request: { ids: readonly SavedSearchId[] }; response: void };

  /** What was searched lately, the latest first. */
  'searches:listRecent': { request: void; response: readonly string[] };
  /** Remembers a search that led somewhere, unless the user does not want that. */
  'searches:remember': { request: { query: string }; response: void };
  'searches:forgetRecent': { request: void; response: void };

  /** Every rule, in the order in which they run. */
  'rules:list': { request: void; response: readonly Rule[] };
  'rules:add': { request: { rule: RuleDraft }; response: Rule };
  'rules:change': { request: { id: RuleId; change: Partial<RuleDraft> }; response: void };
  'rules:remove': { request: { id: RuleId }; response: Done };
  'rules:arrange': { request: { ids: readonly RuleId[] }; response: void };
  /** How many articles of the library a query finds. */
  'rules:try': { request: { query: string }; response: { readonly matching: number; readonly misunderstood: readonly string[] } };
  /** Applies a rule to what is in the library already. */
  'rules:apply': { request: { id: RuleId }; response: Done & { readonly articles: number } };
}

/** Their names as values; `channels.ts` checks that none is missing. */
export const SEARCHING_CHANNELS = {
  'search:suggest': 0,
  'search:countFacets': 0,
  'searches:list': 0,
  'searches:count': 0,
  'searches:add': 0,
  'searches:change': 0,
  'searches:remove': 0,
  'searches:arrange': 0,
  'searches:listRecent': 0,
  'searches:remember': 0,
  'searches:forgetRecent': 0,
  'rules:list': 0,
  'rules:add': 0,
  'rules:change': 0,
  'rules:remove': 0,
  'rules:arrange': 0,
  'rules:try': 0,
  'rules:apply': 0,
} satisfies Record<keyof SearchingContract, 0>;
