import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openLog } from '../../../main/app/log.ts';

const root = mkdtempSync(join(tmpdir(), 'docbao-log-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('openLog', () => {
  it('writes one object a line, and goes on where the last start ended', () => {
    const folder = join(root, 'a');
    openLog(folder).write('info', 'started', { version: '1' });
    openLog(folder).write('error', 'failed\nbadly');
    const lines = readFileSync(join(folder, 'docbao.log'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as object);
    expect(lines).toMatchObject([{ level: 'info', what: 'started', version: '1' }, { level: 'error', what: 'failed\nbadly' }]);
  });

  it('stays within two files of a megabyte', () => {
    const folder = join(root, 'b');
    const log = openLog(folder);
    for (let index = 0; index < 900; index += 1) log.write('error', 'x'.repeat(10_000), { fact: 'y'.repeat(10_000) });
    const sizes = ['docbao.log', 'docbao.1.log'].map((name) => statSync(join(folder, name)).size);
    for (const size of sizes) expect(size).toBeLessThanOrEqual(1024 * 1024 + 1);
  });

  it('does nothing where it can not write', () => {
    writeFileSync(join(root, 'file'), '');
    openLog(join(root, 'file', 'logs')).write('info', 'started');
    expect(existsSync(join(root, 'file', 'logs'))).toBe(false);
  });
});
