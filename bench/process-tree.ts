import { readFileSync, readdirSync } from 'node:fs';

/** Ticks of /proc/<pid>/stat a second (sysconf(_SC_CLK_TCK) is 100 on every Linux that Docbao runs on). */
const TICKS_A_SECOND = 100;

/** A process and all that it started; Linux only. */
export function processTree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = Number(statOf(Number(name))?.[1] ?? -1);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

/** Proportional set size in bytes: a page that n processes share counts 1/n in each. */
export function memoryOf(pids: readonly number[]): number {
  return sum(pids, (pid) => 1024 * Number(/^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
}

/** Seconds of processor time that these processes have used so far. */
export function processorSeconds(pids: readonly number[]): number {
  return sum(pids, (pid) => {
    const stat = statOf(pid);
    return stat === null ? 0 : (Number(stat[11]) + Number(stat[12])) / TICKS_A_SECOND;
  });
}

/** The fields of /proc/<pid>/stat after the name, which may hold spaces: state, parent, ... */
function statOf(pid: number): readonly string[] | null {
  const text = read(`/proc/${pid}/stat`);
  return text === '' ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function sum(pids: readonly number[], measure: (pid: number) => number): number {
  return pids.reduce((total, pid) => total + measure(pid), 0);
}
