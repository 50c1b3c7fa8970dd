import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachWord, foldPrefix, formsOf, marksAgree, wordOffset } from '../../../contract/domain/fold.ts';

function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (word) => words.push(word));
  return words;
}

const isSameWord = (a: string, b: string): boolean => formsOf(a).folded === formsOf(b).folded;
const isSameSpelling = (a: string, b: string): boolean => formsOf(a).marked === formsOf(b).marked;

describe('folding', () => {
  it.each([
    ['BẦU', 'bầu'],
    ['hoà', 'hòa'],
    ['thuý', 'thúy'],
    ['khoẻ', 'khỏe'],
    ['kĩ', 'kỹ'],
    ['lí', 'lý'],
    ['Quí', 'quý'],
    ['sĩ', 'sỹ'],
    ['Đường', 'Đường'.normalize('NFD')],
    ['Đường', 'đương\u0300'],
    ['b\u200bầ\u200du', 'bầu'],
    ['ＡＢ１', 'ab1'],
  ])('%s and %s are one word, marks and all', (a, b) => {
    expect(isSameSpelling(wordsOf(a)[0] ?? '', wordsOf(b)[0] ?? '')).toBe(true);
  });

  it.each([
    ['bầu', 'bau'],
    ['đường', 'duong'],
    ['Đắk', 'dak'],
    ['kỹ', 'ki'],
    ['uống', 'UONG'],
    ['Łódź', 'lodz'],
    ['straße', 'strasse'],
  ])('%s folds to what %s folds to, but is spelled otherwise', (a, b) => {
    expect(isSameWord(a, b)).toBe(true);
    expect(isSameSpelling(a, b)).toBe(false);
  });

  it.each([
    ['thuý', 'thúi'],
    ['tay', 'tai'],
    ['sky', 'ski'],
    ['hai', 'hay'],
    ['uy', 'ui'],
  ])('%s and %s stay two words', (a, b) => {
    expect(isSameWord(a, b)).toBe(false);
  });

  it('keeps the vowel signs of other scripts', () => {
    expect(formsOf('की').folded).not.toBe(formsOf('का').folded);
    expect(formsOf('ё').folded).toBe('е');
  });

  it('tells what was typed from what it may become', () => {
    expect(foldPrefix('ky')).toBe('ky');
    expect(foldPrefix('Đư')).toBe('du');
  });
});

describe('marks', () => {
  const agree = (typed: string, stored: string): boolean => marksAgree(formsOf(typed).marked, formsOf(stored).marked);

  it.each([
    ['bàn', 'bàn'],
    ['ban', 'bàn'],
    ['bâu', 'bầu'],
    ['bàu', 'bầu'],
    ['duong', 'đường'],
    ['đuong', 'đường'],
    ['hoà', 'hòa'],
    ['bầ', 'bầu'],
  ])('what was typed as %s may be %s', (typed, stored) => {
    expect(agree(typed, stored)).toBe(true);
  });

  it.each([
    ['bàn', 'bán'],
    ['bàn', 'ban'],
    ['bân', 'bàn'],
    ['đường', 'dường'],
    ['cử', 'cứ'],
  ])('what was typed as %s is not %s', (typed, stored) => {
    expect(agree(typed, stored)).toBe(false);
  });
});

describe('words', () => {
  it('ends at spaces of every kind, marks of writing and emoji', () => {
    expect(wordsOf('Tại\u00a0TP.HCM,\u2028ngày 25/5: “bầu cử” – 🙂Covid-19')).toEqual(['Tại', 'TP', 'HCM', 'ngày', '25', '5', 'bầu', 'cử', 'Covid', '19']);
  });

  it('takes each character of a script without spaces for a word', () => {
    expect(wordsOf('北京 tin')).toEqual(['北', '京', 'tin']);
    expect(wordsOf('a𠀀b')).toEqual(['a', '𠀀', 'b']);
  });

  it('gives offsets that lead back to the text, in any normal form', () => {
    const pieces = fc.constantFrom('bầu', 'cử', ' ', '\u200b', '\u0301', 'đ', '🙂', '𠀀', '\ud800', '.', 'a');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.constantFrom('NFC', 'NFD'), (list, form) => {
        const text = list.join('').normalize(form);
        let number = 0;
        let last = 0;
        eachWord(text, (word, start, end) => {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end).replace(/\u200b/gu, '')).toBe(word);
          expect(wordOffset(Buffer.from(text), number)).toBe(Buffer.byteLength(text.slice(0, start)));
          number += 1;
          last = end;
        });
        expect(wordOffset(Buffer.from(text), number)).toBe(Buffer.byteLength(text));
      }),
    );
  });
});
