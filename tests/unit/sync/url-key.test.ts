import { describe, expect, it } from 'vitest';
import { urlKey } from '../../../main/sync/url-key.ts';

describe('urlKey', () => {
  it.each([
    ['http and https', 'http://bao.vn/a.html', 'https://bao.vn/a.html'],
    ['www', 'https://www.bao.vn/a.html', 'https://bao.vn/a.html'],
    ['the mobile site', 'https://m.bao.vn/a.html', 'https://bao.vn/a.html'],
    ['an AMP host and suffix', 'https://amp.bao.vn/a/amp', 'https://bao.vn/a'],
    ['an AMP file', 'https://bao.vn/a.amp.html', 'https://bao.vn/a.html'],
    ['tracking parameters', 'https://bao.vn/a?utm_source=rss&utm_medium=x&fbclid=1', 'https://bao.vn/a'],
    ['a fragment', 'https://bao.vn/a#box_comment', 'https://bao.vn/a'],
    ['a trailing slash', 'https://bao.vn/a/', 'https://bao.vn/a'],
    ['the order of parameters', 'https://bao.vn/a?b=2&a=1', 'https://bao.vn/a?a=1&b=2'],
    ['the case of the host', 'https://BAO.vn/a', 'https://bao.vn/a'],
  ])('takes no notice of %s', (_what, one, other) => {
    expect(urlKey(one)).toBe(urlKey(other));
  });

  it.each([
    ['paths', 'https://bao.vn/a', 'https://bao.vn/b'],
    ['the case of the path', 'https://bao.vn/a', 'https://bao.vn/A'],
    ['parameters that name the article', 'https://bao.vn/a?id=1', 'https://bao.vn/a?id=2'],
    ['hosts', 'https://bao.vn/a', 'https://baomoi.vn/a'],
    ['ports', 'http://127.0.0.1:1/a', 'http://127.0.0.1:2/a'],
    ['a host that is only called m', 'https://m.vn/a', 'https://vn/a'],
  ])('keeps apart %s', (_what, one, other) => {
    expect(urlKey(one)).not.toBe(urlKey(other));
  });

  it('has no key for what is not a web address', () => {
    expect([urlKey('mailto:a@bao.vn'), urlKey('/a'), urlKey('javascript:1')]).toEqual([null, null, null]);
  });
});
