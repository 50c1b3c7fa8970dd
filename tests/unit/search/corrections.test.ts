import { describe, expect, it } from 'vitest';
import { ABBREVIATIONS } from '../../../main/search/query/abbreviations.ts';
import { nearWords } from '../../../main/search/query/near-words.ts';
import { readTelex, readVni } from '../../../main/search/query/typed-keys.ts';
import { formsOf } from '../../../contract/domain/fold.ts';

const spelled = (word: string | null): string | null => (word === null ? null : formsOf(word).marked);

describe('keys of an input method that was off', () => {
  it.each([
    ['baauf', 'bầu'],
    ['baafu', 'bầu'],
    ['cuwr', 'cử'],
    ['dduwowngf', 'đường'],
    ['dduowngf', 'đường'],
    ['nuowcs', 'nước'],
    ['tieengs', 'tiếng'],
    ['hoaf', 'hòa'],
    ['vieetj', 'việt'],
    ['trawng', 'trăng'],
    ['di', null],
    ['viet', null],
    ['www', null],
  ])('Telex %s is %s', (keys, word) => {
    expect(spelled(readTelex(keys))).toBe(spelled(word));
  });

  it.each([
    ['cu73', 'cử'],
    ['ba6u2', 'bầu'],
    ['bau2', 'bàu'],
    ['d9uo7ng2', 'đường'],
    ['nuoc71', 'nước'],
    ['tra8ng', 'trăng'],
    ['2026', null],
    ['xe', null],
  ])('VNI %s is %s', (keys, word) => {
    expect(spelled(readVni(keys))).toBe(spelled(word));
  });
});

describe('words near a word', () => {
  it('are one slip away', () => {
    const near = nearWords('cu');
    for (const word of ['cua', 'u', 'c', 'uc', 'cau', 'cx', 'bcu']) expect(near.has(word), word).toBe(true);
    for (const word of ['cu', '', 'cuaa', 'ab']) expect(near.has(word), word).toBe(false);
  });
});

describe('initials', () => {
  it('are those of the phrases that they stand for', () => {
    const others = [...ABBREVIATIONS].filter(([initials, phrase]) => phrase.split(' ').map((word) => formsOf(word).folded[0]).join('') !== initials);
    expect(others.map(([initials]) => initials)).toEqual([]);
  });
});
