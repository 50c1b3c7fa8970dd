import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../main/search/query/parse.ts';
import { filterText, hasFilter, withFilter, withoutFilter } from '../../../renderer/features/search/query-text.ts';

const TUOI_TRE = 'nguồn:"Tuổi Trẻ"';

describe('a filter in a query', () => {
  it('is written with quotes where it needs them', () => {
    expect(filterText('ngày', '2026-11')).toBe('ngày:2026-11');
    expect(filterText('thẻ', 'bão lũ')).toBe('thẻ:"bão lũ"');
    expect(filterText('feed', 'The “Daily”')).toBe('feed:"The  Daily"');
  });

  it.each([
    ['bầu cử', `bầu cử ${TUOI_TRE}`],
    ['bầu cử ', `bầu cử ${TUOI_TRE}`],
    ['lũ HOẶC bão', `(lũ HOẶC bão) ${TUOI_TRE}`],
    ['(lũ OR bão) lào cai', `(lũ OR bão) lào cai ${TUOI_TRE}`],
    ['"lũ OR bão"', `"lũ OR bão" ${TUOI_TRE}`],
    ['', TUOI_TRE],
  ])('goes into %s and out again', (query, expected) => {
    const narrowed = withFilter(query, TUOI_TRE);
    expect(narrowed).toBe(expected);
    expect(hasFilter(narrowed, TUOI_TRE)).toBe(true);
    expect(withFilter(narrowed, TUOI_TRE)).toBe(narrowed);
    expect(withoutFilter(narrowed, TUOI_TRE)).toBe(query.trim());
    const read = parseQuery(`${narrowed} `, 0);
    expect(read.misunderstood).toEqual([]);
    expect(JSON.stringify(read.root)).toContain('"name":"tuoi tre","isWhole":true');
    if (query !== '') expect(read.root?.kind).toBe('and');
  });

  it('is not found inside a longer one', () => {
    expect(hasFilter('ngày:2026-11-24', 'ngày:2026-11')).toBe(false);
    expect(withoutFilter('ngày:2026-11-24', 'ngày:2026-11')).toBe('ngày:2026-11-24');
  });
});
