import { constants, setPriority } from 'node:os';

/**
 * Lets this thread stand back behind the window for the processor. A priority is a thread's own on Linux alone; elsewhere it is the whole
 * program's, which would take it from the window's requests too.
 */
export function standBack(): void {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
