import type { MatchRange } from '../../../contract/domain/search.ts';

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

/** What is said of a piece of the text: without the marks of notes, which nobody can follow by ear. */
export function spokenText(piece: DocumentFragment): string {
  for (const mark of piece.querySelectorAll('[role="doc-noteref"], [role="doc-backlink"]')) mark.remove();
  return piece.textContent.trim();
}

interface Voice {
  readonly lang: string;
  readonly default: boolean;
  readonly localService: boolean;
}

/** The voice that reads a language: one of the machine's own before one that needs the network, the system's choice first. */
export function voiceFor<V extends Voice>(voices: readonly V[], lang: string): V | null {
  const language = lang.toLowerCase().split(/[-_]/)[0] ?? '';
  const fitting = voices.filter((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === language && voice.localService);
  return fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
}
