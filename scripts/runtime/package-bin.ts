import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULES = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'node_modules');

/** The JavaScript file behind a command that a package brings, to be run by this very Node. */
export function packageBin(packageName: string, command: string = packageName): string {
  const { bin } = JSON.parse(readFileSync(join(MODULES, packageName, 'package.json'), 'utf8')) as { bin: string | Record<string, string> };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`The package ${packageName} has no command ${command}.`);
  return join(MODULES, packageName, file);
}
