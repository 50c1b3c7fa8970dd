import type { Language } from '../../../contract/words/index.ts';
import { notify } from '../../app/notices.ts';
import { createStore, useStore } from '../../app/store.ts';
import { currentI18n } from '../../i18n/index.ts';
import { changeSettings, currentSettings } from '../settings/settings-store.ts';
import type { FrameText } from './frame-text.ts';
import { rangeOf, readFrameText } from './frame-text.ts';
import { currentFrame } from './frame-store.ts';
import { openNeighbour } from './reader-store.ts';
import { sentencesIn, spokenText, voiceFor } from './speech-text.ts';

interface SpeechState {
  readonly state: 'silent' | 'speaking' | 'paused';
}

const RATES = [1, 1.25, 1.5, 2, 0.75] as const;
const MARK = 'docbao-speech';
/** What is there to be looked up, not to be listened to. */
const UNSPOKEN = '.docbao-source, .docbao-meta, .docbao-missing-image';
/** How long the system may take to name its voices. */
const VOICES_MS = 1000;

const store = createStore<SpeechState>({ state: 'silent' });
let text: FrameText = { text: '', nodes: [] };
let doc: Document | null = null;
let sentences: ReturnType<typeof sentencesIn> = [];
let at = 0;
/** Grows with every utterance and every stop: an end that belongs to an earlier one is not heeded. */
let turn = 0;

async function voices(): Promise<readonly SpeechSynthesisVoice[]> {
  const known = speechSynthesis.getVoices();
  if (known.length > 0) return known;
  await new Promise<void>((resolve) => {
    speechSynthesis.addEventListener('voiceschanged', () => resolve(), { once: true });
    setTimeout(resolve, VOICES_MS);
  });
  return speechSynthesis.getVoices();
}

function mark(range: Range | null): void {
  const view = doc?.defaultView;
  if (view == null) return;
  if (range === null) {
    view.CSS.highlights.delete(MARK);
    return;
  }
  view.CSS.highlights.set(MARK, new view.Highlight(range));
  const box = range.getBoundingClientRect();
  if (box.top < view.innerHeight * 0.1 || box.bottom > view.innerHeight * 0.8) view.scrollTo({ top: view.scrollY + box.top - view.innerHeight / 3 });
}

function silence(): void {
  turn += 1;
  speechSynthesis.cancel();
}

/** The article is at its end: the next one is read, if there is one. */
function goOn(): void {
  mark(null);
  if (openNeighbour(1)) return;
  stopSpeech();
  notify(currentI18n().t.speech.finished);
}

function speakFrom(index: number, voice: SpeechSynthesisVoice): void {
  silence();
  const mine = turn;
  const sentence = sentences[index];
  if (sentence === undefined) {
    goOn();
    return;
  }
  at = index;
  const range = rangeOf(text, sentence);
  mark(range);
  const utterance = new SpeechSynthesisUtterance(range === null ? '' : spokenText(range.cloneContents()));
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = currentSettings().speechRate;
  utterance.onend = () => {
    if (mine === turn) speakFrom(index + 1, voice);
  };
  utterance.onerror = () => {
    if (mine !== turn) return;
    stopSpeech();
    notify(currentI18n().t.speech.failed, 'failed');
  };
  speechSynthesis.speak(utterance);
}

/** A language by the name that another has for it: `Tiếng Việt`, `Vietnamese`. */
function languageName(wanted: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(wanted.split('-')[0] ?? wanted) ?? wanted;
}

/** Speaks on from the current sentence; says in words where the system has no voice for the article's language. */
async function speak(): Promise<void> {
  const { t, language } = currentI18n();
  const lang = doc?.documentElement.lang ?? '';
  const wanted = lang === '' ? language : lang;
  const voice = voiceFor(await voices(), wanted);
  if (store.get().state !== 'speaking') return;
  if (voice !== null) {
    speakFrom(at, voice);
    return;
  }
  store.set({ state: 'silent' });
  notify(t.speech.noVoice(languageName(wanted, language)), 'failed');
}

function takeDocument(next: Document): void {
  const root = next.querySelector<HTMLElement>('.docbao-article');
  doc = next;
  text = root === null ? { text: '', nodes: [] } : readFrameText([root]);
  const all = sentencesIn(text.text, next.documentElement.lang || currentI18n().language);
  sentences = all.filter((sentence) => rangeOf(text, sentence)?.startContainer.parentElement?.closest(UNSPOKEN) == null);
  at = 0;
}

/** Begins to read the open article aloud, pauses, or goes on. */
export function toggleSpeech(): void {
  const { state } = store.get();
  const shown = currentFrame().doc;
  if (shown === null) return;
  if (state === 'speaking') {
    silence();
    store.set({ state: 'paused' });
    return;
  }
  if (state === 'silent' || shown !== doc) takeDocument(shown);
  store.set({ state: 'speaking' });
  void speak();
}

export function stopSpeech(): void {
  silence();
  mark(null);
  store.set({ state: 'silent' });
}

/** Goes to the next or the previous sentence. */
export function stepSpeech(step: 1 | -1): void {
  at = Math.min(sentences.length - 1, Math.max(0, at + step));
  const sentence = sentences[at];
  if (store.get().state === 'speaking') void speak();
  else if (sentence !== undefined) mark(rangeOf(text, sentence));
}

/** Takes the next of a few speeds. */
export function nextRate(): void {
  const now = RATES.findIndex((rate) => rate === currentSettings().speechRate);
  changeSettings({ speechRate: RATES[(now + 1) % RATES.length] ?? 1 });
  if (store.get().state === 'speaking') void speak();
}

/** Another article is on screen, or none: whoever listens hears that one. */
export function followSpeech(shown: Document | null): void {
  if (shown === doc || store.get().state === 'silent') return;
  mark(null);
  if (shown === null || store.get().state === 'paused') {
    stopSpeech();
    return;
  }
  takeDocument(shown);
  void speak();
}

export function useSpeech<S>(select: (state: SpeechState) => S): S {
  return useStore(store, select);
}
