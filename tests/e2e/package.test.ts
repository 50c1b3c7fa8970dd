import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveElectron, sandboxArguments } from '../../scripts/electron-runtime.ts';
import { packageUnpacked } from '../../scripts/package-app.ts';
import { openDisplay, type Display } from '../../scripts/runtime/display.ts';
import { Reader, temporaryFolder } from './driver.ts';

/** What stands in the binary for a fuse, as @electron/fuses reads it: a character. */
const STATES = { on: '1'.charCodeAt(0), off: '0'.charCodeAt(0) } as const;

/** What a hardened package must have set, fuse by fuse. */
const HARDENED: Readonly<Record<keyof typeof FuseV1Options, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** Resolves to the address at which the program lets itself be driven. @throws Error with its last words if it ends before */
async function debuggerAddress(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    program.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /^DevTools listening on (ws:\S+)/m.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    program.once('exit', () => reject(new Error(`the packaged application ended at once:\n${said}`)));
  });
}

describe.runIf(process.platform === 'linux')('the packaged application', () => {
  let folder: string;
  let display: Display | undefined;
  let program: ChildProcess | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    folder = await packageUnpacked(await resolveElectron(), temporaryFolder('package'));
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    program?.kill();
    display?.close();
  });

  it('has every fuse hardened', async () => {
    const wire = await getCurrentFuseWire(join(folder, 'docbao'));
    for (const [name, isOn] of Object.entries(HARDENED)) {
      const state = wire[FuseV1Options[name as keyof typeof FuseV1Options]];
      expect([name, state]).toEqual([name, isOn ? STATES.on : STATES.off]);
    }
  });

  it('is one archive and one native binary, and says what it holds of others', () => {
    const resources = join(folder, 'resources');
    expect(globSync('**/*.node', { cwd: folder })).toHaveLength(1);
    expect(existsSync(join(resources, 'app'))).toBe(false);
    expect(existsSync(join(resources, 'THIRD-PARTY-NOTICES.txt'))).toBe(true);
    // Docbao itself is a few megabytes: nothing of the checkout has slipped in.
    expect(statSync(join(resources, 'app.asar')).size).toBeLessThan(15_000_000);
  });

  it('opens its window, and an article in it', async () => {
    const library = join(temporaryFolder('packaged'), 'library');
    display = await openDisplay(() => undefined);
    const args = [...sandboxArguments(), '--remote-debugging-port=0', `--user-data-dir=${library}.profile`, '--library', library];
    program = spawn(join(folder, 'docbao'), args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...display.env, LANGUAGE: 'en' } });
    browser = await chromium.connectOverCDP(await debuggerAddress(program));
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (!page) throw new Error('the packaged application has no window');
    const reader = new Reader(null, page, library);
    await reader.rows.first().waitFor();
    expect((await reader.read(/Tờ báo của riêng bạn/)).length).toBeGreaterThan(300);
    expect((await reader.shownImages()).length).toBeGreaterThan(0);
  });
});
