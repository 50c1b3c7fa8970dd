import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, buildApp } from './build.ts';
import { prepareApp, resolveElectron, tell } from './electron-runtime.ts';
import { openDisplay } from './runtime/display.ts';
import { packageBin } from './runtime/package-bin.ts';
import { runCommand } from './runtime/run-command.ts';
import type { SuiteResult } from './suite-result.ts';
import { readVitestReport, summarise } from './suite-result.ts';

const SUITES = ['unit', 'integration', 'e2e'] as const;
type Suite = (typeof SUITES)[number];

/**
 * `npm test [-- suite... [files or options of vitest]]`: units and integration under Node, then the built application in
 * a real Electron. The last line counts over all suites; a suite that ran nothing is a failure.
 */
async function test(args: readonly string[]): Promise<number> {
  const wanted = SUITES.filter((suite) => args.includes(suite));
  const rest = args.filter((argument) => !SUITES.some((suite) => suite === argument));
  const folder = await mkdtemp(join(tmpdir(), 'docbao-test-'));
  const results: SuiteResult[] = [];
  try {
    for (const suite of wanted.length === 0 ? SUITES : wanted) results.push(await runSuite(suite, rest, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(summarise(results));
  return results.every((result) => result.failed === 0) ? 0 : 1;
}

async function runSuite(suite: Suite, args: readonly string[], folder: string): Promise<SuiteResult> {
  console.log(`\n== ${suite} ==`);
  if (suite !== 'e2e') return runVitest(suite, args, folder, {});
  try {
    // Once, before the first window: a test's time-out should not pay for a build or a download.
    await buildApp(tell);
    await prepareApp(await resolveElectron(), ROOT);
    const display = await openDisplay(tell);
    try {
      return await runVitest(suite, args, folder, display.env);
    } finally {
      display.close();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return { suite, passed: 0, failed: 1, skipped: 0 };
  }
}

async function runVitest(suite: Suite, args: readonly string[], folder: string, env: Readonly<Record<string, string>>): Promise<SuiteResult> {
  const report = join(folder, `${suite}.json`);
  const options = ['run', '--project', suite, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runCommand(process.execPath, [packageBin('vitest'), ...options, ...args], { cwd: ROOT, env: { ...process.env, ...env } });
  return readVitestReport(suite, await readFile(report, 'utf8').catch(() => null), code);
}

process.exitCode = await test(process.argv.slice(2));
