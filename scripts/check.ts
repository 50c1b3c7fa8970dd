import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './build.ts';
import { checkImports } from './check-imports.ts';
import { packageBin } from './runtime/package-bin.ts';
import { captureCommand } from './runtime/run-command.ts';
import { summarise } from './suite-result.ts';

interface Check {
  readonly name: string;
  /** Resolves to what is wrong; empty where nothing is. */
  run(): Promise<string>;
}

const CHECKS: readonly Check[] = [
  { name: 'lint', run: () => runTool(packageBin('oxlint'), []) },
  ...['contract', 'main', 'preload', 'renderer', 'tools'].map((part) => ({
    name: `types of ${part}`,
    run: () => runTool(packageBin('typescript', 'tsc'), ['-p', `tsconfig.${part}.json`]),
  })),
  { name: 'import rules', run: () => Promise.resolve(checkImports(ROOT).join('\n')) },
  { name: 'dead code', run: () => runTool(packageBin('knip'), ['--no-progress', '--no-config-hints']) },
];

async function runTool(file: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await captureCommand(process.execPath, [file, ...args], { cwd: ROOT });
  return code === 0 ? '' : stripVTControlCharacters(stdout + stderr).trim() || `ended with code ${code}`;
}

/** `npm run check`: everything that can be said of the code without running it. */
async function check(): Promise<number> {
  const results = [];
  for (const { name, run } of CHECKS) {
    const problems = await run();
    console.log(problems === '' ? `ok    ${name}` : `WRONG ${name}\n${problems.replace(/^/gm, '      ')}\n`);
    results.push({ suite: name, passed: problems === '' ? 1 : 0, failed: problems === '' ? 0 : 1, skipped: 0 });
  }
  console.log(summarise(results).split('\n').at(-1));
  return results.every(({ failed }) => failed === 0) ? 0 : 1;
}

process.exitCode = await check();
