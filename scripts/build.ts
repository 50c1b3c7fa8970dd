import { globSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { packageBin } from './runtime/package-bin.ts';
import { captureCommand } from './runtime/run-command.ts';
import { formatNotices, listNotices } from './third-party-notices.ts';

/** The checkout that these scripts belong to. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const SOURCES = ['contract/**', 'main/**', 'preload/**', 'renderer/**', 'package.json', 'package-lock.json', 'electron.vite.config.ts'];
/** Written last by a build. */
const LAST_OUTPUT = 'renderer/index.html';

/**
 * Bundles the application into `out/`, with what it holds of others written down, unless what is there is newer than every source. `out/` is
 * replaced as a whole.
 * @throws Error with the bundler's words, or for a licence that is not allowed.
 */
export async function buildApp(log: (line: string) => void): Promise<void> {
  if (isBuilt()) return;
  log('Building Docbao...');
  const startedAt = new Date();
  const name = `out.${process.pid}.part`;
  try {
    const built = await captureCommand(process.execPath, [packageBin('electron-vite'), 'build'], { cwd: ROOT, env: { ...process.env, DOCBAO_OUT: name } });
    if (built.code !== 0) throw new Error(`The build failed.\n${stripVTControlCharacters(built.stdout + built.stderr)}`);
    writeFileSync(join(ROOT, name, 'THIRD-PARTY-NOTICES.txt'), formatNotices(listNotices(ROOT)));
    // A source that changed during the build is newer than this.
    utimesSync(join(ROOT, name, LAST_OUTPUT), startedAt, startedAt);
    rmSync(join(ROOT, 'out'), { recursive: true, force: true });
    renameSync(join(ROOT, name), join(ROOT, 'out'));
  } finally {
    rmSync(join(ROOT, name), { recursive: true, force: true });
  }
}

function isBuilt(): boolean {
  const builtAt = modifiedAt(join('out', LAST_OUTPUT));
  return builtAt > 0 && globSync(SOURCES, { cwd: ROOT }).every((path) => modifiedAt(path) < builtAt);
}

/** Milliseconds since the epoch; 0 where there is no such file. A folder's time changes when a file in it comes or goes. */
function modifiedAt(path: string): number {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
