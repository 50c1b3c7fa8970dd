import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT, buildApp } from './build.ts';
import { prepareApp, resolveElectron, tell } from './electron-runtime.ts';
import { openDisplay } from './runtime/display.ts';

/** `npm start [-- arguments of the application]`: builds what changed, finds an Electron, and opens the window. */
async function start(args: readonly string[]): Promise<number> {
  await buildApp(tell);
  const app = await prepareApp(await resolveElectron(), ROOT);
  const display = await openDisplay(tell);
  try {
    return await runApp(app.executable, [...app.args, ...args], { ...process.env, ...display.env });
  } finally {
    display.close();
  }
}

async function runApp(executable: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  // Its own process group: Ctrl+C reaches it through here, once. Electron takes a second signal as "at once".
  const child = spawn(executable, args, { stdio: 'inherit', env, detached: process.platform !== 'win32' });
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!isStopping) child.kill(signal);
      isStopping = true;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
