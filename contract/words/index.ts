import { en } from './en/index.ts';
import type { Format } from './format.ts';
import { createFormat } from './format.ts';
import type { Language } from './languages.ts';
import type { Messages } from './messages.ts';
import { vi } from './vi/index.ts';

export { DEFAULT_LANGUAGE, LANGUAGES } from './languages.ts';
export type { Language, LanguageChoice } from './languages.ts';

const WORDS: Readonly<Record<Language, Messages>> = { vi, en };

/** All that Docbao says in one language, in the window and in the rest of the desktop. */
export function wordsIn(language: Language): Messages {
  return WORDS[language];
}

const formats = new Map<Language, Format>();

/** How one language writes numbers, sizes and dates. */
export function formatIn(language: Language): Format {
  const known = formats.get(language);
  if (known !== undefined) return known;
  const format = createFormat(WORDS[language]);
  formats.set(language, format);
  return format;
}
