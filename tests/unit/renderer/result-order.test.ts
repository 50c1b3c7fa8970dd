import { describe, expect, it } from 'vitest';
import { LANGUAGES, wordsIn } from '../../../contract/words/index.ts';
import { parseQuery } from '../../../main/search/query/parse.ts';
import { RESULT_ORDERS } from '../../../contract/domain/search.ts';
import { orderIn, withOrder } from '../../../renderer/features/search/result-order.ts';

describe('the order of results, as a part of the query', () => {
  it.each(LANGUAGES.flatMap((language) => RESULT_ORDERS.map((order) => [language, order] as const)))('is written in %s so that the search understands it: %s', (language, order) => {
    const query = withOrder('mưa lũ', order, wordsIn(language));
    expect(orderIn(query)).toBe(order);
    expect(parseQuery(`${query} `, 0)).toMatchObject({ sort: order, misunderstood: [], run: [{ text: 'mưa' }, { text: 'lũ' }] });
  });

  it('takes the place of the one before, whichever language that was written in', () => {
    expect(withOrder('mưa lũ sort:old', 'new', wordsIn('vi'))).toBe('mưa lũ sắp xếp:mới');
    expect(withOrder('(mưa OR lũ) sắp xếp:dài', 'best', wordsIn('en'))).toBe('mưa OR lũ');
    expect(withOrder('mưa OR lũ', 'long', wordsIn('en'))).toBe('(mưa OR lũ) sort:long');
  });
});
