import type { OpenDialogOptions } from 'electron';
import type { Language } from '../../contract/words/index.ts';
import { wordsIn } from '../../contract/words/index.ts';

/** How the system's dialog asks for files or for a folder: Windows and Linux can't ask for both at once. */
export function openOptions(what: 'files' | 'folder', language: Language): OpenDialogOptions {
  const words = wordsIn(language).desktop.open;
  if (what === 'folder') return { title: words.folder, properties: ['openDirectory', 'multiSelections'] };
  return {
    title: words.files,
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: words.pages, extensions: ['html', 'htm', 'xhtml', 'mhtml', 'mht', 'txt', 'md', 'markdown'] }],
  };
}
