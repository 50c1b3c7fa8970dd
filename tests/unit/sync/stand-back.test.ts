import { readFileSync, readdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';

/** How each thread of this process stands back, as the kernel has it (proc(5), the nineteenth field). */
function niceness(): readonly number[] {
  return readdirSync('/proc/self/task').map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  });
}

describe.runIf(process.platform === 'linux')('standBack', () => {
  it('is for the thread that calls it, and no other', async () => {
    const before = niceness();
    const module = new URL('../../../main/sync/stand-back.ts', import.meta.url);
    const code = `import(${JSON.stringify(module.href)}).then(({ standBack }) => { standBack(); require('node:worker_threads').parentPort.postMessage('back'); setInterval(() => undefined, 1000); })`;
    const worker = new Worker(code, { eval: true });
    await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
    expect(niceness().filter((nice) => nice === 10)).toHaveLength(before.filter((nice) => nice === 10).length + 1);
    await worker.terminate();
  });
});
