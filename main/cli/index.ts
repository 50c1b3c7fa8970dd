import { enableCompileCache, getCompileCacheDir } from 'node:module';

// Node takes the types out of every module at every start; kept from run to run, that halves the time to an answer. Only what is
// imported from here on profits, and threads only where their environment says so. Where no cache can be kept Node goes on without.
enableCompileCache();
const folder = getCompileCacheDir();
if (folder !== undefined) process.env['NODE_COMPILE_CACHE'] ??= folder;

async function run(): Promise<void> {
  const { runCli } = await import('./run.ts');
  process.exitCode = await runCli(process.argv.slice(2));
}

void run();
