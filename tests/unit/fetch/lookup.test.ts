import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { FORBIDDEN_CODE } from '../../../main/fetch/failure.ts';
import { createLookup, createResolver } from '../../../main/fetch/lookup.ts';

const INNER: LookupAddress = { address: '127.0.0.1', family: 4 };
const MAPPED: LookupAddress = { address: '::ffff:10.0.0.1', family: 6 };
const PUBLIC: LookupAddress = { address: '1.1.1.1', family: 4 };
const PUBLIC_6: LookupAddress = { address: '2606:4700::1111', family: 6 };

function ask(found: readonly LookupAddress[], allowPrivate: boolean, options: { all?: boolean; family?: number } = { all: true }): Promise<unknown> {
  const lookup = createLookup(() => Promise.resolve(found), allowPrivate);
  return new Promise((resolve) => lookup('bao.vn', options, (error, address) => resolve(error === null ? address : error.code)));
}

describe('createLookup', () => {
  it('hides inner addresses from a public source, however the name server mixes them in', async () => {
    expect(await ask([INNER, PUBLIC, MAPPED], false)).toEqual([PUBLIC]);
    expect(await ask([INNER, MAPPED], false)).toBe(FORBIDDEN_CODE);
  });

  it('shows them to an inner source', async () => {
    expect(await ask([INNER, PUBLIC], true)).toEqual([INNER, PUBLIC]);
  });

  it('answers for one family, or with one address, when asked so', async () => {
    expect(await ask([PUBLIC, PUBLIC_6], false, { all: true, family: 6 })).toEqual([PUBLIC_6]);
    expect(await ask([PUBLIC, PUBLIC_6], false, {})).toBe('1.1.1.1');
    expect(await ask([PUBLIC], false, { family: 6 })).toBe('ENOTFOUND');
  });

  it('passes on what the name server says', async () => {
    const lookup = createLookup(() => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })), true);
    expect(await new Promise((resolve) => lookup('x.vn', {}, (error) => resolve(error?.code)))).toBe('ENOTFOUND');
  });
});

describe('createResolver', () => {
  it('asks once for many, and again after a failure', async () => {
    let asked = 0;
    const resolve = createResolver(() => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('no')) : Promise.resolve([PUBLIC]);
    });
    await expect(Promise.all([resolve('a.vn'), resolve('a.vn')])).rejects.toThrow('no');
    expect(asked).toBe(1);
    expect(await Promise.all([resolve('a.vn'), resolve('a.vn'), resolve('a.vn')])).toEqual([[PUBLIC], [PUBLIC], [PUBLIC]]);
    expect(asked).toBe(2);
  });
});
