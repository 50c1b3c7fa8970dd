import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runCli } from '../../../main/cli/run.ts';

const CLI = fileURLToPath(new URL('../../../main/cli/index.ts', import.meta.url));

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command line on a library, as a process of its own. */
export function startDocbao(library: string, ...args: string[]): { child: ChildProcess; result: Promise<CommandResult> } {
  const child = spawn(process.execPath, [CLI, '--library', library, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (stdout += piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (stderr += piece));
  const result = new Promise<CommandResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, result };
}

/** Runs the command line on a library as `main/cli/index.ts` does, without the start of a process, which takes longer than most commands. */
export async function docbao(library: string, ...args: string[]): Promise<CommandResult> {
  const said = { stdout: '', stderr: '' };
  const listener = (name: keyof typeof said) => ({ write: (text: string) => void (said[name] += text) });
  const code = await runCli(['--library', library, ...args], { stdout: listener('stdout'), stderr: listener('stderr') });
  return { code, ...said };
}

/** Runs a command with `--json`; fails where its exit code is not 0 or stdout is not one JSON value. */
export async function docbaoJson<Value>(library: string, ...args: string[]): Promise<Value> {
  const { code, stdout, stderr } = await docbao(library, '--json', ...args);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as Value;
}
