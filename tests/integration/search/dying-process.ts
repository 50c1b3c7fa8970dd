import Database from 'better-sqlite3';
import { Searcher } from '../../../main/search/searcher.ts';

/**
 * A process that indexes a library and is killed in the middle of writing: `node dying-process.ts <folder> <n>` dies at the n-th
 * statement that changes the index, which is inside a transaction. With fewer of them it ends by itself.
 */
const [folder = '', last = '1'] = process.argv.slice(2);
const memory = new Database(':memory:');
const statements = Object.getPrototypeOf(memory.prepare('SELECT 1')) as Database.Statement;
const runIt = Reflect.get<Database.Statement, 'run'>(statements, 'run');
let written = 0;
Object.defineProperty(statements, 'run', {
  value(this: Database.Statement, ...params: unknown[]) {
    if (/\b(segments|tombstones|meta)\b/.test(this.source)) written += 1;
    if (written >= Number(last)) process.kill(process.pid, 'SIGKILL');
    return runIt.apply(this, params);
  },
});

const searcher = new Searcher(folder);
while (searcher.indexNextPage()) searcher.save();
searcher.save();
