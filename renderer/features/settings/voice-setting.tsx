import type { ReactNode } from 'react';
import { useId } from 'react';
import { LANGUAGES } from '../../../contract/words/index.ts';
import { Button } from '../../components/button.tsx';
import { useI18n } from '../../i18n/index.ts';
import { useFrameDocument } from '../reader/frame-store.ts';
import { chooseVoice, hearVoice } from '../reader/speech-store.ts';
import { languageCode, voicesFor } from '../reader/speech-text.ts';
import { languageName, useVoices } from '../reader/speech-voices.ts';
import { useSettings } from './settings-store.ts';
import './voice-setting.css';

function VoiceOf({ lang, voices }: { readonly lang: string; readonly voices: readonly SpeechSynthesisVoice[] }): ReactNode {
  const { t, language } = useI18n();
  const chosen = useSettings().speechVoices[lang];
  const id = useId();
  const name = languageName(lang, language);
  if (voices.length === 0) return <p className="setting-voice-none">{t.speech.noVoice(name)}</p>;
  return (
    <div className="setting-voice">
      <label htmlFor={id}>{name}</label>
      <select id={id} value={voices.some(({ voiceURI }) => voiceURI === chosen) ? chosen : ''}
        onChange={({ target }) => chooseVoice(lang, target.value === '' ? null : target.value)}>
        <option value="">{t.speech.automatic}</option>
        {voices.map(({ voiceURI, name: voiceName }) => <option key={voiceURI} value={voiceURI}>{voiceName}</option>)}
      </select>
      <Button aria-label={`${t.speech.listen}: ${name}`} onClick={() => void hearVoice(lang)}>{t.speech.listen}</Button>
    </div>
  );
}

/** Who reads aloud: a voice for each of the languages that Docbao speaks, that was chosen before, and that the open article is in. */
export function VoiceSetting(): ReactNode {
  const { t } = useI18n();
  const { speechVoices } = useSettings();
  const own = languageCode(useFrameDocument()?.documentElement.lang ?? '');
  const all = useVoices();
  const languages = [...new Set([...LANGUAGES, ...Object.keys(speechVoices), ...(own === '' ? [] : [own])])];
  return (
    <fieldset className="setting">
      <legend>{t.speech.voice}</legend>
      <p>{t.speech.voiceHint}</p>
      {languages.map((lang) => <VoiceOf key={lang} lang={lang} voices={voicesFor(all, lang)} />)}
    </fieldset>
  );
}
