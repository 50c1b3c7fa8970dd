import type { FileImportOutcome, FileImportProgress } from '../../../contract/domain/file-import.ts';
import { api, events } from '../../api/client.ts';
import { openDialog } from '../../app/dialogs.ts';
import { notify } from '../../app/notices.ts';
import { inBackground } from '../../app/report.ts';
import { createStore, useStore } from '../../app/store.ts';
import { currentI18n } from '../../i18n/index.ts';
import { reloadList } from '../articles/list-store.ts';
import { openArticle } from '../reader/reader-store.ts';

interface FileImportState {
  readonly progress: FileImportProgress | null;
  /** What came of the last import, for who wants to see each failure. */
  readonly outcome: FileImportOutcome | null;
}

const store = createStore<FileImportState>({ progress: null, outcome: null });

/** Follows imports of files, whoever started them: one that a quit broke off goes on by itself. */
export function startFileImportWatch(): void {
  events.filesProgress((progress) => store.set({ progress: progress.isRunning ? progress : null }));
  inBackground(api.files.getProgress().then((progress) => store.set({ progress })));
}

function sentences(outcome: FileImportOutcome): string {
  const { saving } = currentI18n().t;
  const { saved, passedOver, failedCount, wasCancelled, wasCut } = outcome;
  if (saved === 0 && failedCount === 0 && !wasCancelled) return saving.nothingHere;
  return [
    wasCancelled ? saving.stopped(saved) : saving.savedFiles(saved),
    ...(failedCount === 0 ? [] : [saving.someFailed(failedCount)]),
    ...(passedOver === 0 ? [] : [saving.passedOver(passedOver)]),
    ...(wasCut ? [saving.wasCut] : []),
  ].join(' ');
}

/** Says what came of an import, and opens the first article of it. */
export async function tellOutcome(outcome: FileImportOutcome): Promise<void> {
  store.set({ outcome });
  const { t } = currentI18n();
  const action = outcome.failedCount === 0 ? null : { label: t.saving.showFailed, run: () => openDialog('saved-files') };
  notify(sentences(outcome), outcome.failedCount > 0 || outcome.wasCut ? 'failed' : 'quiet', action);
  if (outcome.first === null) return;
  await reloadList();
  openArticle(outcome.first);
}

/** Asks for files or a folder, and saves them. */
export async function chooseFiles(what: 'files' | 'folder'): Promise<void> {
  const outcome = await api.files.choose({ what });
  if (outcome !== null) await tellOutcome(outcome);
}

export function cancelFileImport(): void {
  inBackground(api.files.cancel());
}

export function useFileImport<S>(select: (state: FileImportState) => S): S {
  return useStore(store, select);
}
