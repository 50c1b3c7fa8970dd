import { MAX_DROPPED_BYTES } from '../../../contract/ipc/limits.ts';
import { api, readerErrorOf } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { currentI18n, sentenceOf } from '../../i18n/index.ts';
import { reloadList } from '../articles/list-store.ts';
import { isList } from '../feeds/list-text.ts';
import { importList } from '../feeds/subscription-list.ts';
import { openArticle } from '../reader/reader-store.ts';
import { tellOutcome } from './file-import-store.ts';

/** As much of a file as tells a subscription list from a page. */
const HEAD_BYTES = 2000;

/** Why a file can't be an article, as far as that shows before it is read. */
function refusalOf({ name, size }: File): string | null {
  const { t, format } = currentI18n();
  if (size === 0) return t.add.emptyFile(name);
  return size > MAX_DROPPED_BYTES ? t.add.largeFile(name, format.bytes(MAX_DROPPED_BYTES)) : null;
}

/** Files that lie nowhere on this disk: out of a browser, or made by a program. */
async function saveBytes(files: readonly File[]): Promise<void> {
  const { t } = currentI18n();
  const saved: { readonly id: number; readonly title: string }[] = [];
  for (const file of files) {
    const refusal = refusalOf(file);
    if (refusal !== null) {
      notify(refusal, 'failed');
      continue;
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      saved.push(await api.articles.saveFile({ name: file.name, bytes }));
    } catch (thrown) {
      notify(t.add.notSaved(file.name, sentenceOf(readerErrorOf(thrown), t)), 'failed');
    }
  }
  const first = saved[0];
  if (first === undefined) return;
  await reloadList();
  openArticle(first.id);
  notify(saved.length === 1 ? t.add.saved(first.title) : t.add.savedMany(saved.length));
}

async function saveFiles(files: readonly File[]): Promise<void> {
  try {
    await tellOutcome(await api.files.saveDropped({ files }));
  } catch (thrown) {
    if (readerErrorOf(thrown).kind !== 'file-unreadable') throw thrown;
    await saveBytes(files);
  }
}

/** A subscription list is followed; everything else, folders too, is saved as articles. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  // A folder has no text.
  const heads = await Promise.all(files.map((file) => file.slice(0, HEAD_BYTES).text().catch(() => '')));
  const isListAt = files.map((file, index) => isList(file.name, heads[index] ?? ''));
  const list = files.find((_file, index) => isListAt[index]);
  const others = files.filter((_file, index) => !isListAt[index]);
  if (others.length > 0) await saveFiles(others);
  if (list !== undefined) await importList(list);
}
