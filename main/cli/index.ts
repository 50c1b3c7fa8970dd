import { enableCompileCache } from 'node:module';

// Node takes the types out of every module at every start; kept from run to run, that halves the time to an answer. Only what is
// imported from here on profits, and where no cache can be kept Node goes on without.
enableCompileCache();
const { runCli } = await import('./run.ts');

process.exitCode = await runCli(process.argv.slice(2));
