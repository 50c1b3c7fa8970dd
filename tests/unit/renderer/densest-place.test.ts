import { describe, expect, it } from 'vitest';
import { densestPlace } from '../../../renderer/features/reader/densest-place.ts';

const found = (...places: readonly (readonly [number, string])[]) => places.map(([start, text]) => ({ start, text }));

describe('where reading of what was found begins', () => {
  it('is where the words stand together, not where one of them comes first', () => {
    expect(densestPlace(found([0, 'báo'], [400, 'báo'], [900, 'sạp'], [910, 'báo'], [2000, 'báo']), 0)).toBe(2);
  });

  it('is the run of words, and the first of several', () => {
    expect(densestPlace(found([0, 'cử'], [300, 'bầu cử'], [600, 'bầu cử']), 0)).toBe(1);
  });

  it('counts a word once, whatever its marks and however often it comes', () => {
    expect(densestPlace(found([0, 'Báo'], [10, 'báo'], [20, 'bao'], [500, 'sạp'], [520, 'báo']), 0)).toBe(3);
  });

  it('leaves out what stands before the body', () => {
    expect(densestPlace(found([0, 'bầu cử'], [500, 'bầu']), 1)).toBe(1);
    expect(densestPlace(found([0, 'bầu cử']), 0)).toBe(0);
    expect(densestPlace([], 0)).toBe(0);
  });
});
