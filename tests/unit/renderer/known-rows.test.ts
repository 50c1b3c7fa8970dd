import { describe, expect, it } from 'vitest';
import { movedTo, offsetFor, rangeOf, type Range } from '../../../renderer/components/known-rows.ts';
import { listItems } from '../../../renderer/features/articles/list-items.ts';
import { listLines } from '../../../renderer/features/articles/list-lines.ts';

const days = [{ day: 300, count: 2 }, { day: 200, count: 1 }, { day: 100, count: 3 }];

describe('the lines of a list', () => {
  const lines = listLines(listItems(6, days), 100);

  it('stand below each other without a gap, headings lower than rows', () => {
    expect(Array.from({ length: lines.count }, (_, line) => lines.topOf(line))).toEqual([0, 32, 132, 232, 264, 364, 396, 496, 596]);
    expect(lines.height).toBe(696);
    for (let line = 0; line < lines.count; line += 1) expect(lines.topOf(line) + lines.heightOf(line)).toBe(lines.topOf(line + 1));
  });

  it('are found by every pixel that they cover', () => {
    for (let y = 0; y < lines.height; y += 1) {
      const line = lines.lineAt(y);
      expect(lines.topOf(line)).toBeLessThanOrEqual(y);
      expect(lines.topOf(line + 1)).toBeGreaterThan(y);
    }
    expect([lines.lineAt(-50), lines.lineAt(10_000)]).toEqual([0, 8]);
  });

  it('are as many as its rows where there are no days, and none where there is nothing', () => {
    const plain = listLines(listItems(100_000, null), 138);
    expect([plain.height, plain.topOf(99_999), plain.lineAt(138 * 50_000), plain.lineAt(138 * 50_000 - 1)]).toEqual([13_800_000, 138 * 99_999, 50_000, 49_999]);
    expect(rangeOf(listLines(listItems(0, null), 138), { from: 0, height: 800, moved: 0 })).toEqual({ first: 0, last: -1, top: 0, isThrown: false });
  });
});

describe('what of a long list is drawn', () => {
  const lines = listLines(listItems(100_000, null), 100);

  it('is what is in sight and a few lines beyond, wherever that is', () => {
    const seen = (from: number): Range => rangeOf(lines, { from, height: 800, moved: 0 });
    expect(seen(0)).toEqual({ first: 0, last: 14, top: 0, isThrown: false });
    expect(seen(5_000_050)).toEqual({ first: 49_994, last: 50_014, top: 50_000, isThrown: false });
    expect(seen(lines.height - 800).last).toBe(99_999);
  });

  it('is what is in sight and where the next frame will be while the list is thrown, and as before when it rests', () => {
    const before = { from: 10_050, height: 800, moved: 0 };
    const down = movedTo(before, 11_050);
    expect(rangeOf(lines, down)).toEqual({ first: 109, last: 129, top: 110, isThrown: true });
    expect(rangeOf(lines, movedTo(down, 10_050))).toEqual({ first: 89, last: 109, top: 100, isThrown: true });
    expect(rangeOf(lines, movedTo(down, 11_050))).toEqual({ first: 104, last: 124, top: 110, isThrown: false });
    expect(rangeOf(lines, movedTo(before, 10_850)).isThrown).toBe(false);
  });

  it('is not guessed where the list jumps', () => {
    expect(rangeOf(lines, movedTo({ from: 0, height: 800, moved: 0 }, 5_000_050))).toEqual({ first: 49_999, last: 50_009, top: 50_000, isThrown: true });
  });

  it('moves only as far as a line needs, and not at all for one in sight', () => {
    const view = { from: 1_000, height: 800 };
    expect([offsetFor(lines, 12, view, 0), offsetFor(lines, 9, view, 0), offsetFor(lines, 20, view, 0)]).toEqual([null, 900, 1_300]);
    // A heading covers the top.
    expect([offsetFor(lines, 10, view, 32), offsetFor(lines, 0, view, 32)]).toEqual([968, 0]);
  });
});
