import type { ReaderError } from '../../contract/domain/result.ts';
import type { Format } from '../../contract/words/format.ts';
import type { Language } from '../../contract/words/index.ts';
import { DEFAULT_LANGUAGE, formatIn, wordsIn } from '../../contract/words/index.ts';
import type { Messages } from '../../contract/words/messages.ts';
import { createStore, useStore } from '../app/store.ts';

export interface I18n {
  readonly language: Language;
  readonly t: Messages;
  readonly format: Format;
}

function i18nFor(language: Language): I18n {
  return { language, t: wordsIn(language), format: formatIn(language) };
}

const store = createStore<{ readonly current: I18n }>({ current: i18nFor(DEFAULT_LANGUAGE) });

/** Changes the interface's language; everything on screen follows at once. */
export function setLanguage(language: Language): void {
  document.documentElement.lang = language;
  if (store.get().current.language !== language) store.set({ current: i18nFor(language) });
}

/** The texts and formats of the current language, for components. */
export function useI18n(): I18n {
  return useStore(store, (value) => value.current);
}

/** The same, for code outside components; ask again each time, the language can change. */
export function currentI18n(): I18n {
  return store.get().current;
}

/** An error as a sentence of the current language. */
export function sentenceOf(error: ReaderError, t: Messages = store.get().current.t): string {
  return t.errors[error.kind](error.facts ?? {});
}
