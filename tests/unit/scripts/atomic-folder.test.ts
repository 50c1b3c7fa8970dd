import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder, createFolderOnce } from '../../../scripts/runtime/atomic-folder.ts';

const SOURCE = fileURLToPath(new URL('../../../scripts/runtime/atomic-folder.ts', import.meta.url));

describe('createFolderOnce', () => {
  let parent: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'docbao-atomic-'));
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  it('keeps a folder that is there', async () => {
    mkdirSync(join(parent, 'x'));
    await createFolderOnce(join(parent, 'x'), () => Promise.reject(new Error('not to be called')));
    expect(readdirSync(parent)).toEqual(['x']);
  });

  it('leaves nothing behind where building fails', async () => {
    await expect(createFolderOnce(join(parent, 'x'), () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
    expect(readdirSync(parent)).toEqual([]);
  });

  it('takes the folder of whoever was faster', async () => {
    await createFolderOnce(join(parent, 'x'), async (temporary) => {
      writeFileSync(join(temporary, 'who'), 'slow');
      mkdirSync(join(parent, 'x'));
      writeFileSync(join(parent, 'x', 'who'), 'fast');
      return Promise.resolve();
    });
    expect(readdirSync(parent)).toEqual(['x']);
    expect(readFileSync(join(parent, 'x', 'who'), 'utf8')).toBe('fast');
  });

  it('is never half there when its builder is killed, and the next one tidies up', async () => {
    const script = `
      import { createFolderOnce } from ${JSON.stringify(SOURCE)};
      import { writeFileSync } from 'node:fs';
      await createFolderOnce(${JSON.stringify(join(parent, 'x'))}, async (temporary) => {
        writeFileSync(temporary + '/half', '');
        console.log('half-way');
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      });`;
    const builder = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => builder.stdout.once('data', resolve));
    const gone = new Promise((resolve) => builder.once('exit', resolve));
    builder.kill('SIGKILL');
    await gone;
    expect(existsSync(join(parent, 'x'))).toBe(false);
    await createFolderOnce(join(parent, 'x'), async (temporary) => Promise.resolve(writeFileSync(join(temporary, 'whole'), '')));
    expect(readdirSync(parent)).toEqual(['x']);
    expect(readdirSync(join(parent, 'x'))).toEqual(['whole']);
  });
});

describe('cacheFolder', () => {
  it('follows the environment', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/var/cache/me', HOME: '/home/me' })).toBe('/var/cache/me/docbao');
    expect(cacheFolder({ HOME: '/home/me' })).toBe('/home/me/.cache/docbao');
  });
});
