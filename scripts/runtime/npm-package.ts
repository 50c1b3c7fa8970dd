import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { captureCommand } from './run-command.ts';

/** A package of the npm registry at one version, with the digest that its tarball must have. */
export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  /** Subresource integrity: `sha512-<base64>`. */
  readonly integrity: string;
}

/**
 * Fetches a package with the user's own npm (and so from the registry, through the proxy and with the cache that the user
 * has set) and unpacks `paths` of it, or all of it, into `<folder>/package`.
 * @throws Error in plain words when npm fails or the tarball is not the pinned one.
 */
export async function unpackPackage(pinned: PinnedPackage, folder: string, paths: readonly string[] = []): Promise<void> {
  const spec = `${pinned.name}@${pinned.version}`;
  const download = join(folder, 'download');
  await mkdir(download, { recursive: true });
  const [npm, npmArgs] = npmCommand();
  const packed = await captureCommand(npm, [...npmArgs, 'pack', spec, '--ignore-scripts', '--pack-destination', download], { cwd: folder });
  if (packed.code !== 0) throw new Error(`npm could not fetch ${spec}: ${lastLines(packed.stderr)}`);
  const name = (await readdir(download)).find((entry) => entry.endsWith('.tgz'));
  if (name === undefined) throw new Error(`npm fetched nothing for ${spec}.`);
  const tarball = join(download, name);
  await verifyIntegrity(tarball, pinned.integrity, spec);
  const members = paths.map((path) => `package/${path}`);
  const unpacked = await captureCommand('tar', ['-xzf', tarball, '-C', folder, '--no-same-owner', ...members]);
  if (unpacked.code !== 0) throw new Error(`${spec} could not be unpacked: ${lastLines(unpacked.stderr)}`);
}

/** @throws Error when the file's digest is not the expected one. */
export async function verifyIntegrity(file: string, integrity: string, what: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const actual = `sha512-${hash.digest('base64')}`;
  if (actual !== integrity) throw new Error(`${what} is not what it should be: expected ${integrity}, got ${actual}. Nothing of it was used.`);
}

/** Inside an npm script npm names itself; elsewhere it is looked for on PATH. */
function npmCommand(): [string, string[]] {
  const script = process.env['npm_execpath'];
  return script === undefined || !script.endsWith('.js') ? ['npm', []] : [process.execPath, [script]];
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-6).join('\n');
}
