import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Docbao's folder among the user's caches: shared by all checkouts, and safe to delete. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return join(environment['XDG_CACHE_HOME'] || join(environment['HOME'] || homedir(), '.cache'), 'docbao');
}

/**
 * Makes `folder` by letting `build` fill a temporary one beside it, which is then renamed: whoever sees `folder` sees all
 * of it, however many processes do this at once and wherever they are killed. A folder that is already there is kept.
 */
export async function createFolderOnce(folder: string, build: (temporary: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  await removeLeftovers(parent, basename(folder));
  const temporary = join(parent, `${basename(folder)}.${process.pid}.part`);
  await mkdir(temporary);
  try {
    await build(temporary);
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // Another process was faster; its folder is as good as ours.
    if (!existsSync(folder)) throw error;
  }
}

/** Removes what processes that no longer run left half-way. */
async function removeLeftovers(parent: string, name: string): Promise<void> {
  for (const entry of await readdir(parent)) {
    const owner = entry.startsWith(`${name}.`) ? /\.(\d+)\.part$/.exec(entry)?.[1] : undefined;
    if (owner !== undefined && !isRunning(Number(owner))) await rm(join(parent, entry), { recursive: true, force: true });
  }
}

function isRunning(processId: number): boolean {
  if (processId === process.pid) return false;
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
