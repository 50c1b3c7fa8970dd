import type { Language } from '../../contract/words/index.ts';
import { escapeHtml } from './article-document.ts';
import { UI_START } from './origins.ts';

/** Why a window shows this page instead of its own. */
export type WindowProblem = 'stopped' | 'not-loaded';

const WORDS = {
  vi: {
    stopped: 'Cửa sổ Docbao đã dừng nhiều lần liên tiếp. Thư viện của bạn vẫn nguyên vẹn.',
    'not-loaded': 'Không mở được giao diện của Docbao. Cài lại ứng dụng sẽ sửa được; thư viện của bạn vẫn nguyên vẹn.',
    again: 'Mở lại',
  },
  en: {
    stopped: 'The window of Docbao stopped several times in a row. Your library is untouched.',
    'not-loaded': 'The interface of Docbao could not be opened. Installing it again repairs that; your library is untouched.',
    again: 'Open again',
  },
} as const;

export const PROBLEM_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A page of words and one link, without script or style, for when the interface itself can't be shown. */
export function problemPage(problem: WindowProblem, language: Language): string {
  const words = WORDS[language];
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">`,
    `<title>Docbao</title></head><body><p>${escapeHtml(words[problem])}</p>`,
    `<p><a href="${UI_START}">${escapeHtml(words.again)}</a></p></body></html>`,
  ].join('');
}
