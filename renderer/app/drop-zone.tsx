import type { DragEvent, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { MAX_DROPPED_BYTES } from '../../contract/ipc/limits.ts';
import { api, readerErrorOf } from '../api/client.ts';
import { reloadList } from '../features/articles/list-store.ts';
import { isList } from '../features/feeds/list-text.ts';
import { importList } from '../features/feeds/subscription-list.ts';
import { useFrameDocument } from '../features/reader/frame-store.ts';
import { openArticle } from '../features/reader/reader-store.ts';
import { currentI18n, sentenceOf, useI18n } from '../i18n/index.ts';
import { openDialog } from './dialogs.ts';
import { notify } from './notices.ts';
import { inBackground } from './report.ts';
import './drop-zone.css';

/** As much of a file as tells a subscription list from a page. */
const HEAD_BYTES = 2000;

/** Why a file can't be an article, as far as that shows before it is read. */
function refusalOf({ name, size }: File): string | null {
  const { t, format } = currentI18n();
  if (size === 0) return t.add.emptyFile(name);
  return size > MAX_DROPPED_BYTES ? t.add.largeFile(name, format.bytes(MAX_DROPPED_BYTES)) : null;
}

async function saveFiles(files: readonly File[]): Promise<void> {
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

/** A subscription list is followed; everything else is saved as an article. */
async function takeFiles(files: readonly File[]): Promise<void> {
  const heads = await Promise.all(files.map((file) => file.slice(0, HEAD_BYTES).text()));
  const isListAt = files.map((file, index) => isList(file.name, heads[index] ?? ''));
  const list = files.find((_file, index) => isListAt[index]);
  const others = files.filter((_file, index) => !isListAt[index]);
  if (others.length > 0) await saveFiles(others);
  if (list !== undefined) await importList(list);
}

/** The address in what was dropped, or null. */
function addressIn(data: DataTransfer): string | null {
  const text = data.getData('text/uri-list').split(/\r?\n/).find((line) => line !== '' && !line.startsWith('#')) ?? data.getData('text/plain');
  return /^https?:\/\/\S+$/i.test(text.trim()) ? text.trim() : null;
}

function takes(data: DataTransfer | null): boolean {
  return data !== null && data.types.some((type) => type === 'Files' || type === 'text/uri-list');
}

/** True while something that can be saved is dragged over the window, or over the article in it. */
function useDragOver(): readonly [boolean, (isOver: boolean) => void] {
  const [isOver, setOver] = useState(false);
  const doc = useFrameDocument();
  useEffect(() => {
    const controller = new AbortController();
    const onEnter = (event: globalThis.DragEvent): void => {
      if (takes(event.dataTransfer)) setOver(true);
    };
    document.addEventListener('dragenter', onEnter, { signal: controller.signal });
    doc?.addEventListener('dragenter', onEnter, { signal: controller.signal });
    return () => controller.abort();
  }, [doc]);
  return [isOver, setOver];
}

/** Takes files and addresses that are dropped anywhere on the window. */
export function DropZone(): ReactNode {
  const { t } = useI18n();
  const [isOver, setOver] = useDragOver();
  if (!isOver) return null;
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    const address = addressIn(event.dataTransfer);
    if (files.length > 0) inBackground(takeFiles(files));
    else if (address !== null) openDialog('add', address);
  };
  return (
    <div className="drop-zone" onDragOver={(event) => event.preventDefault()} onDragLeave={() => setOver(false)} onDrop={onDrop}>
      <p>{t.app.dropHere}</p>
      <p className="drop-hint">{t.app.dropHint}</p>
    </div>
  );
}
