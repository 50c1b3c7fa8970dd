import { describe, expect, it } from 'vitest';
import { checkedExternalUrl } from '../../../main/app/external-links.ts';

describe('checkedExternalUrl', () => {
  it.each([
    ['https://vnexpress.net/bai?a=1#b', 'https://vnexpress.net/bai?a=1#b'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
    ['https://báo.vn/đường dẫn', 'https://xn--bo-mia.vn/%C4%91%C6%B0%E1%BB%9Dng%20d%E1%BA%ABn'],
    ['mailto:toa-soan@bao.vn?subject=Xin chào&attach=/etc/passwd', 'mailto:toa-soan@bao.vn?subject=Xin%20ch%C3%A0o'],
  ])('lets %s through in canonical form', (given, expected) => {
    expect(checkedExternalUrl(given)).toBe(expected);
  });

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'docbao-app://ui/index.html',
    'docbao://save?url=https://a.vn',
    'smb://host/share',
    'ms-msdt:/id',
    'vbscript:x',
    '//vnexpress.net',
    'vnexpress.net',
    '',
    ' ',
    'https://',
    'https://ngan:mat-khau@bao.vn/',
    'https://bao.vn/\u0000',
    'https://bao.vn/\nx',
    `https://bao.vn/${'a'.repeat(2000)}`,
    'mailto:',
    'mailto:a@b.vn;rm -rf',
    'mailto:"|calc"@b.vn',
    'https://$(touch /tmp/x)/',
  ])('refuses %j', (given) => {
    expect(() => checkedExternalUrl(given)).toThrow(expect.objectContaining({ kind: 'bad-address' }));
  });

  it('leaves nothing in an address that a shell could read, besides what a URL may hold', () => {
    expect(checkedExternalUrl('https://bao.vn/"`<>{} |')).toBe('https://bao.vn/%22%60%3C%3E%7B%7D%20|');
  });
});
