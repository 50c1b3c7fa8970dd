import type { Language } from '../../contract/words/index.ts';
import { wordsIn } from '../../contract/words/index.ts';
import type { Messages } from '../../contract/words/messages.ts';
import { escapeHtml } from './escape-html.ts';
import { UI_START } from './origins.ts';

/** Why a window shows this page instead of its own. */
export type WindowProblem = keyof Omit<Messages['desktop']['problem'], 'again'>;

export const PROBLEM_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A page of words and one link, without script or style, for when the interface itself can't be shown. */
export function problemPage(problem: WindowProblem, language: Language): string {
  const { desktop } = wordsIn(language);
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">`,
    `<title>Docbao</title></head><body><p>${escapeHtml(desktop.problem[problem])}</p>`,
    `<p><a href="${UI_START}">${escapeHtml(desktop.problem.again)}</a></p></body></html>`,
  ].join('');
}
