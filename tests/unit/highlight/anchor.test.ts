import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorTextOf, squeeze, textOfHtml } from '../../../contract/domain/anchor-text.ts';
import { anchorOf, findAnchor } from '../../../contract/domain/anchor.ts';
import { approximateMatches } from '../../../contract/domain/approximate.ts';
import type { MatchRange } from '../../../contract/domain/search.ts';

const WORDS = ['sông', 'nước', 'người', 'làng', 'cầu', 'mưa', 'chợ', 'trường', 'đường', 'đèo', 'bản', 'lúa', 'trăm', 'năm', 'việc', 'xe'];
const words = (least: number, most: number) => fc.array(fc.constantFrom(...WORDS), { minLength: least, maxLength: most }).map((list) => list.join(' '));

/** A text and a piece of it, from the beginning of one word to the end of another. */
const marked = words(40, 120).chain((text) => fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 30, max: 200 })).map(([from, length]) => {
  const start = text.lastIndexOf(' ', from) + 1;
  const end = Math.min(text.length, start + length);
  return { text, range: { start, end } };
}));

const taken = (text: string, range: MatchRange | null): string | null => (range === null ? null : text.slice(range.start, range.end));

describe('an anchor', () => {
  it('stands where it was made', () => {
    fc.assert(fc.property(marked, ({ text, range }) => {
      expect(findAnchor(text, anchorOf(text, range))).toEqual(range);
    }));
  });

  it('moves with its words', () => {
    fc.assert(fc.property(marked, words(1, 60), words(1, 60), ({ text, range }, before, after) => {
      const moved = `[${before}] ${text} [${after}]`;
      const shift = before.length + 3;
      // Words are few here: the same piece may stand elsewhere, too, but only where the same words stand beside it.
      const found = findAnchor(moved, anchorOf(text, range));
      expect(taken(moved, found)).toBe(text.slice(range.start, range.end));
      const isEdge = range.start < 40 || range.end > text.length - 40;
      if (!isEdge) expect(found).toEqual({ start: range.start + shift, end: range.end + shift });
    }));
  });

  it('is found when what stands around it was written anew', () => {
    const text = 'Trời mưa to. Cây cầu cũ đã được sửa xong trước mùa lũ năm nay. Bà con rất mừng.';
    const anchor = anchorOf(text, { start: 13, end: 63 });
    expect(anchor.quote).toBe('Cây cầu cũ đã được sửa xong trước mùa lũ năm nay. ');
    const edited = 'Sau nhiều ngày chờ đợi, tin vui đã tới: Cây cầu cũ đã được sửa xong trước mùa lũ năm nay. Ai cũng vui.';
    expect(taken(edited, findAnchor(edited, anchor))).toBe(anchor.quote);
  });

  it('is found when a few of its letters were edited', () => {
    fc.assert(fc.property(marked, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), ({ text, range }, places) => {
      fc.pre(range.end - range.start >= 30);
      const inside = places.map((place) => range.start + 1 + (place % (range.end - range.start - 2)));
      const edited = [...text].map((letter, at) => (inside.includes(at) ? '@' : letter)).join('');
      const found = findAnchor(edited, anchorOf(text, range));
      expect(found).not.toBeNull();
      expect(taken(edited, found)).toContain('@');
    }));
  });

  it('is gone when its words are', () => {
    fc.assert(fc.property(marked, ({ text, range }) => {
      const anchor = anchorOf(text, range);
      const other = 'Quyển sách ấy kể về vì sao trên trời và khoảng cách giữa chúng. '.repeat(20);
      expect(findAnchor(other, anchor)).toBeNull();
      expect(findAnchor('', anchor)).toBeNull();
    }));
  });

  it('does not take a short word for the one that was meant', () => {
    const text = 'Ông Thuận kể rằng nước lên nhanh. Chị Hoà thì nói nước rút chậm.';
    const second = { start: text.lastIndexOf('nước'), end: text.lastIndexOf('nước') + 4 };
    const anchor = anchorOf(text, second);
    expect(findAnchor(text, anchor)).toEqual(second);
    expect(findAnchor(`Tin thêm. ${text}`, anchor)).toEqual({ start: second.start + 10, end: second.end + 10 });
    expect(findAnchor('Ông Thuận kể rằng nước lên nhanh. Hết.', anchor)).toBeNull();
  });

  it('is found in a long text where a long quote of it was edited', () => {
    const text = Array.from({ length: 20_000 }, (_, at) => WORDS[Math.floor(Math.abs(Math.sin(at + 1)) * 1e4) % WORDS.length]).join(' ');
    const anchor = anchorOf(text, { start: 40_000, end: 41_500 });
    const edited = `${text.slice(0, 40_700)}###${text.slice(40_710)}`;
    const found = findAnchor(edited, anchor);
    expect(found?.start).toBe(40_000);
  });
});

describe('the closest places', () => {
  /** The plain way: the distance of every piece of the text. */
  function distance(a: string, b: string): number {
    let row = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= b.length; j += 1) next.push(Math.min((row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
      row = next;
    }
    return row[b.length] ?? 0;
  }

  function closest(text: string, pattern: string): number {
    let best = pattern.length;
    for (let start = 0; start <= text.length; start += 1) {
      for (let end = start; end <= text.length; end += 1) best = Math.min(best, distance(pattern, text.slice(start, end)));
    }
    return best;
  }

  it('are as close as the plain way finds', () => {
    const letters = (least: number, most: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: least, maxLength: most });
    fc.assert(fc.property(letters(1, 18), letters(1, 8), fc.integer({ min: 1, max: 4 }), (text, pattern, most) => {
      const best = closest(text, pattern);
      const found = approximateMatches(text, pattern, most);
      if (best > most) expect(found).toEqual([]);
      for (const { start, end, distance: told } of found) {
        expect(told).toBe(best);
        expect(distance(pattern, text.slice(start, end))).toBe(best);
      }
      if (best < most || (best === most && most < pattern.length)) expect(found.length).toBeGreaterThan(0);
    }), { numRuns: 300 });
  });
});

describe('the text that anchors stand in', () => {
  it('breaks at blocks and not inside words', () => {
    expect(textOfHtml('<p>Một <b>ha</b>i<br>ba</p><ul><li>b&amp;n &#768;</li></ul>')).toBe('\nMột hai\nba\n\n\nb&n \u0300\n\n');
  });

  it('holds title, lede and body, and the lede once', () => {
    const parts = { title: 'Tựa', html: '<p>Mở  bài.</p>\n<p>Thân bài.</p>', text: 'Mở bài.\nThân bài.' };
    expect(anchorTextOf({ ...parts, lede: 'Sa pô.' })).toBe('Tựa Sa pô. Mở bài. Thân bài.');
    expect(anchorTextOf({ ...parts, lede: 'Mở bài.' })).toBe('Tựa Mở bài. Thân bài.');
  });

  it('says where each character stood', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\u00a0', 'đ') }), (text) => {
      const { text: squeezed, offsets } = squeeze(text);
      expect(squeezed).toBe(text.trim().split(/\s+/).join(' '));
      expect(offsets).toHaveLength(squeezed.length);
      [...squeezed].forEach((letter, at) => expect(/\s/.test(letter) ? /\s/.test(text[offsets[at] ?? -1] ?? '') : text[offsets[at] ?? -1] === letter).toBe(true));
    }));
  });
});
