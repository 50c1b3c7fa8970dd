import type { MatchRange } from '../../../contract/domain/search.ts';

/** Characters that are coloured without a pause: some 5 ms of TypeScript on a busy machine. */
const MOST = 1000;

/** Where code may be cut, the best first: before what begins at the margin after an empty line, before any other line at the margin, between lines. */
const CUTS = [/\n[ \t]*\n(?=\S)/g, /\n(?=\S)/g, /\n/g];

function cutIn(code: string): number {
  for (const cut of CUTS) {
    const last = [...code.matchAll(cut)].at(-1);
    if (last !== undefined) return last.index + last[0].length;
  }
  return code.length;
}

/** Code in pieces that are short enough to be coloured one by one, cut where few things go on: a comment over a cut loses its colour behind it. */
export function piecesOf(code: string): readonly MatchRange[] {
  const pieces: MatchRange[] = [];
  let start = 0;
  while (code.length - start > MOST) {
    const end = start + cutIn(code.slice(start, start + MOST));
    pieces.push({ start, end });
    start = end;
  }
  if (start < code.length) pieces.push({ start, end: code.length });
  return pieces;
}
