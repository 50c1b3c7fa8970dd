import { describe, expect, it } from 'vitest';
import { CookieJar } from '../../../main/fetch/cookies.ts';

function jarWith(url: string, ...headers: readonly string[]): CookieJar {
  const jar = new CookieJar();
  jar.store(new URL(url), headers);
  return jar;
}

describe('CookieJar', () => {
  it('sends a cookie back to its host alone', () => {
    const jar = jarWith('https://a.vn/x', 'id=1; Path=/; HttpOnly', 'seen=yes');
    expect(jar.headerFor(new URL('https://a.vn/y'))).toBe('id=1; seen=yes');
    expect(jar.headerFor(new URL('https://b.vn/'))).toBeNull();
    expect(jar.headerFor(new URL('https://www.a.vn/'))).toBeNull();
  });

  it('shares one with the whole domain where the site asks for it', () => {
    const jar = jarWith('https://www.a.vn/', 'id=1; Domain=.a.vn');
    expect(jar.headerFor(new URL('https://sso.a.vn/'))).toBe('id=1');
    expect(jar.headerFor(new URL('https://xa.vn/'))).toBeNull();
  });

  it.each(['id=1; Domain=vn', 'id=1; Domain=com.vn', 'id=1; Domain=other.com.vn', '=1', 'no pair', 'id=a\r\nb'])('keeps nothing of %j', (header) => {
    expect(jarWith('https://bao.com.vn/', header).headerFor(new URL('https://bao.com.vn/'))).toBeNull();
  });

  it('sends secure cookies over https only, and the newest value', () => {
    const jar = jarWith('https://a.vn/', 'id=1; Secure');
    jar.store(new URL('https://a.vn/'), ['id=2; Secure']);
    expect(jar.headerFor(new URL('http://a.vn/'))).toBeNull();
    expect(jar.headerFor(new URL('https://a.vn/'))).toBe('id=2');
  });

  it('does not grow without end', () => {
    const many = Array.from({ length: 500 }, (_, index) => `c${index}=1`);
    expect(jarWith('https://a.vn/', ...many).headerFor(new URL('https://a.vn/'))?.split('; ')).toHaveLength(50);
  });
});
