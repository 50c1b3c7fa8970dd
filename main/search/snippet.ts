import { wordOffset } from '../../contract/domain/fold.ts';
import { findMatches } from '../../contract/domain/matches.ts';
import type { MatchRange } from '../../contract/domain/search.ts';

export interface Snippet {
  readonly snippet: string;
  readonly snippetMatches: readonly MatchRange[];
}

/** Characters of a snippet, and how many of them stand before the first match. */
const LENGTH = 180;
const BEFORE = 24;

/**
 * The piece of a text that shows its matches best; its beginning where it has none.
 *
 * @param around the number of a word that is known to be in the best match: only the text near it is looked at; -1 where the
 *   text is known to have no match; null where nothing is known
 */
export function makeSnippet(text: string, terms: readonly string[], around: number | null): Snippet {
  if (around === -1) return cut(text, 0, [], 0);
  if (around !== null) {
    const start = wordStart(text, wordOffset(text, around) - BEFORE);
    const snippet = cut(text, start, findMatches(text.slice(start, start + LENGTH + BEFORE), terms), start);
    if (snippet.snippetMatches.length > 0) return snippet;
  }
  const matches = findMatches(text, terms);
  const first = densest(matches);
  return cut(text, first === undefined ? 0 : wordStart(text, first.start - BEFORE), matches, 0);
}

/** @param offset what the matches' offsets are counted from */
function cut(text: string, start: number, matches: readonly MatchRange[], offset: number): Snippet {
  const end = wordEnd(text, start + LENGTH);
  const before = start > 0 ? '… ' : '';
  const shift = before.length - start + offset;
  return {
    snippet: before + text.slice(start, end).replace(/\s/g, ' ') + (end < text.length ? ' …' : ''),
    snippetMatches: matches
      .map((match) => ({ start: match.start + shift, end: match.end + shift }))
      .filter((match) => match.start >= before.length && match.end <= before.length + end - start),
  };
}

/** The match that has the most matched characters in the stretch that begins with it. */
function densest(matches: readonly MatchRange[]): MatchRange | undefined {
  let best: MatchRange | undefined;
  let most = 0;
  matches.forEach((match, at) => {
    let matched = 0;
    for (let next = at; next < matches.length; next += 1) {
      const other = matches[next];
      if (other === undefined || other.end > match.start + LENGTH - BEFORE) break;
      matched += other.end - other.start;
    }
    if (matched > most) {
      most = matched;
      best = match;
    }
  });
  return best;
}

function wordStart(text: string, wanted: number): number {
  if (wanted <= 0) return 0;
  const space = text.slice(wanted, wanted + 20).search(/\s/);
  return space < 0 ? safeCut(text, wanted) : wanted + space + 1;
}

function wordEnd(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const space = text.lastIndexOf(' ', wanted);
  return space > wanted - 20 ? space : safeCut(text, wanted);
}

/** Never between the two halves of a character or before its combining marks. */
function safeCut(text: string, at: number): number {
  let end = at;
  while (end < text.length && /[\udc00-\udfff\p{M}]/u.test(text.charAt(end))) end += 1;
  return end;
}
