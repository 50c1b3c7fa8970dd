import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { packageBin } from '../../../scripts/runtime/package-bin.ts';
import { captureCommand } from '../../../scripts/runtime/run-command.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'docbao-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs electron-builder as far as it goes without a host: its configuration is judged first. */
async function build(...args: readonly string[]): Promise<string> {
  // It writes and copies otherwise where it finds itself under vitest.
  const { VITEST: _vitest, ...env } = process.env;
  const { stdout, stderr } = await captureCommand(process.execPath, [packageBin('electron-builder'), '--publish', 'never', ...args], { cwd: ROOT, env });
  return stdout + stderr;
}

describe('electron-builder.yml', () => {
  it.each([
    ['--win', 'win32', 'x64'],
    ['--mac', 'darwin', 'arm64'],
    ['--linux', 'linux', 'arm64'],
  ])('is right for %s, and packs one native binary', async (system, platform, arch) => {
    // Not an Electron, but enough of one to get as far as the application's files.
    const electron = join(folder, 'electron');
    mkdirSync(join(electron, 'Electron.app/Contents/Resources'), { recursive: true });
    const output = join(folder, platform);
    const said = await build(system, `--${arch}`, `-c.electronDist=${electron}`, `-c.directories.output=${output}`);
    expect(said).toContain(`platform=${platform} arch=${arch}`);
    const binaries = globSync('**/*.node', { cwd: output }).map((path) => path.split('/').at(-1));
    expect(binaries, said).toEqual([`${platform}-${arch}.node`]);
  });

  it('would not pass with a wrong key or a target that does not exist', async () => {
    const right = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8');
    const wrong = join(folder, 'wrong.yml');
    writeFileSync(wrong, right.replace('\nnsis:', '\nnsis:\n  oneClik: true'));
    expect(await build('--win', '--config', wrong)).toContain('configuration.nsis');
    writeFileSync(wrong, right.replace('target: dmg', 'target: dgm'));
    expect(await build('--mac', '--config', wrong, `-c.electronDist=${folder}`)).toMatch(/dgm/);
  });
});
