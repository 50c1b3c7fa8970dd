import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { findMatches } from '../../contract/domain/matches.ts';

/** A text with what a search's terms match in it marked. */
export function MatchedText({ text, terms }: { readonly text: string; readonly terms: readonly string[] }): ReactNode {
  const matches = useMemo(() => findMatches(text, terms), [text, terms]);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of matches) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
