import { createHash } from 'node:crypto';
import { copyFile, cp, link, mkdir, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { cacheFolder, createFolderOnce } from './atomic-folder.ts';
import type { RegistryElectron } from './registry-electron.ts';

/** What the application is made of besides its `node_modules`. */
const APP_PARTS = ['package.json', 'out', 'resources'] as const;
/** How long a staged application that nobody starts is kept, in milliseconds. */
const STAGE_LIFE_MS = 3 * 24 * 60 * 60 * 1000;

/**
 * Puts the built application of a checkout where the registry's Electron looks for it: `resources/app` beside a copy of
 * Electron made of hard links. The folder is named by its content, so a running application never changes under itself.
 * @returns the executable to start.
 */
export async function stageApp(root: string, runtime: RegistryElectron): Promise<string> {
  const stages = join(cacheFolder(), 'apps');
  const folder = join(stages, await digestOf(root, runtime));
  await createFolderOnce(folder, async (temporary) => {
    await linkFolder(runtime.dist, temporary);
    await fillAppFolder(root, runtime, join(temporary, 'resources', 'app'));
  });
  await utimes(folder, new Date(), new Date());
  await removeOldStages(stages);
  return join(folder, 'electron');
}

/** Makes the application's folder as the registry's Electron needs it: its older better-sqlite3 instead of the checkout's. */
export async function fillAppFolder(root: string, runtime: RegistryElectron, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const part of APP_PARTS) await cp(join(root, part), join(folder, part), { recursive: true });
  await cp(runtime.modules, join(folder, 'node_modules'), { recursive: true });
  const sqlite = JSON.parse(await readFile(join(runtime.modules, 'better-sqlite3', 'package.json'), 'utf8')) as { version: string };
  const { scripts: _scripts, devDependencies: _devDependencies, ...manifest } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, dependencies: { 'better-sqlite3': sqlite.version } }, null, 2));
}

async function digestOf(root: string, runtime: RegistryElectron): Promise<string> {
  const hash = createHash('sha256').update(runtime.dist);
  for (const part of APP_PARTS) {
    for (const path of await filesIn(join(root, part))) {
      hash.update(`\0${relative(root, path)}\0`).update(await readFile(path));
    }
  }
  return hash.digest('hex').slice(0, 20);
}

async function filesIn(path: string): Promise<readonly string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

async function linkFolder(from: string, to: string): Promise<void> {
  for (const path of await filesIn(from)) {
    const target = join(to, relative(from, path));
    await mkdir(dirname(target), { recursive: true });
    // Some file systems have no hard links.
    await link(path, target).catch(() => copyFile(path, target));
  }
}

async function removeOldStages(stages: string): Promise<void> {
  for (const name of await readdir(stages)) {
    const folder = join(stages, name);
    const touched = await stat(folder).then((found) => found.mtimeMs, () => Date.now());
    if (Date.now() - touched > STAGE_LIFE_MS) await rm(folder, { recursive: true, force: true });
  }
}
