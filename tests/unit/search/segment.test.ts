import { describe, expect, it } from 'vitest';
import { freezeArticles } from '../../../main/search/freeze.ts';
import { mergeSegments } from '../../../main/search/merge.ts';
import { decodeSegment, encodeSegment, wordsOfBits, type Segment } from '../../../main/search/segment.ts';
import { setBit } from '../../../main/search/bits.ts';

const ARTICLES = Array.from({ length: 70 }, (_, at) => ({
  id: at * 3 + 1,
  title: `Tin số ${at} về bầu cử`,
  lede: at % 3 === 0 ? null : `Lào Cai ${at % 7} hoà bình hòa bình`,
  text: at === 5 ? 'lặp lại '.repeat(300) : `Đoàn ĐBQH ${at} tiếp xúc cử tri, bàn về bán nước sạch 𠀀 🙂 ${at % 11}`,
  byline: at % 2 === 0 ? 'Kỹ Thuật' : null,
}));

function part(segment: Segment, deadArticles: readonly number[] = []): { segment: Segment; dead: Uint32Array } {
  const dead = new Uint32Array(wordsOfBits(segment.count));
  for (const article of deadArticles) setBit(dead, article);
  return { segment, dead };
}

describe('segments', () => {
  it('come back from bytes as they were', () => {
    const segment = freezeArticles(ARTICLES);
    const sections = encodeSegment(segment);
    expect(decodeSegment(sections)).toEqual(segment);
    const shifted = sections.map((section) => {
      const bytes = new Uint8Array(section.length + 3);
      bytes.set(section, 3);
      return bytes.subarray(3);
    });
    expect(decodeSegment(shifted)).toEqual(segment);
    expect(() => decodeSegment(sections.slice(0, -1))).toThrow(RangeError);
  });

  it('are the same whether MiniSearch counted the words or a merge did', () => {
    const whole = freezeArticles(ARTICLES);
    const merged = mergeSegments([part(freezeArticles(ARTICLES.slice(40))), part(freezeArticles(ARTICLES.slice(0, 12))), part(freezeArticles(ARTICLES.slice(12, 40)))]);
    expect(merged).toEqual(whole);
  });

  it('leave out what is no longer valid when they are merged', () => {
    const merged = mergeSegments([part(freezeArticles(ARTICLES.slice(0, 30)), [0, 29]), part(freezeArticles(ARTICLES.slice(30)), [5])]);
    expect(merged).toEqual(freezeArticles(ARTICLES.filter((_article, at) => ![0, 29, 35].includes(at))));
  });

  it('may be empty', () => {
    const empty = freezeArticles([]);
    expect(empty.count).toBe(0);
    expect(decodeSegment(encodeSegment(empty))).toEqual(empty);
  });
});
