import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachWord, foldPrefix, formsOf, spellingsOf } from '../../../contract/domain/fold.ts';
import { compareLetters } from '../../../contract/domain/letters.ts';

const compare = (word: string, wanted: string): string => compareLetters(word, 0, word.length, wanted);

describe('comparing letters', () => {
  it.each([
    ['Bầu', 'bau', 'equal'],
    ['BẦU'.normalize('NFD'), 'bau', 'equal'],
    ['đường', 'duong', 'equal'],
    ['đường', 'duo', 'longer'],
    ['bầu', 'bauu', 'other'],
    ['bầu', 'cau', 'other'],
    ['Straße', 'strasse', 'unclear'],
    ['ΛΟΓΟΣ', 'λογος', 'unclear'],
  ])('%s with %s: %s', (word, wanted, comparison) => {
    expect(compare(word, wanted)).toBe(comparison);
  });

  it('knows both spellings of ky', () => {
    expect(spellingsOf('ki')).toEqual(['ki', 'ky']);
    expect(spellingsOf('cai')).toEqual(['cai']);
  });

  it('says what the forms of any word would say, or that it can not', () => {
    const letters = fc.oneof(fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyABCĐƯỹÿ', '\u0300', '\u0323', '\u0345', '\u200d', '\u00ad', '\u3099', 'か', 'ﬁ', 'Σ', 'ς', 'ß', 'İ', 'K', 'ı', 'æ', 'ा'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }));
    const texts = fc.array(letters, { minLength: 1, maxLength: 6 }).map((list) => list.join(''));
    fc.assert(
      fc.property(texts, texts, (text, other) => {
        eachWord(text, (word) => {
          const plain = foldPrefix(word);
          for (const wanted of [plain, plain.slice(0, 2), foldPrefix(other)]) {
            const found = compare(word, wanted);
            if (found === 'unclear') continue;
            expect(found === 'equal').toBe(plain === wanted);
            expect(found !== 'other').toBe(plain.startsWith(wanted));
          }
          const { folded } = formsOf(word);
          const isEqual = spellingsOf(folded).map((spelling) => compare(word, spelling));
          if (!isEqual.includes('unclear')) expect(isEqual).toContain('equal');
        });
      }),
      { numRuns: 2000 },
    );
  });
});
