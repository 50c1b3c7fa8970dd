import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UI_POLICY, serveUiFile } from '../../../main/app/ui-files.ts';

let folder = '';
const FIRST = { theme: 'black', language: 'vi' } as const;

beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'docbao-ui-')), 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="en"></html>');
  writeFileSync(join(folder, 'assets', 'index-a1.js'), 'let a;');
  writeFileSync(join(folder, 'assets', 'notes.txt'), 'x');
  writeFileSync(join(folder, '.hidden.js'), 'x');
  writeFileSync(join(folder, '..', 'outside.js'), 'secret');
});
afterAll(() => rmSync(join(folder, '..'), { recursive: true }));

const ask = (path: string) => serveUiFile(folder, path, FIRST);

describe('serveUiFile', () => {
  it('serves the start page with its first theme, under the strict policy', async () => {
    const response = await ask('/index.html');
    expect(response.body).toContain('<html lang="vi" data-theme="black">');
    expect(response.headers['content-security-policy']).toBe(UI_POLICY);
    expect(response.headers['x-content-type-options']).toBe('nosniff');
  });

  it('serves a script as one', async () => {
    const response = await ask('/assets/index-a1.js');
    expect(response.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(String(response.body)).toBe('let a;');
  });

  it('lets a start keep what it has loaded, all but the start page', async () => {
    expect((await ask('/assets/index-a1.js')).headers['cache-control']).toContain('immutable');
    expect((await ask('/index.html')).headers['cache-control']).toBe('no-cache');
    expect((await ask('/assets/none-a1.js')).headers['cache-control']).toBe('no-cache');
  });

  it.each(['/', '/../outside.js', '/assets/../../outside.js', '/%2e%2e/outside.js', '/.hidden.js', '/assets/notes.txt', '/assets', '//index.html', '/none.js', '/index.html\0.js'])(
    'has no %j',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );
});

describe('UI_POLICY', () => {
  it('evaluates nothing, inlines nothing, asks no host', () => {
    expect(UI_POLICY).not.toMatch(/unsafe|https?:|\*|data:|blob:/);
    expect(UI_POLICY).toContain("default-src 'none'");
    expect(UI_POLICY).toContain("connect-src 'none'");
  });
});
