import { MAX_CLIP_CHARACTERS } from '../../../contract/ipc/limits.ts';
import { api } from '../../api/client.ts';
import { openDialog } from '../../app/dialogs.ts';
import { notify } from '../../app/notices.ts';
import { inBackground } from '../../app/report.ts';
import { createStore } from '../../app/store.ts';
import { currentI18n } from '../../i18n/index.ts';
import { reloadList } from '../articles/list-store.ts';
import { openArticle } from '../reader/reader-store.ts';
import { takeFiles } from './take-files.ts';

/** What was pasted or dropped as text. */
export interface Clip {
  readonly text: string;
  readonly html: string | null;
  readonly url: string | null;
}

const EMPTY: Clip = { text: '', html: null, url: null };
const store = createStore<{ readonly clip: Clip }>({ clip: EMPTY });

/** The clip that the dialog starts with. */
export function currentClip(): Clip {
  return store.get().clip;
}

/** Shows a clip before it is saved: what was pasted by mistake is not an article yet. */
export function openClip(clip: Clip = EMPTY): void {
  store.set({ clip });
  openDialog('clip');
}

/** An address and nothing else, or null. */
export function addressOf(text: string): string | null {
  const trimmed = text.trim();
  return /^https?:\/\/\S{1,4000}$/i.test(trimmed) ? trimmed : null;
}

async function opened({ id, title }: { readonly id: number; readonly title: string }): Promise<void> {
  await reloadList();
  openArticle(id);
  notify(currentI18n().t.add.saved(title));
}

export async function saveClip(clip: Clip): Promise<void> {
  await opened(await api.files.saveClip(clip));
}

/** Saves what the clipboard holds, without asking what it is. */
export async function saveClipboard(): Promise<void> {
  const saved = await api.files.saveClipboard();
  if (saved === null) notify(currentI18n().t.saving.emptyClipboard);
  else await opened(saved);
}

/** The page that a piece of a page comes from, where the clipboard says so (Windows does, in front of its HTML). */
function sourceOf(html: string): string | null {
  return addressOf(/^SourceURL:(\S+)/im.exec(html.slice(0, 1000))?.[1] ?? '');
}

/** What a paste or a drop holds, shown in the dialog that fits it; false where there is nothing to save. */
export function offer(data: DataTransfer): boolean {
  const files = [...data.files];
  if (files.length > 0) {
    inBackground(takeFiles(files));
    return true;
  }
  const uri = data.getData('text/uri-list').split(/\r?\n/).find((line) => line !== '' && !line.startsWith('#')) ?? '';
  const text = data.getData('text/plain').slice(0, MAX_CLIP_CHARACTERS);
  const html = data.getData('text/html').slice(0, MAX_CLIP_CHARACTERS);
  const address = addressOf(text) ?? addressOf(uri);
  if (address !== null) openDialog('add', address);
  else if (text.trim() !== '') openClip({ text, html: html.trim() === '' ? null : html, url: sourceOf(html) });
  return address !== null || text.trim() !== '';
}

/** Takes what is pasted while no field has the focus. */
export function startPasting(): void {
  document.addEventListener('paste', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.clipboardData === null || target?.closest('input, textarea, [contenteditable], dialog') != null) return;
    if (offer(event.clipboardData)) event.preventDefault();
  });
}
