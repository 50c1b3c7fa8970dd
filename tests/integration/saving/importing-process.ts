import { openLibrary } from '../../../main/sync/open-library.ts';

/** A process that takes in a folder as the window does, until it is killed: `node importing-process.ts <library> <folder>`. */
const library = await openLibrary({ folder: process.argv[2] ?? '', isScheduled: true });
await library.files.start([process.argv[3] ?? ''], () => process.stdout.write('.'));
await library.close();
