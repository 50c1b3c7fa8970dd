import { RESULT_ORDERS, type ResultOrder } from '../../../contract/domain/search.ts';
import { LANGUAGES, wordsIn } from '../../../contract/words/index.ts';
import type { Messages } from '../../../contract/words/messages.ts';
import { hasFilter, withFilter, withoutFilter } from './query-text.ts';

/** How an order is written in a search, in every language; the best matches stand first by themselves. */
function spellings(order: ResultOrder): readonly string[] {
  return order === 'best' ? [] : LANGUAGES.map((language) => wordsIn(language).search.orderFilters[order]);
}

/** The order that a query asks for, written in any language. */
export function orderIn(query: string): ResultOrder {
  return RESULT_ORDERS.find((order) => spellings(order).some((filter) => hasFilter(query, filter))) ?? 'best';
}

/** The query in another order, written as the user's language writes it. */
export function withOrder(query: string, order: ResultOrder, { search }: Messages): string {
  const bare = RESULT_ORDERS.flatMap(spellings).reduce((text, filter) => withoutFilter(text, filter), query);
  return order === 'best' ? bare : withFilter(bare, search.orderFilters[order]);
}
