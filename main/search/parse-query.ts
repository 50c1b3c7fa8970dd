import type { ParsedQuery, QueryNode } from './query-tree.ts';
import { queryWords, type QueryWord } from './query-words.ts';

/** Reads a query. Never throws: what is not part of the language is words. */
export function parseQuery(query: string): ParsedQuery {
  const phrases: (readonly QueryWord[])[] = [];
  const excluded: (readonly QueryWord[])[] = [];
  const rest = query.replace(/(^|\s)(-?)"([^"]*)"|(^|\s)-([^\s"]+)/gu, (_all, _space, minus: string, quoted: string | undefined, _space2, word: string | undefined) => {
    const found = queryWords(quoted ?? word ?? '', false);
    if (found.length > 0) (minus === '-' || word !== undefined ? excluded : phrases).push(found);
    return ' ';
  });
  const words = queryWords(rest, true);
  const nodes: QueryNode[] = [
    ...(words.length > 0 ? [{ kind: 'words', words, field: null } as const] : []),
    ...phrases.map((phrase) => ({ kind: 'phrase', words: phrase, field: null }) as const),
    ...excluded.map((phrase) => ({ kind: 'not', node: { kind: 'phrase', words: phrase, field: null } }) as const),
  ];
  return {
    root: nodes.some(({ kind }) => kind !== 'not') ? { kind: 'and', nodes } : null,
    run: words.length > 0 ? words : (phrases[0] ?? []),
    scored: [...words, ...phrases.flat()],
    terms: termsOf(words, phrases),
  };
}

function termsOf(words: readonly QueryWord[], phrases: readonly (readonly QueryWord[])[]): readonly string[] {
  const spelled = (list: readonly QueryWord[]): string => list.map(({ text }) => text).join(' ');
  const run = words.length === 0 ? [] : [spelled(words) + (words.at(-1)?.prefix === null ? '' : '*')];
  return [...run, ...phrases.map((phrase) => `"${spelled(phrase)}"`)];
}
