import { describe, expect, it } from 'vitest';
import { proxyFor, type Environment } from '../../../main/fetch/proxy.ts';

const proxyOf = (url: string, env: Environment) => proxyFor(new URL(url), env);

describe('proxyFor', () => {
  it('takes the variable of the scheme, lower case first, with ALL_PROXY behind it', () => {
    expect(proxyOf('http://a.vn/', { HTTP_PROXY: 'http://p:1', http_proxy: 'http://q:2' })).toBe('http://q:2');
    expect(proxyOf('https://a.vn/', { HTTP_PROXY: 'http://p:1', HTTPS_PROXY: 'http://s:3' })).toBe('http://s:3');
    expect(proxyOf('https://a.vn/', { HTTP_PROXY: 'http://p:1' })).toBeNull();
    expect(proxyOf('https://a.vn/', { ALL_PROXY: 'p:8080' })).toBe('http://p:8080');
    expect(proxyOf('http://a.vn/', { HTTP_PROXY: ' ' })).toBeNull();
    expect(proxyOf('http://a.vn/', { HTTP_PROXY: 'http://a b' })).toBeNull();
  });

  it.each([
    ['http://a.vn/', 'a.vn', true],
    ['http://www.a.vn/', 'a.vn', true],
    ['http://www.a.vn/', '.a.vn', true],
    ['http://www.a.vn/', '*.a.vn', true],
    ['http://xa.vn/', 'a.vn', false],
    ['http://a.vn/', 'b.vn, A.VN', true],
    ['http://a.vn:8080/', 'a.vn:8080', true],
    ['http://a.vn/', 'a.vn:8080', false],
    ['https://a.vn/', 'a.vn:443', true],
    ['http://b.vn/', '*', true],
    ['http://b.vn/', '', false],
  ])('with %s and NO_PROXY=%s goes direct: %s', (url, exceptions, isDirect) => {
    const env = { HTTP_PROXY: 'http://p:1', HTTPS_PROXY: 'http://p:1', NO_PROXY: exceptions };
    expect(proxyOf(url, env) === null).toBe(isDirect);
  });

  it('never asks a proxy for this machine', () => {
    expect(proxyOf('http://127.0.0.1:80/', { HTTP_PROXY: 'http://p:1' })).toBeNull();
    expect(proxyOf('http://localhost/', { HTTP_PROXY: 'http://p:1' })).toBeNull();
  });
});
