import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assetPath, parseRange, serveAsset } from '../../../main/app/asset-files.ts';

const NAME = `ab${'0'.repeat(62)}.png`;
const SVG = `cd${'1'.repeat(62)}.svg`;
const EMPTY = `ef${'2'.repeat(62)}.png`;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'docbao-assets-'));
  for (const [name, text] of [[NAME, '0123456789'], [SVG, '<svg/>'], [EMPTY, '']] as const) {
    mkdirSync(join(folder, name.slice(0, 2)));
    writeFileSync(join(folder, name.slice(0, 2), name), text);
  }
  writeFileSync(join(folder, '..', 'docbao-outside.png'), 'secret');
});

afterAll(() => {
  rmSync(join(folder, '..', 'docbao-outside.png'));
  rmSync(folder, { recursive: true });
});

const ask = (name: string, init: RequestInit = {}) => serveAsset(folder, new Request(`docbao-asset://library/${name}`, init));

describe('assetPath', () => {
  it('accepts the hash of a content and an extension, and nothing else', () => {
    expect(assetPath('/a', NAME)).toBe(join('/a', 'ab', NAME));
    for (const name of ['', 'x.png', `${NAME}/..`, `../${NAME}`, NAME.toUpperCase(), `${NAME}\0`, NAME.slice(1), `${NAME}\n`]) {
      expect(assetPath('/a', name)).toBeNull();
    }
  });
});

describe('parseRange', () => {
  it.each([
    ['bytes=0-3', { first: 0, last: 3 }],
    ['bytes=4-', { first: 4, last: 9 }],
    ['bytes=-3', { first: 7, last: 9 }],
    ['bytes=-30', { first: 0, last: 9 }],
    ['bytes=8-300', { first: 8, last: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-4', null],
    ['bytes=0-1,3-4', null],
    ['items=0-1', null],
    ['bytes=-', null],
    [null, null],
  ] as const)('reads %s', (header, expected) => {
    expect(parseRange(header, 10)).toEqual(expected);
  });
});

describe('serveAsset', () => {
  it('sends a whole file with its type, no sniffing and a policy', async () => {
    const response = await ask(NAME);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toBe('0123456789');
  });

  it('sends a part', async () => {
    const response = await ask(NAME, { headers: { range: 'bytes=2-4' } });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe('bytes 2-4/10');
    expect(response.headers.get('content-length')).toBe('3');
    expect(await response.text()).toBe('234');
  });

  it('refuses a part past the end', async () => {
    const response = await ask(NAME, { headers: { range: 'bytes=10-' } });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */10');
  });

  it('sandboxes an SVG', async () => {
    const response = await ask(SVG);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(await response.text()).toBe('<svg/>');
  });

  it('sends an empty file and answers HEAD without a body', async () => {
    expect(await (await ask(EMPTY)).text()).toBe('');
    expect(await (await ask(NAME, { method: 'HEAD' })).text()).toBe('');
  });

  it.each(['../docbao-outside.png', '%2e%2e/docbao-outside.png', '..%2fdocbao-outside.png', `ab/${NAME}`, `ff${'0'.repeat(62)}.png`, ''])(
    'knows no %s',
    async (name) => {
      expect((await ask(name)).status).toBe(404);
    },
  );

  it('takes no other host and no other method', async () => {
    expect((await serveAsset(folder, new Request(`docbao-asset://elsewhere/${NAME}`))).status).toBe(404);
    expect((await ask(NAME, { method: 'POST' })).status).toBe(405);
  });
});
