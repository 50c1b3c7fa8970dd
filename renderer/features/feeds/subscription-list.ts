import type { ImportedSubscriptions } from '../../../contract/domain/feed.ts';
import type { ReaderError } from '../../../contract/domain/result.ts';
import { MAX_TEXT_CHARACTERS } from '../../../contract/ipc/limits.ts';
import { api, readerErrorOf } from '../../api/client.ts';
import { openDialog } from '../../app/dialogs.ts';
import { inBackground } from '../../app/report.ts';
import { createStore, useStore } from '../../app/store.ts';
import { startSync } from '../library/sync-store.ts';
import { loadFeeds } from './feeds-store.ts';
import { decodeList } from './list-text.ts';

/** How far a subscription list (OPML) has been taken in. */
export type ListImport =
  | { readonly state: 'idle' }
  | { readonly state: 'reading'; readonly name: string }
  | { readonly state: 'done'; readonly outcome: ImportedSubscriptions }
  | { readonly state: 'failed'; readonly name: string; readonly error: ReaderError };

const store = createStore<{ readonly now: ListImport }>({ now: { state: 'idle' } });

async function takeIn(file: File): Promise<ListImport> {
  const { name } = file;
  if (file.size > MAX_TEXT_CHARACTERS) return { state: 'failed', name, error: { kind: 'too-large', message: `${name} is too large`, facts: { name } } };
  try {
    const outcome = await api.feeds.importOpml({ text: decodeList(new Uint8Array(await file.arrayBuffer())) });
    await loadFeeds();
    return { state: 'done', outcome };
  } catch (thrown) {
    return { state: 'failed', name, error: readerErrorOf(thrown) };
  }
}

/** Opens the dialog that takes in a list; what came of an earlier one is gone. */
export function openListImport(): void {
  store.set({ now: { state: 'idle' } });
  openDialog('import');
}

/** Follows every source of a list, says in the dialog what came of it, and begins to fetch them. */
export async function importList(file: File): Promise<void> {
  store.set({ now: { state: 'reading', name: file.name } });
  openDialog('import');
  const now = await takeIn(file);
  store.set({ now });
  if (now.state === 'done' && now.outcome.added > 0) inBackground(startSync(null));
}

export function useListImport(): ListImport {
  return useStore(store, (value) => value.now);
}
