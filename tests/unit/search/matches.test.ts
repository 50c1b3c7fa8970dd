import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches } from '../../../contract/domain/matches.ts';

const marked = (text: string, ...terms: string[]): string[] => findMatches(text, terms).map(({ start, end }) => text.slice(start, end));

describe('marking matches', () => {
  it('marks a run of words, and not its words elsewhere', () => {
    expect(marked('Ngày bầu cử: cử tri bầu. Bầu cử!', 'bau cu')).toEqual(['bầu cử', 'Bầu cử']);
  });

  it('marks single words where the text has no run', () => {
    expect(marked('cử tri được bầu', 'bau cu')).toEqual(['cử', 'bầu']);
  });

  it('marks the longest run at each place', () => {
    expect(marked('Lào Cai bầu cử, Lào Cai', 'lao cai bau cu')).toEqual(['Lào Cai bầu cử', 'Lào Cai']);
  });

  it('marks what carries the typed marks before what only folds to it', () => {
    expect(marked('bàn, bán, bạn', 'bàn')).toEqual(['bàn']);
    expect(marked('bán, bạn', 'bàn')).toEqual(['bán', 'bạn']);
  });

  it('marks words that begin with the last one', () => {
    expect(marked('bầu cử ở Lào Cai', 'lao c*')).toEqual(['Lào Cai']);
    expect(marked('Kyoto, kỹ sư, kinh', 'ky*')).toEqual(['Kyoto', 'kỹ']);
  });

  it('marks a phrase in quotes exactly', () => {
    expect(marked('bầu cử, bấu cử, bầu hay cử', '"bầu cử"')).toEqual(['bầu cử']);
  });

  it('marks text that is not composed, and over zero-width characters', () => {
    const text = 'Ngày b\u200bầu cử'.normalize('NFD');
    expect(marked(text, 'bầu cử')).toEqual([text.slice(text.indexOf('b'))]);
  });

  it('gives ordered ranges inside the text that do not overlap', () => {
    const words = fc.constantFrom('bầu', 'cử', 'bau', 'cu', 'x', ' ', ', ', '\u0301');
    const text = fc.array(words, { maxLength: 40 }).map((list) => list.join(' '));
    const terms = fc.array(fc.constantFrom('bau cu', 'bầu', '"cử"', 'c*', 'cu bau x', '', '*', '"'), { maxLength: 3 });
    fc.assert(
      fc.property(text, terms, (body, list) => {
        let last = -1;
        for (const { start, end } of findMatches(body, list)) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(body.length);
          last = end;
        }
      }),
    );
  });
});
