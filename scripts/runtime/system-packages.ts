import { existsSync } from 'node:fs';
import { captureCommand } from './run-command.ts';

/** Debian's names of what Electron links to, opens at run time, and writes with. */
const ELECTRON_PACKAGES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libcups2',
  'libnotify4',
  'libxtst6',
  'libdrm2',
  'fonts-noto-core',
] as const;

/** Installs what Electron needs and this Linux lacks, or names it. @throws Error with the command to run where that takes another user. */
export async function ensureElectronLibraries(executable: string, log: (line: string) => void): Promise<void> {
  if (process.platform !== 'linux') return;
  const linked = await captureCommand('ldd', [executable]);
  const missing = [...linked.stdout.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  if (missing.length > 0) await installPackages(ELECTRON_PACKAGES, `Electron needs ${missing.join(', ')}`, log);
}

/** Installs the X server without a screen. @throws Error with the command to run where that takes another user. */
export async function ensureXvfb(log: (line: string) => void): Promise<void> {
  const found = await captureCommand('sh', ['-c', 'command -v Xvfb']);
  if (found.code !== 0) await installPackages(['xvfb'], 'There is no display, and Xvfb is not installed', log);
}

async function installPackages(names: readonly string[], why: string, log: (line: string) => void): Promise<void> {
  if (!existsSync('/usr/bin/apt-get')) throw new Error(`${why}. Install what your system calls: ${names.join(' ')}`);
  if (process.getuid?.() !== 0) throw new Error(`${why}. Run: sudo apt-get install -y ${(await currentNames(names)).join(' ')}`);
  log(`${why}: installing ${names.join(' ')}...`);
  await aptGet(['update'], why);
  await aptGet(['install', '-y', '--no-install-recommends', ...(await currentNames(names))], why);
}

/** Newer releases call some libraries `...t64`. */
async function currentNames(names: readonly string[]): Promise<readonly string[]> {
  const known = new Set((await captureCommand('apt-cache', ['pkgnames'])).stdout.split('\n'));
  return names.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}

async function aptGet(args: readonly string[], why: string): Promise<void> {
  // Another apt may be at work: wait for it rather than fail.
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  const done = await captureCommand('apt-get', [...options, ...args], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (done.code !== 0) throw new Error(`${why}, and apt-get ${args[0] ?? ''} failed: ${done.stderr.trim().split('\n').slice(-3).join(' ')}`);
}
