import type { Page } from 'playwright-core';

/** What was said, in the order in which it was. */
export interface Said {
  readonly text: string;
  /** The language of the voice, and its name. */
  readonly voice: string;
  readonly name: string;
  readonly rate: number;
}

interface Utterance {
  readonly text: string;
  readonly voice: { readonly lang: string; readonly name: string } | null;
  readonly rate: number;
  readonly onboundary: ((event: { readonly name: string; readonly charIndex: number; readonly charLength: number }) => void) | null;
  readonly onend: (() => void) | null;
  readonly onerror: (() => void) | null;
}

interface Mouth {
  said: Said[];
  now: Utterance | null;
}

/** Gives a window voices (`vi-VN Linh`) that say nothing and take as long as the test wants: this machine has none of its own. */
export async function pretendVoices(page: Page, given: readonly string[]): Promise<void> {
  await page.evaluate((all) => {
    const mouth: Mouth = { said: [], now: null };
    const voices = all.map((voice, at) => {
      const [lang = '', name = lang] = voice.split(' ');
      return { lang, name, voiceURI: voice, default: at === 0, localService: true };
    });
    const synthesis = {
      getVoices: () => voices,
      addEventListener: (_type: string, heard: () => void) => queueMicrotask(heard),
      removeEventListener: () => undefined,
      speak: (utterance: Utterance) => {
        mouth.now = utterance;
        mouth.said.push({ text: utterance.text, voice: utterance.voice?.lang ?? '', name: utterance.voice?.name ?? '', rate: utterance.rate });
      },
      cancel: () => {
        const { now } = mouth;
        mouth.now = null;
        now?.onerror?.();
      },
    };
    class SpeechSynthesisUtterance {
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    for (const [name, value] of Object.entries({ speechSynthesis: synthesis, SpeechSynthesisUtterance, docbaoMouth: mouth })) {
      Object.defineProperty(window, name, { value, configurable: true });
    }
  }, given);
}

/** What the window has said so far. */
export function said(page: Page): Promise<readonly Said[]> {
  return page.evaluate(() => (window as unknown as { docbaoMouth: Mouth }).docbaoMouth.said);
}

/** The voice comes to the end of its sentence, or breaks off. */
export function endSentence(page: Page, how: 'end' | 'error' = 'end'): Promise<void> {
  return page.evaluate((ending) => {
    const mouth = (window as unknown as { docbaoMouth: Mouth }).docbaoMouth;
    const { now } = mouth;
    mouth.now = null;
    if (ending === 'end') now?.onend?.();
    else now?.onerror?.();
  }, how);
}

/** The voice comes to a word of its sentence. */
export function reachWord(page: Page, word: string): Promise<void> {
  return page.evaluate((wanted) => {
    const { now } = (window as unknown as { docbaoMouth: Mouth }).docbaoMouth;
    now?.onboundary?.({ name: 'word', charIndex: now.text.indexOf(wanted), charLength: wanted.length });
  }, word);
}
