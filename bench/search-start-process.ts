import { readFileSync } from 'node:fs';
import { createSearchClient } from '../main/search/index.ts';
import { timed } from './search-measure.ts';

/** What a process of its own says of opening an index. */
export interface StartFigures {
  readonly firstMs: number;
  readonly completeMs: number;
  /** Bytes that the search thread took: arrays, heap, its own stacks; not pages of files, which the system may take back. */
  readonly memory: number;
}

/** Memory of this process that no file stands for, in bytes; Linux only. */
function anonymousMemory(): number {
  return 1024 * Number(/^RssAnon:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0);
}

/** Opens the index of a library, asks one query and tells what that took: `node search-start-process.ts <worker> <folder> <query>`. */
if (import.meta.main) {
  const [worker = '', folder = '', query = ''] = process.argv.slice(2);
  const before = anonymousMemory();
  const client = createSearchClient({ libraryFolder: folder, workerUrl: new URL(worker) });
  const first = await timed(() => client.query({ query, limit: 50, offset: 0 }));
  const complete = await timed(() => client.catchUp());
  const figures: StartFigures = { firstMs: first.wallMs, completeMs: first.wallMs + complete.wallMs, memory: anonymousMemory() - before };
  process.stdout.write(JSON.stringify(figures));
  await client.close();
}
