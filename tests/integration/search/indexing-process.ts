import { Searcher } from '../../../main/search/searcher.ts';

/** A process that indexes a library and writes as often as it can, until it is killed: `node indexing-process.ts <folder>`. */
const searcher = new Searcher(process.argv[2] ?? '');
process.stdout.write('started\n');
while (searcher.indexNextPage()) searcher.save();
process.stdout.write('done\n');
