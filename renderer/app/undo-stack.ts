import type { Done, UndoId } from '../../contract/domain/organising.ts';
import { api } from '../api/client.ts';
import { currentI18n } from '../i18n/index.ts';
import { dismissNotice, notify } from './notices.ts';
import { inBackground } from './report.ts';

interface Undoable {
  readonly undo: UndoId;
  /** Puts the window back as it was, once the library is. */
  readonly after: () => void;
  readonly notice: number | null;
}

/** As many as the library remembers. */
const MOST = 30;
let stack: readonly Undoable[] = [];

async function takeBack(entry: Undoable): Promise<void> {
  if (!stack.includes(entry)) return;
  stack = stack.filter((other) => other !== entry);
  if (entry.notice !== null) dismissNotice(entry.notice);
  await api.library.undo({ undo: entry.undo });
  entry.after();
}

/**
 * Remembers what was done, to be taken back by Ctrl+Z, the newest first, and by the notice that says it. Without a text there is no
 * notice: what shows by itself need not be said.
 */
export function offerUndo(text: string | null, { undo }: Done, after: () => void = () => undefined): void {
  if (undo === null) return;
  const run = (): void => {
    const entry = stack.find((known) => known.undo === undo);
    if (entry !== undefined) inBackground(takeBack(entry));
  };
  // One way back is offered at a time; Ctrl+Z goes further.
  const before = stack.at(-1)?.notice ?? null;
  if (before !== null) dismissNotice(before);
  const notice = text === null ? null : notify(text, 'quiet', { label: currentI18n().t.app.undo, run });
  stack = [...stack.slice(1 - MOST), { undo, after, notice }];
}

/** Takes the last thing back that was done in this window; false where there is none. */
export function undoLast(): boolean {
  const last = stack.at(-1);
  if (last === undefined) return false;
  inBackground(takeBack(last).then(() => notify(currentI18n().t.organising.undone)));
  return true;
}
