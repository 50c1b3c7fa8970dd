import { describe, expect, it } from 'vitest';
import { maxAgeOf, requestHeaders, retryAfterOf } from '../../../main/fetch/headers.ts';

const NOW = Date.parse('2026-03-07T08:00:00Z');
const DAY = 86_400;

describe('maxAgeOf', () => {
  it.each([
    [{}, null],
    [{ 'cache-control': 'max-age=600' }, 600],
    [{ 'cache-control': 'public, MAX-AGE="90", must-revalidate' }, 90],
    [{ 'cache-control': 's-maxage=5' }, null],
    [{ 'cache-control': 'no-cache, max-age=600' }, 0],
    [{ 'cache-control': 'no-store' }, 0],
    [{ 'cache-control': 'max-age=600', age: '500' }, 100],
    [{ 'cache-control': 'max-age=600', age: '9000' }, 0],
    [{ 'cache-control': 'max-age=600', age: 'old' }, 600],
    [{ 'cache-control': 'max-age=999999999999' }, 7 * DAY],
    [{ 'cache-control': 'max-age=-5', expires: '0' }, 0],
    [{ 'cache-control': 'max-age=60', expires: 'Sun, 08 Mar 2026 08:00:00 GMT' }, 60],
    [{ expires: 'Sat, 07 Mar 2026 09:00:00 GMT' }, 3600],
    [{ expires: 'Sat, 07 Mar 2026 09:00:00 GMT', date: 'Sat, 07 Mar 2026 08:59:00 GMT' }, 60],
    [{ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    [{ expires: '-1' }, 0],
  ])('reads %o as %s', (headers, expected) => expect(maxAgeOf(headers, NOW)).toBe(expected));
});

describe('retryAfterOf', () => {
  it.each([
    [undefined, null],
    ['120', 120],
    [' 0 ', 0],
    ['99999999999', 7 * DAY],
    ['Sat, 07 Mar 2026 08:05:00 GMT', 300],
    ['Sat, 07 Mar 2020 08:05:00 GMT', 0],
    ['soon', null],
  ])('reads %s as %s', (value, expected) => expect(retryAfterOf({ 'retry-after': value }, NOW)).toBe(expected));
});

describe('requestHeaders', () => {
  const options = { userAgent: 'Docbao/1 (+offline reader)', acceptEncoding: 'gzip', cookie: null, resume: null };
  const headersFor = (url: string, more: object = {}) => requestHeaders(new URL(url), { url, kind: 'page', allowPrivate: false, ...more }, options);

  it('says who asks, for what, in which languages', () => {
    expect(headersFor('https://a.vn/')).toEqual({
      'user-agent': 'Docbao/1 (+offline reader)',
      accept: expect.stringContaining('text/html'),
      'accept-language': 'vi, en;q=0.8, *;q=0.5',
      'accept-encoding': 'gzip',
    });
  });

  it('sends the validators of the last answer, and none that could forge a header', () => {
    expect(headersFor('https://a.vn/', { etag: '"x"', lastModified: 'yesterday' })).toMatchObject({ 'if-none-match': '"x"', 'if-modified-since': 'yesterday' });
    expect(headersFor('https://a.vn/', { etag: 'a\r\nx: y', lastModified: '' })).not.toHaveProperty('if-none-match');
  });

  it('tells another origin no more than the own origin, and plain http nothing of https', () => {
    const referrer = 'https://a.vn/bai.html?x=1#doan';
    expect(headersFor('https://a.vn/anh.jpg', { referrer })['referer']).toBe('https://a.vn/bai.html?x=1');
    expect(headersFor('https://cdn.vn/anh.jpg', { referrer })['referer']).toBe('https://a.vn/');
    expect(headersFor('http://cdn.vn/anh.jpg', { referrer })['referer']).toBeUndefined();
    expect(headersFor('https://cdn.vn/anh.jpg', { referrer: 'file:///home/a/bai.html' })['referer']).toBeUndefined();
  });

  it('logs in with what the address says', () => {
    expect(headersFor('https://an:m%E1%BA%ADt@a.vn/')['authorization']).toBe(`Basic ${Buffer.from('an:mật').toString('base64')}`);
    expect(headersFor('https://an:100%25%@a.vn/')['authorization']).toBeDefined();
  });
});
