import type { MatchRange } from '../../../contract/domain/search.ts';
import type { FrameText } from './frame-text.ts';

/** The sentences of a text as ranges in it, without the space around them; lines end sentences, too. */
export function sentencesIn(text: string, lang: string): readonly MatchRange[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
  const found: MatchRange[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const start = index + (segment.length - segment.trimStart().length);
    const end = index + segment.trimEnd().length;
    if (end > start) found.push({ start, end });
  }
  return found;
}

/** The sentence at a place of the text, or the one that begins next; the last one behind all. */
export function sentenceAt(sentences: readonly MatchRange[], offset: number): number {
  const found = sentences.findIndex(({ end }) => end > offset);
  return found === -1 ? sentences.length - 1 : found;
}

/** What a voice says, and where in the article's text each UTF-16 unit of it stands. */
export interface Spoken {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Marks of notes, which nobody can follow by ear. */
const UNSAID = '[role="doc-noteref"], [role="doc-backlink"]';

/** What is said of a piece of the text. */
export function spokenOf({ nodes }: FrameText, { start, end }: MatchRange): Spoken {
  const parts: string[] = [];
  const offsets: number[] = [];
  for (const { node, start: nodeStart } of nodes) {
    const [from, to] = [Math.max(start, nodeStart), Math.min(end, nodeStart + node.length)];
    if (to <= from || node.parentElement?.closest(UNSAID) != null) continue;
    parts.push(node.data.slice(from - nodeStart, to - nodeStart));
    for (let at = from; at < to; at += 1) offsets.push(at);
  }
  const text = parts.join('');
  const ended = text.trimEnd();
  const begun = ended.trimStart();
  return { text: begun, offsets: offsets.slice(ended.length - begun.length, ended.length) };
}

/**
 * The word that a voice has come to, in the article's text; null where there is none. Some voices say how long it is, all where it
 * begins.
 */
export function wordAt({ text, offsets }: Spoken, charIndex: number, charLength: number, lang: string): MatchRange | null {
  const segment = new Intl.Segmenter(lang, { granularity: 'word' }).segment(text).containing(charIndex);
  const end = charLength > 0 ? charIndex + charLength : charIndex + (segment === undefined ? 0 : segment.segment.length - (charIndex - segment.index));
  const word = text.slice(charIndex, end).trimEnd();
  const [first, last] = [offsets[charIndex], offsets[charIndex + word.length - 1]];
  return /[\p{L}\p{N}]/u.test(word) && first !== undefined && last !== undefined ? { start: first, end: last + 1 } : null;
}

interface Voice {
  readonly lang: string;
  readonly name: string;
  readonly voiceURI: string;
  readonly default: boolean;
  readonly localService: boolean;
}

/** A language's own code, whatever the country and however it is written: `vi` of `vi-VN` and `vi_VN`. */
export function languageCode(lang: string): string {
  return lang.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** The voices that read a language, by name; none that needs the network. */
export function voicesFor<V extends Voice>(voices: readonly V[], lang: string): readonly V[] {
  const fitting = voices.filter((voice) => languageCode(voice.lang) === languageCode(lang) && voice.localService);
  return fitting.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The voice that reads a language: the one that was chosen for it, where it is still there; the system's choice otherwise. */
export function voiceFor<V extends Voice>(voices: readonly V[], lang: string, chosen?: string): V | null {
  const fitting = voices.filter((voice) => languageCode(voice.lang) === languageCode(lang) && voice.localService);
  return fitting.find((voice) => voice.voiceURI === chosen) ?? fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
}
