import { describe, expect, it } from 'vitest';
import { dataUrlBytes } from '../../../main/assets/data-url.ts';
import { assetPath, isAssetName } from '../../../main/assets/names.ts';

const textOf = (url: string) => Buffer.from(dataUrlBytes(url)).toString('utf8');

describe('dataUrlBytes', () => {
  it.each([
    ['data:text/plain,xin%20ch%C3%A0o', 'xin chào'],
    ['data:,chào', 'chào'],
    ['data:image/svg+xml;utf8,<svg width="100%"/>', '<svg width="100%"/>'],
    ['DATA:text/plain;BASE64,eGluIGNow6Bv', 'xin chào'],
    ['data:text/plain;charset=utf-8; base64 ,eGlu%20IGNow6Bv%0A', 'xin chào'],
    ['data:text/plain;base64,', ''],
  ])('reads %s', (url, expected) => expect(textOf(url)).toBe(expected));

  it.each(['data:image/png', 'http://a.vn/,', ''])('refuses %j', (url) => {
    expect(() => dataUrlBytes(url)).toThrowError(expect.objectContaining({ kind: 'bad-address' }));
  });
});

describe('names', () => {
  const hash = 'ab'.repeat(32);

  it('become paths in one of 256 folders', () => {
    expect(assetPath('/library/assets', `${hash}.jpg`).replaceAll('\\', '/')).toBe(`/library/assets/ab/${hash}.jpg`);
  });

  it.each(['', `${hash}`, `${hash}.exe`, `${hash}.jpg/..`, `../${hash}.jpg`, `${hash.toUpperCase()}.jpg`, `${hash}.jpg\n`, `${hash.slice(1)}.jpg`, '..', 'ab/../../etc/passwd'])(
    'refuses %j',
    (name) => {
      expect(isAssetName(name)).toBe(false);
      expect(() => assetPath('/library/assets', name)).toThrowError(expect.objectContaining({ kind: 'no-such-item' }));
    },
  );
});
