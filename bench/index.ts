/**
 * Runs one benchmark: `npm run bench -- <name> [arguments]`. Each is a file of this folder that exports `run(args)` and
 * prints its figures beside a named peer's, measured in the same run.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const [name = '', ...args] = process.argv.slice(2);
const names = readdirSync(here)
  .filter((file) => file.endsWith('.ts') && file !== 'index.ts' && /^export (async )?function run\b/m.test(readFileSync(`${here}${file}`, 'utf8')))
  .map((file) => file.slice(0, -'.ts'.length));

if (!/^[a-z-]+$/.test(name) || !names.includes(name)) {
  process.stderr.write(`Use: npm run bench -- <name> [arguments]. There are: ${names.join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const { run } = (await import(`./${name}.ts`)) as { run: (args: string[]) => Promise<void> | void };
  await run(args);
}
