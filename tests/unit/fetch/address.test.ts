import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAddress, isLoopback, isPrivateAddress, isPrivateHost, shownAddress } from '../../../main/fetch/address.ts';

describe('isPrivateAddress', () => {
  it.each([
    '127.0.0.1', '127.255.0.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1',
    '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1', '2001:db8::1',
    '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b::c0a8:101', '2002:7f00:1::', '2002:c0a8:0101::1',
  ])('counts %s as inner', (address) => expect(isPrivateAddress(address)).toBe(true));

  it.each(['1.1.1.1', '8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '198.18.0.5', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808', '2002:808:808::1'])(
    'counts %s as public',
    (address) => expect(isPrivateAddress(address)).toBe(false),
  );

  it('judges an IPv4 address the same in every IPv6 disguise', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const expected = isPrivateAddress(address);
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        expect(isPrivateAddress(`::ffff:${address}`)).toBe(expected);
        expect(isPrivateAddress(`::ffff:${hex}`)).toBe(expected);
        expect(isPrivateAddress(`64:ff9b::${hex}`)).toBe(expected);
        expect(isPrivateAddress(`2002:${hex}::1`)).toBe(expected);
      }),
    );
  });
});

describe('isPrivateHost', () => {
  it.each([
    'http://localhost/', 'http://LOCALHOST:8080/', 'http://a.localhost/', 'http://localhost./', 'http://nas/feed', 'http://printer.local/', 'http://x.home.arpa/',
    'http://0x7f.1/', 'http://2130706433/', 'http://017700000001/', 'http://127.1/', 'http://[::ffff:127.0.0.1]/', 'http://[::1]/', 'http://192.168.0.10/rss',
    'http://１２７.0.0.1/',
  ])('counts %s as inner', (url) => expect(isPrivateHost(url)).toBe(true));

  it.each(['https://vnexpress.net/', 'https://localhost.vn/', 'http://8.8.8.8/', 'https://local.com/', 'not an address', 'mailto:a@b'])('does not count %s', (url) =>
    expect(isPrivateHost(url)).toBe(false),
  );
});

describe('checkAddress', () => {
  it('resolves against a base and drops the fragment', () => {
    const base = new URL('https://a.vn/x/y');
    expect(checkAddress('../z#part', { base, allowPrivate: false }).href).toBe('https://a.vn/z');
  });

  it.each(['ftp://a.vn/', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x', 'docbao-app://ui/', 'http://', 'a b'])('refuses %s', (url) => {
    expect(() => checkAddress(url, { allowPrivate: true })).toThrowError(expect.objectContaining({ kind: 'bad-address' }));
  });

  it('refuses inner addresses unless they are allowed', () => {
    const refusal = expect.objectContaining({ kind: 'forbidden-address', facts: { host: '10.0.0.1', url: 'http://10.0.0.1/' } });
    expect(() => checkAddress('http://10.0.0.1/', { allowPrivate: false })).toThrowError(refusal);
    expect(checkAddress('http://10.0.0.1/', { allowPrivate: true }).host).toBe('10.0.0.1');
  });
});

it('shows addresses without log-in data, and cut to a readable length', () => {
  expect(shownAddress(new URL('https://user:secret@a.vn/feed#x'))).toBe('https://a.vn/feed');
  expect(shownAddress(new URL(`https://a.vn/${'x'.repeat(5000)}`))).toHaveLength(301);
});

it('knows this machine', () => {
  expect(['http://127.0.0.1/', 'http://127.9.9.9/', 'http://[::1]:8/', 'http://localhost/'].every((url) => isLoopback(new URL(url)))).toBe(true);
  expect(['http://10.0.0.1/', 'http://127.0.0.1.nip.io/', 'http://nas/'].some((url) => isLoopback(new URL(url)))).toBe(false);
});
