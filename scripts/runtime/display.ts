import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { ensureXvfb } from './system-packages.ts';

export interface Display {
  /** What to add to the environment of a program that opens windows. */
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

/** The screen that windows open on: the user's own, or one in memory where there is none. */
export async function openDisplay(log: (line: string) => void): Promise<Display> {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return { env: {}, close: () => undefined };
  await ensureXvfb(log);
  log('No display: the window opens under Xvfb, where nobody sees it.');
  return startXvfb();
}

/** The server picks a free number itself and writes it to file descriptor 3 once it listens. */
async function startXvfb(): Promise<Display> {
  // The kernel ends the server with this process, however that ends.
  const server = spawn('setpriv', ['--pdeathsig', 'TERM', 'Xvfb', '-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // Ctrl+C goes to the whole process group; windows must not lose their screen before they have closed.
    detached: true,
  });
  const close = (): void => void server.kill();
  process.once('exit', close);
  let complaint = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.on('data', (text: Buffer) => resolve(text.toString().trim()));
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`Xvfb did not start: ${complaint.trim()}`)));
  });
  // A program that has done its work need not close its screen to end.
  server.unref();
  for (const stream of [server.stderr, server.stdio[3]]) if (stream instanceof Socket) stream.unref();
  return { env: { DISPLAY: `:${number}` }, close };
}
