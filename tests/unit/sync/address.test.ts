import { describe, expect, it } from 'vitest';
import { toAddress } from '../../../main/sync/subscribe.ts';

describe('toAddress', () => {
  it.each([
    ['vnexpress.net', 'https://vnexpress.net/'],
    ['  https://vnexpress.net/rss  ', 'https://vnexpress.net/rss'],
    ['feed://bao.vn/rss', 'http://bao.vn/rss'],
    ['feed:https://bao.vn/rss', 'https://bao.vn/rss'],
    ['localhost:8080/rss', 'http://localhost:8080/rss'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['bao.vn/a#b', 'https://bao.vn/a'],
    ['báo.vn', 'https://xn--bo-mia.vn/'],
  ])('makes %s an address', (typed, expected) => {
    expect(toAddress(typed)).toBe(expected);
  });

  it.each(['', 'xin chào', 'javascript:alert(1)', 'file:///etc/passwd', 'https://', 'data:text/html,x', 'bao'])('refuses “%s” in words', (typed) => {
    expect(() => toAddress(typed)).toThrow(expect.objectContaining({ kind: 'bad-address' }));
  });
});
