import { Pause, Play, SkipBack, SkipForward, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { useI18n } from '../../i18n/index.ts';
import { useSettings } from '../settings/settings-store.ts';
import { useFrameDocument } from './frame-store.ts';
import { followSpeech, nextRate, stepSpeech, stopSpeech, toggleSpeech, useSpeech } from './speech-store.ts';
import './speech-bar.css';

/** While an article is read aloud: pause, sentence by sentence, faster, enough. */
export function SpeechBar(): ReactNode {
  const { t, format } = useI18n();
  const state = useSpeech((speech) => speech.state);
  const { speechRate: rate } = useSettings();
  const doc = useFrameDocument();
  useEffect(() => followSpeech(doc), [doc]);
  if (state === 'silent') return null;
  return (
    <div className="speech-bar" role="toolbar" aria-label={t.speech.label}>
      <IconButton label={t.speech.previous} icon={<SkipBack size={16} />} onClick={() => stepSpeech(-1)} />
      <IconButton label={state === 'speaking' ? t.speech.pause : t.speech.resume} command="read-aloud" icon={state === 'speaking' ? <Pause size={16} /> : <Play size={16} />}
        onClick={toggleSpeech} />
      <IconButton label={t.speech.next} icon={<SkipForward size={16} />} onClick={() => stepSpeech(1)} />
      <Button kind="quiet" aria-label={t.speech.rate(format.number(rate))} title={t.speech.rate(format.number(rate))} onClick={nextRate}>
        {`${format.number(rate)}×`}
      </Button>
      <IconButton label={t.speech.stop} icon={<X size={16} />} onClick={stopSpeech} />
    </div>
  );
}
