import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const PART = /^(\d+)-[0-9a-f]+\.part$/;
const REST = /^[0-9a-f]{64}\.(rest|json)$/;
/** A part that belongs to a process which has long had time to finish it. */
const ABANDONED_MS = 24 * 3_600_000;
/** What was put aside is worth going on with for so long. */
const STALE_MS = 7 * 24 * 3_600_000;

/** What an unfinished file is part of. */
interface Origin {
  readonly src: string;
  readonly validator: string;
}

/** An unfinished file that is ours to go on with. */
export interface Leftover extends Origin {
  readonly path: string;
  readonly bytes: number;
}

function incomingFolder(folder: string): string {
  return join(folder, 'incoming');
}

/** A path for a file that comes in: it names the process, so that no other sweeps it away. */
export function newPartPath(folder: string): string {
  return join(incomingFolder(folder), `${process.pid}-${randomBytes(8).toString('hex')}.part`);
}

function restPath(folder: string, src: string, extension: 'rest' | 'json'): string {
  return join(incomingFolder(folder), `${createHash('sha256').update(src).digest('hex')}.${extension}`);
}

/** Puts an unfinished file where `takeLeftover` finds it. */
export async function putAside(folder: string, path: string, origin: Origin): Promise<void> {
  await writeFile(restPath(folder, origin.src, 'json'), JSON.stringify(origin));
  await rename(path, restPath(folder, origin.src, 'rest'));
}

function readOrigin(text: string, src: string): Origin | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('src' in value) || !('validator' in value)) return null;
    return value.src === src && typeof value.validator === 'string' ? { src, validator: value.validator } : null;
  } catch {
    return null;
  }
}

/** Takes what an earlier run left of an address, so that nobody else goes on with it too; null where there is nothing. */
export async function takeLeftover(folder: string, src: string): Promise<Leftover | null> {
  const origin = readOrigin(await readFile(restPath(folder, src, 'json'), 'utf8').catch(() => ''), src);
  if (origin === null) return null;
  const path = newPartPath(folder);
  await mkdir(incomingFolder(folder), { recursive: true });
  const isOurs = await rename(restPath(folder, src, 'rest'), path).then(
    () => true,
    () => false,
  );
  await rm(restPath(folder, src, 'json'), { force: true });
  const bytes = isOurs ? (await stat(path)).size : 0;
  return bytes > 0 ? { ...origin, path, bytes } : null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isSweepable(name: string, age: number): boolean {
  if (REST.test(name)) return age > STALE_MS;
  const pid = Number(PART.exec(name)?.[1] ?? 0);
  return pid === 0 || age > ABANDONED_MS || !isRunning(pid);
}

/**
 * Deletes what a killed process left half-written. Files of one that still runs (the window, the command line) stay, and so
 * does, for a week, what was put aside to be gone on with.
 */
export async function sweepIncoming(folder: string): Promise<void> {
  const names = await readdir(incomingFolder(folder)).catch(() => []);
  for (const name of names) {
    const path = join(incomingFolder(folder), name);
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? 0);
    if (isSweepable(name, age)) await rm(path, { force: true, recursive: true }).catch(() => undefined);
  }
}
