import hljs from 'highlight.js/lib/common';
import { likelyLanguages } from './code-signs.ts';
import { tokensIn, type CodeToken } from './code-tokens.ts';

/** Characters that a guess is made from: each language that it may be is tried on them. */
const GUESSED_FROM = 1500;
/** How sure highlight.js must be of a language that has its sign. */
const SURE = 3;

function guess(code: string): string | undefined {
  const sample = code.slice(0, GUESSED_FROM);
  const likely = likelyLanguages(sample);
  if (likely.length === 0) return undefined;
  const { language, relevance } = hljs.highlightAuto(sample, [...likely]);
  return relevance >= SURE ? language : undefined;
}

/** The coloured pieces of code in a language that it names, or in the one that it looks like; none where it looks like none. */
export function colourCode(code: string, named: string | null): readonly CodeToken[] {
  const language = named !== null && hljs.getLanguage(named) !== undefined ? named : guess(code);
  return language === undefined ? [] : tokensIn(hljs.highlight(code, { language, ignoreIllegals: true }).value);
}
