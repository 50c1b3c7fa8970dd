import type { OpenDialogOptions } from 'electron';
import type { Language } from '../../contract/words/index.ts';

const WORDS = {
  vi: { files: 'Chọn trang hoặc văn bản để lưu', folder: 'Chọn thư mục để lưu mọi trang và văn bản trong đó', pages: 'Trang và văn bản' },
  en: { files: 'Choose pages or texts to save', folder: 'Choose a folder to save every page and text in it', pages: 'Pages and texts' },
} as const;

/** How the system's dialog asks for files or for a folder: Windows and Linux can't ask for both at once. */
export function openOptions(what: 'files' | 'folder', language: Language): OpenDialogOptions {
  const words = WORDS[language];
  if (what === 'folder') return { title: words.folder, properties: ['openDirectory', 'multiSelections'] };
  return {
    title: words.files,
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: words.pages, extensions: ['html', 'htm', 'xhtml', 'mhtml', 'mht', 'txt', 'md', 'markdown'] }],
  };
}
