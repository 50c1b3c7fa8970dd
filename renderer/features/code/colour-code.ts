import hljs from 'highlight.js/lib/common';
import { likelyLanguages } from './code-signs.ts';
import { tokensIn, type CodeToken } from './code-tokens.ts';

/** Characters that a guess is made from: each language that it may be is tried on them. */
const GUESSED_FROM = 600;
/** How sure highlight.js must be of a language that has its sign. */
const SURE = 3;

/** What code is written in: what its page says, or what it looks like; null where nobody knows the name and it looks like words. */
export function languageOf(code: string, named: string | null): string | null {
  if (named !== null && hljs.getLanguage(named) !== undefined) return named;
  const sample = code.slice(0, GUESSED_FROM);
  const likely = likelyLanguages(sample);
  const { language = null, relevance } = likely.length === 0 ? { relevance: 0 } : hljs.highlightAuto(sample, [...likely]);
  return relevance >= SURE ? language : null;
}

/** The coloured pieces of code in a language that `languageOf` answered. */
export function colourCode(code: string, language: string): readonly CodeToken[] {
  return tokensIn(hljs.highlight(code, { language, ignoreIllegals: true }).value);
}
