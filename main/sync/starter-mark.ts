import { hasMark, setMark, type ReadableDb, type WritableDb } from '../store/index.ts';

const MARK = 'starter-articles';

/** Whether a library has never been asked to take the starter articles: nobody has opened it in a window yet. */
export function awaitsStarter(db: ReadableDb): boolean {
  return !hasMark(db, MARK);
}

export function noteStarter(db: WritableDb): void {
  setMark(db, MARK);
}
