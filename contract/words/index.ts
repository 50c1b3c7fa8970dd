import { en } from './en/index.ts';
import type { Format } from './format.ts';
import { createFormat } from './format.ts';
import type { Messages } from './messages.ts';
import { vi } from './vi/index.ts';

/**
 * Every language of the interface, by its BCP 47 tag, in the order of the choice in the settings. A further language is one more
 * file of type `Messages` and its line here; nothing else names a language.
 */
const WORDS = { vi, en } satisfies Readonly<Record<string, Messages>>;

export type Language = keyof typeof WORDS;
export type LanguageChoice = 'system' | Language;

export const LANGUAGES = Object.keys(WORDS) as readonly Language[];

/** What is spoken where the system's languages are none of ours. */
export const DEFAULT_LANGUAGE: Language = 'en';

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
