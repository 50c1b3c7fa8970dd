import { existsSync, globSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolder } from './atomic-folder.ts';
import { captureCommand } from './run-command.ts';

/** How long the release host may take to answer before it counts as unreachable, in milliseconds. */
const PROBE_TIMEOUT_MS = 4_000;
/** For how long an unreachable host is not asked again, in milliseconds. */
const PROBE_MEMORY_MS = 24 * 60 * 60 * 1000;
const RELEASE_HOST = 'https://github.com/electron/electron/releases/download/';
/** Electron 36 is the first with Node-API 10, which better-sqlite3 13 needs. */
const OLDEST_MAJOR = 36;

const packageFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

export interface OfficialElectron {
  readonly executable: string;
  readonly version: string;
}

/** The Electron of ELECTRON_OVERRIDE_DIST_PATH or of the `electron` package, where it is on this disk already. */
export async function installedElectron(): Promise<OfficialElectron | null> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return overridingElectron(override);
  const path = await readText(join(packageFolder, 'path.txt'));
  const version = (await readText(join(packageFolder, 'dist', 'version'))).replace(/^v/, '');
  const executable = join(packageFolder, 'dist', path);
  if (path === '' || version !== (await wantedVersion()) || !existsSync(executable)) return null;
  return { executable, version };
}

/** Electron through its package's own installer. Null where its release host can't be reached. */
export async function downloadElectron(log: (line: string) => void): Promise<OfficialElectron | null> {
  if (!(await canDownload())) return null;
  log(`Fetching Electron ${await wantedVersion()} from its release host...`);
  const installed = await captureCommand(process.execPath, [join(packageFolder, 'install.js')]);
  if (installed.code === 0) return installedElectron();
  log(`Electron's installer failed: ${installed.stderr.trim().split('\n')[0] ?? ''}`);
  return null;
}

/** Forgets that the release host did not answer: the next call asks it again. */
export async function forgetUnreachable(): Promise<void> {
  await rm(memoryFile(), { force: true });
}

async function overridingElectron(folder: string): Promise<OfficialElectron> {
  const name = process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : process.platform === 'win32' ? 'electron.exe' : 'electron';
  const executable = join(folder, (await readText(join(packageFolder, 'path.txt'))) || name);
  if (!existsSync(executable)) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no Electron in it.`);
  const version = (await readText(join(folder, 'version'))).replace(/^v/, '');
  if (version !== '' && Number.parseInt(version, 10) < OLDEST_MAJOR) {
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names Electron ${version}; Docbao's database needs ${OLDEST_MAJOR} or newer there.`);
  }
  return { executable, version };
}

async function canDownload(): Promise<boolean> {
  const version = await wantedVersion();
  // What the installer downloaded before for this user needs no host. A proxy or a custom layout is the installer's to judge.
  if (isDownloaded(`electron-v${version}-${process.platform}-${process.arch}.zip`)) return true;
  if (process.env['ELECTRON_GET_USE_PROXY'] || process.env['ELECTRON_CUSTOM_DIR'] || process.env['ELECTRON_CUSTOM_FILENAME']) return true;
  const mirror = process.env['npm_config_electron_mirror'] || process.env['ELECTRON_MIRROR'];
  if (!mirror && (await isRememberedUnreachable())) return false;
  const isReachable = await answers(`${mirror || RELEASE_HOST}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`);
  if (!isReachable && !mirror) await rememberUnreachable();
  return isReachable;
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
    return response.ok;
  } catch {
    return false;
  }
}

function isDownloaded(name: string): boolean {
  const caches = process.env['electron_config_cache'] ?? join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'electron');
  return globSync(`*/${name}`, { cwd: caches }).length > 0;
}

function memoryFile(): string {
  return join(cacheFolder(), 'release-host-unreachable');
}

async function rememberUnreachable(): Promise<void> {
  await mkdir(cacheFolder(), { recursive: true });
  await writeFile(memoryFile(), '');
}

async function isRememberedUnreachable(): Promise<boolean> {
  try {
    return Date.now() - (await stat(memoryFile())).mtimeMs < PROBE_MEMORY_MS;
  } catch {
    return false;
  }
}

async function wantedVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

async function readText(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch {
    return '';
  }
}
