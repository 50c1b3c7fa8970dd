import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { withDocbao, withReadability } from '../../../bench/extraction/extractors.ts';
import { readExpected, toFacts } from '../../../bench/extraction/facts.ts';
import { score } from '../../../bench/extraction/score.ts';

const folder = mkdtempSync(join(tmpdir(), 'docbao-facts-'));

function facts(json: string): ReturnType<typeof readExpected> {
  const file = join(folder, 'page.expected.json');
  writeFileSync(file, json);
  return readExpected(file);
}

const OUTCOME = {
  title: 'Suối Nậm Chảy tràn bờ', lede: 'Nước lên trong đêm.', author: 'Lò Văn Tình', publishedAt: Date.parse('2026-03-07T01:05:00Z'),
  text: 'Nước lên nhanh. Người dân đã đi.\nSuối lúc sáng. Ảnh: Hải Vân', captions: ['Suối lúc sáng. Ảnh: Hải Vân'], images: 2, ms: 1, error: null,
};

describe('what a corpus expects of a page', () => {
  it('may leave out every key', () => {
    const known = facts('{}');
    expect(typeof known === 'string' ? known : score(OUTCOME, known)).toMatchObject({ f1: null, images: null, captions: null, leaks: 0, fields: {} });
  });

  it('may be anything but an object, and then says why it was skipped', () => {
    expect(facts('{broken')).toContain('no JSON');
    expect(facts('[1]')).toContain('no object');
    expect(readExpected(join(folder, 'nothing.json'))).toContain('no .expected.json');
  });

  it('loses a key of another form, and no other', () => {
    const known = facts('\uFEFF{"title":7,"url":"nonsense","author":["Lò Văn Tình","B"],"captions":"Suối lúc sáng","images":[1,2,3],"forbidden":["", "tin khác"],"lede":null}');
    expect(typeof known === 'string' ? known : { url: known.url, ...score(OUTCOME, known) }).toMatchObject({ url: null, captions: [1, 1], images: [2, 3], forbidden: 1, leaks: 0, fields: { author: true } });
  });

  it.each([
    ['2026-03-07T08:05:00+07:00', true], ['2026-03-07T01:05:00Z', true], ['07/03/2026 08:05', true], ['2026-03-07', true], ['2026-03-08', false],
    [1772845500000, true], [1772845500, true], ['2026-03-07T08:09:00+07:00', false],
  ])('dates: %s', (publishedAt, isRight) => {
    expect(score(OUTCOME, toFacts({ publishedAt })).fields).toEqual({ date: isRight });
  });

  it('counts pictures that nobody expected apart', () => {
    expect(score(OUTCOME, toFacts({ images: 1 }))).toMatchObject({ images: [1, 1], extraImages: 1 });
  });
});

describe('both extractors', () => {
  it.each(['', 'chỉ có chữ', '<html>', '\u0000\u0001', '<body><body><body>', '<!doctype html><p>'])('answer whatever the page is: %j', (html) => {
    for (const outcome of [withDocbao(html, 'https://bao.example.vn/a.html'), withReadability(html)]) expect(outcome).toHaveProperty('error');
  });
});
