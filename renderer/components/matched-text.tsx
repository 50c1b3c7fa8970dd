import type { ReactNode } from 'react';
import type { MatchRange } from '../../contract/domain/search.ts';

/** A text with its matched runs marked. */
export function MatchedText({ text, matches }: { readonly text: string; readonly matches: readonly MatchRange[] }): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of matches) {
    if (start < at || end > text.length) continue;
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
