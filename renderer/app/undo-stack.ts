import type { Done } from '../../contract/domain/organising.ts';
import { api } from '../api/client.ts';
import { currentI18n } from '../i18n/index.ts';
import { dismissNotice, notify } from './notices.ts';
import { inBackground } from './report.ts';

interface Undoable {
  readonly takeBack: () => Promise<void>;
  readonly notice: number | null;
}

/** As many as the library remembers. */
const MOST = 30;
let stack: readonly Undoable[] = [];

async function takeBack(entry: Undoable): Promise<void> {
  if (!stack.includes(entry)) return;
  stack = stack.filter((other) => other !== entry);
  if (entry.notice !== null) dismissNotice(entry.notice);
  await entry.takeBack();
}

/** Remembers a way back; one is offered by a notice at a time, Ctrl+Z goes further. */
function remember(text: string | null, way: () => Promise<void>): void {
  const before = stack.at(-1)?.notice ?? null;
  if (before !== null) dismissNotice(before);
  let entry: Undoable | null = null;
  const run = (): void => {
    if (entry !== null) inBackground(takeBack(entry));
  };
  const notice = text === null ? null : notify(text, 'quiet', { label: currentI18n().t.app.undo, run });
  entry = { takeBack: way, notice };
  stack = [...stack.slice(1 - MOST), entry];
}

/**
 * Remembers what was done, to be taken back by Ctrl+Z, the newest first, and by the notice that says it. Without a text there is no
 * notice: what shows by itself need not be said.
 */
export function offerUndo(text: string | null, { undo }: Done, after: () => void = () => undefined): void {
  if (undo === null) return;
  remember(text, async () => {
    await api.library.undo({ undo });
    after();
  });
}

/** The same for what the window itself knows to take back. */
export function offerWayBack(text: string, way: () => Promise<void>): void {
  remember(text, way);
}

/** Takes the last thing back that was done in this window; false where there is none. */
export function undoLast(): boolean {
  const last = stack.at(-1);
  if (last === undefined) return false;
  inBackground(takeBack(last).then(() => notify(currentI18n().t.organising.undone)));
  return true;
}
