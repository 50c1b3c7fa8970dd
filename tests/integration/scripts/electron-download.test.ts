import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { verifyIntegrity } from '../../../scripts/runtime/npm-package.ts';
import { downloadElectron, installedElectron } from '../../../scripts/runtime/official-electron.ts';

let cache: string;
let server: Server | undefined;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'docbao-download-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
  vi.stubEnv('electron_config_cache', join(cache, 'electron'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  server?.closeAllConnections();
  server?.close();
  rmSync(cache, { recursive: true });
});

/** A release host of our own. */
async function releaseHost(answer: RequestListener): Promise<void> {
  const listening = createServer(answer);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`);
}

describe('downloading the official Electron', () => {
  it('gives up on a host that refuses', async () => {
    vi.stubEnv('ELECTRON_MIRROR', 'http://127.0.0.1:9/');
    expect(await downloadElectron(() => undefined)).toBeNull();
  });

  it('gives up on a host that takes connections and says nothing', async () => {
    await releaseHost(() => undefined);
    expect(await downloadElectron(() => undefined)).toBeNull();
  });

  it('gives up on a host that has no Electron', async () => {
    await releaseHost((_request, response) => response.writeHead(404).end());
    expect(await downloadElectron(() => undefined)).toBeNull();
  });

  it('takes nothing whose checksum is not the one in the package', async () => {
    await releaseHost((_request, response) => response.end('not electron'));
    const log = vi.fn<(line: string) => void>();
    expect(await downloadElectron(log)).toBeNull();
    expect(log.mock.calls.flat().join('\n')).toContain("Electron's installer failed");
  });
});

describe.runIf(process.platform === 'linux')('ELECTRON_OVERRIDE_DIST_PATH', () => {
  it('is taken at its word', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', cache);
    writeFileSync(join(cache, 'electron'), '');
    writeFileSync(join(cache, 'version'), 'v45.4.1');
    expect(await installedElectron()).toEqual({ executable: join(cache, 'electron'), version: '45.4.1' });
  });

  it('is refused where there is no Electron, or one that is too old', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', cache);
    await expect(installedElectron()).rejects.toThrow('there is no Electron in it');
    writeFileSync(join(cache, 'electron'), '');
    writeFileSync(join(cache, 'version'), '33.2.1');
    await expect(installedElectron()).rejects.toThrow('needs 36 or newer');
  });
});

describe('verifyIntegrity', () => {
  it('refuses a file that is not the pinned one', async () => {
    const file = join(cache, 'a.tgz');
    writeFileSync(file, 'text');
    await verifyIntegrity(file, `sha512-${createHash('sha512').update('text').digest('base64')}`, 'the package');
    await expect(verifyIntegrity(file, 'sha512-AAAA', 'the package')).rejects.toThrow('the package is not what it should be');
  });
});
