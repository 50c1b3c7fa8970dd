import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ROOT, buildApp } from './build.ts';
import { resolveElectron, tell } from './electron-runtime.ts';
import { packageUnpacked, runBuilder } from './package-app.ts';
import { captureCommand } from './runtime/run-command.ts';

/**
 * `npm run package [-- options of electron-builder]`: installers for this platform, or for what the options name. With
 * the registry's Electron and no options: the unpacked application and a tar.gz of it, in `dist/`.
 */
async function packageApp(args: readonly string[]): Promise<void> {
  const runtime = args.length === 0 ? await resolveElectron() : null;
  if (runtime?.kind === 'registry') return compress(await packageUnpacked(runtime, join(ROOT, 'dist')));
  await buildApp(tell);
  await runBuilder(args);
}

async function compress(folder: string): Promise<void> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const name = `Docbao-${version}-linux-x64`;
  const archive = join(dirname(folder), `${name}.tar.gz`);
  const packed = await captureCommand('tar', ['-czf', archive, '-C', dirname(folder), '--transform', `s/^${basename(folder)}/${name}/`, basename(folder)]);
  if (packed.code !== 0) throw new Error(`tar failed: ${packed.stderr.trim()}`);
  tell(`Packaged ${folder} and ${archive}`);
}

try {
  await packageApp(process.argv.slice(2));
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
