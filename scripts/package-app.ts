import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT, buildApp } from './build.ts';
import type { ElectronRuntime } from './electron-runtime.ts';
import { tell } from './electron-runtime.ts';
import { packageBin } from './runtime/package-bin.ts';
import { runCommand } from './runtime/run-command.ts';
import { fillAppFolder } from './runtime/staged-app.ts';

/** Runs electron-builder on this checkout; nothing is ever published. @throws Error when it fails. */
export async function runBuilder(args: readonly string[]): Promise<void> {
  const code = await runCommand(process.execPath, [packageBin('electron-builder'), ...args, '--publish', 'never'], { cwd: ROOT });
  if (code !== 0) throw new Error(`electron-builder ended with code ${code}.`);
}

/**
 * Packages the application for this Linux without an installer, with the Electron that is at hand: no host is asked.
 * @returns the folder of the packaged application
 */
export async function packageUnpacked(runtime: ElectronRuntime, output: string): Promise<string> {
  await buildApp(tell);
  const settings: Record<string, string> = { 'directories.output': output, electronVersion: runtime.version };
  if (runtime.kind === 'official') {
    await runBuilder(unpackedArguments({ ...settings, electronDist: dirname(runtime.executable) }));
  } else {
    // The application has the better-sqlite3 that this Electron can load, so it is put together elsewhere.
    const app = await mkdtemp(join(tmpdir(), 'docbao-package-'));
    try {
      await fillAppFolder(ROOT, runtime.electron, app);
      await runBuilder(unpackedArguments({ ...settings, electronDist: runtime.electron.dist, 'directories.app': app }));
    } finally {
      await rm(app, { recursive: true, force: true });
    }
  }
  return join(output, 'linux-unpacked');
}

function unpackedArguments(settings: Readonly<Record<string, string>>): readonly string[] {
  return ['--linux', 'dir', ...Object.entries(settings).map(([name, value]) => `-c.${name}=${value}`)];
}
