import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf, likeness, runsOf } from '../../../main/sync/stories/likeness.ts';
import { madeUpArticle } from '../../servers/made-up-site.ts';

function textOf(site: number, number: number): string {
  return madeUpArticle(site, number).paragraphs.join('\n');
}

function like(one: string, other: string): number {
  return likeness(runsOf(one), runsOf(other));
}

function sharesBand(one: string, other: string): boolean {
  const bands = new Set(bandsOf(runsOf(one)));
  return bandsOf(runsOf(other)).some((band) => bands.has(band));
}

describe('two texts', () => {
  it('that differ in marks, case, punctuation or form of Unicode are the same', () => {
    const text = textOf(1, 1);
    const typed = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toUpperCase().replace(/[.,:“”()]/g, ' – ');
    expect(like(text, typed)).toBe(1);
    expect(bandsOf(runsOf(text))).toEqual(bandsOf(runsOf(typed)));
  });

  it('one of which was cut and begun anew are alike, and found', () => {
    const paragraphs = madeUpArticle(2, 2).paragraphs;
    const cut = ['Theo hãng tin địa phương, câu chuyện này vừa được bạn đọc gửi về toà soạn sáng nay.', ...paragraphs.slice(0, 5)].join('\n');
    expect(like(paragraphs.join('\n'), cut)).toBeGreaterThan(0.85);
    expect(sharesBand(paragraphs.join('\n'), cut)).toBe(true);
  });

  it('that tell of different things are not, though they say some sentences word for word', () => {
    for (let number = 1; number <= 20; number += 1) expect(like(textOf(1, number), textOf(2, number))).toBeLessThan(0.4);
  });

  it('of a few words are not judged', () => {
    expect(bandsOf(runsOf('Giá vàng hôm nay tăng nhẹ so với phiên trước.'))).toEqual([]);
    expect(like('Mưa lớn ở Huế', 'Mưa lớn ở Huế')).toBe(0);
  });
});

describe('for every text', () => {
  const words = fc.array(fc.constantFrom('sông', 'Hồng', 'mưa', 'lớn', 'Đà', 'Nẵng', 'hoà', 'hòa', '2026', 'bão', 'số', 'một', 'hai'), { minLength: 0, maxLength: 400 });

  it('likeness is the same from both sides, between 0 and 1, and 1 with itself', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [one, other] = [runsOf(a.join(' ')), runsOf(b.join(' '))];
        expect(likeness(one, other)).toBe(likeness(other, one));
        expect(likeness(one, other)).toBeGreaterThanOrEqual(0);
        expect(likeness(one, other)).toBeLessThanOrEqual(1);
        expect(likeness(one, one)).toBe(one.length === 0 ? 0 : 1);
      }),
    );
  });

  it('bands are safe integers, and as many for any text that is long enough', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3_000, unit: 'grapheme' }), words, (noise, some) => {
        const bands = bandsOf(runsOf(`${noise} ${some.join(' ')}`));
        expect(bands.length === 0 || bands.length === 16).toBe(true);
        expect(bands.every((band) => Number.isSafeInteger(band) && band >= 0)).toBe(true);
      }),
    );
  });
});
