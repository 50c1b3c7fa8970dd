import { expect, it } from 'vitest';
import { excludesAnything } from '../../../../main/search/query/excludes.ts';

it.each([
  ['bão lũ', false],
  ['"bão lũ" nguồn:báo', false],
  ['bão -giá', true],
  ['bão -là:đã đọc', true],
  ['lũ OR (bão NOT giá)', true],
  ['', false],
])('knows whether “%s” asks for what is not there', (query, expected) => {
  expect(excludesAnything(query)).toBe(expected);
});
