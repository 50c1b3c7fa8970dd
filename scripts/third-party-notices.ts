/**
 * What Docbao ships of others, with their licences: `node scripts/third-party-notices.ts <file>` writes the notices that go
 * into a package. A licence that `docs/decisions/licences.md` does not allow, or a missing licence text, is an error.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'OFL-1.1', '0BSD']);
const SOURCE_FOLDERS = ['contract', 'main', 'preload', 'renderer'] as const;
/** Headers for compiling better-sqlite3: nothing of it is in the binary's package. */
const NOT_SHIPPED = new Set(['node-addon-api']);

const manifest = z.object({ name: z.string(), version: z.string(), license: z.string(), dependencies: z.record(z.string(), z.string()).optional() });

export interface Notice {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

/**
 * Every package that the application's source imports, and what those depend on, by name.
 *
 * @param checkout - the folder of package.json
 * @throws {Error} where a licence is not allowed or has no text
 */
export function listNotices(checkout: string): readonly Notice[] {
  const root = resolve(checkout);
  const found = new Map<string, Notice>();
  const visit = (name: string, from: string): void => {
    if (found.has(name) || NOT_SHIPPED.has(name)) return;
    const folder = packageFolder(name, from, root);
    const { version, license, dependencies = {} } = manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    if (!ALLOWED.has(license)) throw new Error(`${name} ${version} is under ${license}, which docs/decisions/licences.md does not allow`);
    found.set(name, { name, version, license, text: licenceText(name, folder) });
    for (const dependency of Object.keys(dependencies)) visit(dependency, folder);
  };
  for (const name of importedPackages(root)) visit(name, root);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The notices as one text file. */
export function formatNotices(notices: readonly Notice[]): string {
  const head = 'Docbao contains the following software and fonts of others, under their own licences. Electron, Chromium and\nNode.js state theirs in LICENSE and LICENSES.chromium.html beside the program.\n';
  return [head, ...notices.map(({ name, version, license, text }) => `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text.trim()}\n`)].join('\n');
}

/** Bare names in `from '...'`, `import '...'` and CSS's `url('...')`, without `node:`, `electron` and paths. */
function importedPackages(root: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const folder of SOURCE_FOLDERS) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(tsx?|css)$/u.test(file)) continue;
      const source = readFileSync(join(root, folder, file), 'utf8');
      for (const [, specifier = ''] of source.matchAll(/(?:^|\s)(?:from|import|@import|url\()\s*\(?['"]([^'"]+)['"]/gmu)) {
        const name = /^(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*/u.exec(specifier)?.[0];
        if (name !== undefined && !specifier.includes(':') && name !== 'electron') names.add(name);
      }
    }
  }
  return names;
}

/** A package is looked for beside the one that needs it, then outwards, as Node does. */
function packageFolder(name: string, from: string, root: string): string {
  for (let folder = from; folder.startsWith(root); folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
  }
  throw new Error(`${name} is imported but not installed`);
}

function licenceText(name: string, folder: string): string {
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.\w+)?$/iu.test(entry));
  if (file === undefined) throw new Error(`${name} ships no licence text`);
  return readFileSync(join(folder, file), 'utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file] = process.argv.slice(2);
  const text = formatNotices(listNotices(fileURLToPath(new URL('..', import.meta.url))));
  if (file === undefined) process.stdout.write(text);
  else writeFileSync(file, text);
}
