/**
 * Every language of the interface, by its BCP 47 tag, in the order of the choice in the settings. A further language is one more
 * file of type `Messages`, its tag here and its line in `index.ts`; nothing else names a language.
 */
export const LANGUAGES = ['vi', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];
export type LanguageChoice = 'system' | Language;

/** What is spoken where the system's languages are none of ours. */
export const DEFAULT_LANGUAGE: Language = 'en';
