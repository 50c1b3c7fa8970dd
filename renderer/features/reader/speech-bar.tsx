import { AudioLines, Pause, Play, SkipBack, SkipForward, X } from 'lucide-react';
import type { MouseEvent as Press, ReactNode } from 'react';
import { useCallback, useEffect, useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { useI18n } from '../../i18n/index.ts';
import { highlightAt } from '../highlights/use-highlights.ts';
import { useSettings } from '../settings/settings-store.ts';
import { useFrameDocument } from './frame-store.ts';
import { chooseVoice, followSpeech, nextRate, speakAt, stepSpeech, stopSpeech, toggleSpeech, useSpeech } from './speech-store.ts';
import { languageCode, voicesFor } from './speech-text.ts';
import { languageName, useVoices } from './speech-voices.ts';
import './speech-bar.css';

/** Pixels between the bar and the menu over it. */
const GAP = 4;

/** A press on a sentence takes up reading there; links, pictures, highlights and what is being selected keep theirs. */
function listenForPresses(doc: Document): () => void {
  const onClick = (event: MouseEvent): void => {
    const { clientX: x, clientY: y, target } = event;
    if ((target as Element | null)?.closest('a, button, img') != null || doc.getSelection()?.isCollapsed === false || highlightAt(doc, x, y) !== null) return;
    speakAt(x, y);
  };
  doc.addEventListener('click', onClick);
  return () => doc.removeEventListener('click', onClick);
}

/** Who reads the article's language: one of the system's voices by name, or whom the system prefers. */
function VoiceTool(): ReactNode {
  const { t, language } = useI18n();
  const lang = useSpeech((speech) => speech.lang);
  const chosen = useSettings().speechVoices[languageCode(lang)];
  const voices = voicesFor(useVoices(), lang);
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const close = useCallback(() => setMenuAt(null), []);
  const onOpen = (event: Press): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    setMenuAt({ x: left, y: top - GAP });
  };
  const isKnown = voices.some(({ voiceURI }) => voiceURI === chosen);
  const items = [
    { id: '', label: t.speech.automatic, isChecked: !isKnown, run: () => chooseVoice(lang, null) },
    ...voices.map(({ voiceURI, name }, index) => (
      { id: voiceURI, label: name, isChecked: voiceURI === chosen, startsGroup: index === 0, run: () => chooseVoice(lang, voiceURI) }
    )),
  ];
  const label = t.speech.voiceFor(languageName(lang, language));
  return (
    <>
      <IconButton label={label} aria-haspopup="menu" aria-expanded={menuAt !== null} icon={<AudioLines size={16} />} onClick={onOpen} />
      {menuAt !== null && <Menu label={label} isTitled isAbove at={menuAt} items={items} onClose={close} />}
    </>
  );
}

/** While an article is read aloud: pause, sentence by sentence, faster, by another voice, enough. */
export function SpeechBar(): ReactNode {
  const { t, format } = useI18n();
  const state = useSpeech((speech) => speech.state);
  const { speechRate: rate } = useSettings();
  const doc = useFrameDocument();
  const isSilent = state === 'silent';
  useEffect(() => followSpeech(doc), [doc]);
  useEffect(() => (isSilent || doc === null ? undefined : listenForPresses(doc)), [doc, isSilent]);
  if (isSilent) return null;
  return (
    <div className="speech-bar" role="toolbar" aria-label={t.speech.label}>
      <IconButton label={t.speech.previous} command="previous-sentence" icon={<SkipBack size={16} />} onClick={() => stepSpeech(-1)} />
      <IconButton label={state === 'speaking' ? t.speech.pause : t.speech.resume} command="read-aloud" icon={state === 'speaking' ? <Pause size={16} /> : <Play size={16} />}
        onClick={toggleSpeech} />
      <IconButton label={t.speech.next} command="next-sentence" icon={<SkipForward size={16} />} onClick={() => stepSpeech(1)} />
      <Button kind="quiet" aria-label={t.speech.rate(format.number(rate))} title={t.speech.rate(format.number(rate))} onClick={nextRate}>
        {`${format.number(rate)}×`}
      </Button>
      <VoiceTool />
      <IconButton label={t.speech.stop} icon={<X size={16} />} onClick={stopSpeech} />
    </div>
  );
}
