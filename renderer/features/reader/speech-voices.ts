import { useEffect, useState } from 'react';
import type { Language } from '../../../contract/words/index.ts';
import { LANGUAGES, wordsIn } from '../../../contract/words/index.ts';
import { changeSettings, currentSettings } from '../settings/settings-store.ts';
import { languageCode, voiceFor } from './speech-text.ts';

/** How long the system may take to name its voices. */
const VOICES_MS = 1000;

/** The system's voices, once it has named them. */
async function allVoices(): Promise<readonly SpeechSynthesisVoice[]> {
  const known = speechSynthesis.getVoices();
  if (known.length > 0) return known;
  await new Promise<void>((resolve) => {
    speechSynthesis.addEventListener('voiceschanged', () => resolve(), { once: true });
    setTimeout(resolve, VOICES_MS);
  });
  return speechSynthesis.getVoices();
}

/** The system's voices as far as it has named them. */
export function useVoices(): readonly SpeechSynthesisVoice[] {
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>(() => speechSynthesis.getVoices());
  useEffect(() => {
    const take = (): void => setVoices(speechSynthesis.getVoices());
    const { speechSynthesis: synthesis } = window;
    synthesis.addEventListener('voiceschanged', take);
    return () => synthesis.removeEventListener('voiceschanged', take);
  }, []);
  return voices;
}

/** Who reads a language: whom the user chose for it, else the system's choice; null where the system has nobody. */
export async function readerOf(lang: string): Promise<SpeechSynthesisVoice | null> {
  return voiceFor(await allVoices(), lang, currentSettings().speechVoices[languageCode(lang)]);
}

/** Has a voice read a language from now on; null leaves it to the system. */
export function setReader(lang: string, voiceURI: string | null): void {
  const code = languageCode(lang);
  const others = Object.entries(currentSettings().speechVoices).filter(([known]) => known !== code);
  changeSettings({ speechVoices: Object.fromEntries(voiceURI === null ? others : [...others, [code, voiceURI]]) });
}

/** A language by the name that another has for it: `Tiếng Việt`, `Vietnamese`. */
export function languageName(wanted: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(languageCode(wanted)) ?? wanted;
}

/** A few words of a language: of ours a sentence, of others their own name. */
export function sampleIn(lang: string): string {
  const code = languageCode(lang);
  const ours = LANGUAGES.find((language) => language === code);
  return ours === undefined ? (new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code) : wordsIn(ours).speech.sample;
}
