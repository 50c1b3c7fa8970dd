import { describe, expect, it } from 'vitest';
import { en } from '../../../contract/words/en/index.ts';
import { vi } from '../../../contract/words/vi/index.ts';
import { moveInOptions, searchOptions } from '../../../renderer/features/search/search-options.ts';

/** Where some keys lead, one after the other, from the box. */
function after(keys: string, count: number, isLine: boolean): number | null | 'leave' {
  let active: number | null = null;
  for (const key of keys.split(' ')) {
    const move = moveInOptions(key, active, count, isLine);
    if (move.kind === 'leave') return 'leave';
    if (move.kind === 'move') active = move.to;
  }
  return active;
}

describe('the list under the search box', () => {
  it.each([
    ['ArrowDown', 0],
    ['ArrowDown ArrowRight ArrowRight', 2],
    ['ArrowDown ArrowLeft', 2],
    ['ArrowDown ArrowRight ArrowRight ArrowRight', 0],
    ['ArrowDown End', 2],
    ['ArrowDown End Home', 0],
    ['ArrowDown ArrowUp', null],
    ['ArrowDown Escape', null],
    ['ArrowDown ArrowDown', 'leave'],
    ['Home', null],
    ['ArrowLeft', null],
    ['a', null],
  ])('that lies along a line is walked by %s', (keys, where) => {
    expect(after(keys, 3, true)).toBe(where);
  });

  it.each([
    ['ArrowDown ArrowDown ArrowDown', 2],
    ['ArrowDown ArrowDown ArrowDown ArrowDown', 0],
    ['ArrowDown ArrowDown ArrowUp ArrowUp', null],
    ['ArrowDown End', 2],
    ['ArrowDown ArrowRight', 0],
  ])('that goes down is walked by %s', (keys, where) => {
    expect(after(keys, 3, false)).toBe(where);
  });

  it('leads on to the results where it offers nothing', () => {
    expect(after('ArrowDown', 0, true)).toBe('leave');
  });

  it('says what is searched when something of it is chosen, in the language of the window', () => {
    const offered = [{ kind: 'feed', text: 'Tuổi Trẻ' }, { kind: 'name', text: 'Lào Cai' }] as const;
    expect(searchOptions('t', [], offered, vi).map(({ query }) => query)).toEqual(['nguồn:"Tuổi Trẻ" ', 'Lào Cai ']);
    expect(searchOptions('t', [], offered, en).map(({ query }) => query)).toEqual(['feed:"Tuổi Trẻ" ', 'Lào Cai ']);
    expect(searchOptions('', ['bão lũ'], offered, en).map(({ id, query }) => [id, query])).toEqual([['search-option-0', 'bão lũ']]);
  });
});
