import type { MatchRange } from '../../../contract/domain/search.ts';
import { notify } from '../../app/notices.ts';
import { createStore, useStore } from '../../app/store.ts';
import { currentI18n } from '../../i18n/index.ts';
import { paragraphInSight } from '../highlights/frame-anchors.ts';
import { changeSettings, currentSettings } from '../settings/settings-store.ts';
import type { FrameText } from './frame-text.ts';
import { offsetIn, rangeOf, readFrameText } from './frame-text.ts';
import { currentFrame } from './frame-store.ts';
import { openNeighbour } from './reader-store.ts';
import { markSentence, markWord } from './speech-marks.ts';
import { languageCode, sentenceAt, sentencesIn, spokenOf, wordAt } from './speech-text.ts';
import { languageName, readerOf, sampleIn, setReader } from './speech-voices.ts';

interface SpeechState {
  readonly state: 'silent' | 'speaking' | 'paused';
  /** The language of what is read: its own, or the window's where the article does not say. */
  readonly lang: string;
}

const RATES = [1, 1.25, 1.5, 2, 0.75] as const;
/** What is there to be looked up, not to be listened to. */
const UNSPOKEN = '.docbao-source, .docbao-meta, .docbao-missing-image';

const store = createStore<SpeechState>({ state: 'silent', lang: '' });
let text: FrameText = { text: '', nodes: [] };
let doc: Document | null = null;
let sentences: readonly MatchRange[] = [];
let at = 0;
/** Grows with every utterance and every stop: what belongs to an earlier one is not heeded. */
let turn = 0;

function silence(): void {
  turn += 1;
  speechSynthesis.cancel();
}

/** The article is at its end: the next one is read, if there is one. */
function goOn(): void {
  markSentence(doc, null);
  if (openNeighbour(1)) return;
  stopSpeech();
  notify(currentI18n().t.speech.finished);
}

function utter(words: string, voice: SpeechSynthesisVoice): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = currentSettings().speechRate;
  return utterance;
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
  markSentence(doc, rangeOf(text, sentence));
  const spoken = spokenOf(text, sentence);
  const utterance = utter(spoken.text, voice);
  utterance.onboundary = ({ name, charIndex, charLength }) => {
    const word = mine === turn && name === 'word' ? wordAt(spoken, charIndex, charLength, voice.lang) : null;
    if (word !== null) markWord(doc, text, word);
  };
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

/** Speaks on from the current sentence; says in words where the system has no voice for the article's language. */
async function speak(): Promise<void> {
  const { t, language } = currentI18n();
  const { lang } = store.get();
  const voice = await readerOf(lang);
  if (store.get().state !== 'speaking') return;
  if (voice !== null) {
    speakFrom(at, voice);
    return;
  }
  store.set({ state: 'silent' });
  notify(t.speech.noVoice(languageName(lang, language)), 'failed');
}

function takeDocument(next: Document): void {
  const root = next.querySelector<HTMLElement>('.docbao-article');
  const lang = next.documentElement.lang || currentI18n().language;
  doc = next;
  text = root === null ? { text: '', nodes: [] } : readFrameText([root]);
  sentences = sentencesIn(text.text, lang).filter((sentence) => rangeOf(text, sentence)?.startContainer.parentElement?.closest(UNSPOKEN) == null);
  at = 0;
  store.set({ lang });
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

/** Reads on from a place in the document that is read; while it is paused that place is only marked. */
function goTo(node: Node, offset: number): void {
  at = sentenceAt(sentences, offsetIn(text, node, offset));
  moved();
}

function moved(): void {
  const sentence = sentences[at];
  if (store.get().state === 'speaking') void speak();
  else if (sentence !== undefined) markSentence(doc, rangeOf(text, sentence));
}

/** Reads aloud from what is selected, or from the paragraph in sight. */
export function speakFromHere(): boolean {
  const shown = currentFrame().doc;
  if (shown === null) return false;
  const selection = shown.getSelection();
  const range = selection === null || selection.isCollapsed ? paragraphInSight(shown) : selection.getRangeAt(0);
  if (shown !== doc || store.get().state === 'silent') takeDocument(shown);
  store.set({ state: 'speaking' });
  if (range === null) void speak();
  else goTo(range.startContainer, range.startOffset);
  return true;
}

/** Takes up reading at the sentence under a point of the page, where there is one. */
export function speakAt(x: number, y: number): void {
  const caret = doc?.caretPositionFromPoint(x, y) ?? null;
  if (caret === null) return;
  const sentence = sentences[sentenceAt(sentences, offsetIn(text, caret.offsetNode, caret.offset))];
  const lines = sentence === undefined ? [] : [...(rangeOf(text, sentence)?.getClientRects() ?? [])];
  // Beside the text the caret is at the end of a line that nobody meant.
  if (lines.some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom)) goTo(caret.offsetNode, caret.offset);
}

export function stopSpeech(): void {
  silence();
  markSentence(doc, null);
  store.set({ state: 'silent' });
}

/** Goes to the next or the previous sentence; false while nothing is read. */
export function stepSpeech(step: 1 | -1): boolean {
  if (store.get().state === 'silent') return false;
  at = Math.min(sentences.length - 1, Math.max(0, at + step));
  moved();
  return true;
}

/** Takes the next of a few speeds. */
export function nextRate(): void {
  const now = RATES.findIndex((rate) => rate === currentSettings().speechRate);
  changeSettings({ speechRate: RATES[(now + 1) % RATES.length] ?? 1 });
  if (store.get().state === 'speaking') void speak();
}

/** Lets the voice of a language be heard: on the sentence that it reads, or on a few words. */
export async function hearVoice(lang: string): Promise<void> {
  const { state, lang: current } = store.get();
  if (state === 'speaking' && languageCode(current) === languageCode(lang)) {
    await speak();
    return;
  }
  if (state === 'speaking') store.set({ state: 'paused' });
  silence();
  const mine = turn;
  const voice = await readerOf(lang);
  if (voice !== null && mine === turn) speechSynthesis.speak(utter(sampleIn(lang), voice));
}

/** Has a voice read a language from now on, and lets it be heard; null leaves it to the system. */
export function chooseVoice(lang: string, voiceURI: string | null): void {
  setReader(lang, voiceURI);
  void hearVoice(lang);
}

/** Another article is on screen, or none: whoever listens hears that one. */
export function followSpeech(shown: Document | null): void {
  if (shown === doc || store.get().state === 'silent') return;
  markSentence(doc, null);
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
