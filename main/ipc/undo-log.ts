import { DocbaoError } from '../../contract/domain/result.ts';
import type { Done, UndoId } from '../../contract/domain/organising.ts';
import type { TakeBack, WritableDb } from '../store/index.ts';

/** How many actions can be taken back. */
const MOST = 30;

/** What was done lately through the windows, and how to take it back; gone when the program ends. */
export class UndoLog {
  readonly #entries = new Map<UndoId, TakeBack>();
  #last = 0;

  /** Remembers an action; null where there is nothing to take back. */
  add(takeBack: TakeBack | null): Done {
    if (takeBack === null) return { undo: null };
    this.#last += 1;
    this.#entries.set(this.#last, takeBack);
    for (const id of this.#entries.keys()) {
      if (this.#entries.size <= MOST) break;
      this.#entries.delete(id);
    }
    return { undo: this.#last };
  }

  /** Takes an action back, once. @throws {DocbaoError} `no-such-item` where it is too long ago, or was taken back */
  run(db: WritableDb, undo: UndoId): void {
    const takeBack = this.#entries.get(undo);
    if (takeBack === undefined) throw new DocbaoError('no-such-item', 'This can’t be taken back any more.', { undo });
    db.transaction(() => takeBack(db));
    this.#entries.delete(undo);
  }
}
