import { wordOffset } from '../../contract/domain/fold.ts';
import { findMatches } from '../../contract/domain/matches.ts';
import type { MatchRange } from '../../contract/domain/search.ts';

/** Characters of a snippet, and how many of them stand before the first match. */
const LENGTH = 180;
const BEFORE = 24;

/** Characters that are looked at to see whether a match begins where it is said to. */
const LOOKED_AT = 40;

/** Bytes before and after a word that a snippet around it can be made of: a word more than it has, at three bytes for each UTF-16 unit. */
const BYTES_BEFORE = 3 * (BEFORE + 24);
const BYTES_AFTER = 3 * (LENGTH + BEFORE + 24);

/** All but the common one. */
const OTHER_SPACE = /[^\S ]/g;

/** A stretch of a text. */
interface Stretch {
  readonly text: string;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** The piece of a text that shows its matches best; its beginning where it has none. What is marked in it, `findMatches` tells. */
export function makeSnippet(text: string, terms: readonly string[]): string {
  const first = densest(findMatches(text, terms));
  return cut({ text, isCutBefore: false, isCutAfter: false }, first === undefined ? 0 : wordStart(text, first.start - BEFORE));
}

/**
 * As `makeSnippet`, of a text in UTF-8 of which a word is known that is in the best match: only what is near it is read.
 *
 * @param word its number in the text; -1 where the text is known to have no match
 */
export function snippetAt(utf8: Buffer, terms: readonly string[], word: number): string {
  if (word === -1) return cut(stretchOf(utf8, 0, BYTES_AFTER), 0);
  const offset = wordOffset(utf8, word);
  const from = characterStart(utf8, offset - BYTES_BEFORE);
  const stretch = stretchOf(utf8, from, offset + BYTES_AFTER);
  const at = utf16Length(utf8, from, offset);
  // A text that was changed since it was indexed may have other words there.
  if (findMatches(stretch.text.slice(at, at + LOOKED_AT), terms).length === 0) return makeSnippet(utf8.toString(), terms);
  return cut(stretch, wordStart(stretch.text, at - BEFORE));
}

function stretchOf(utf8: Buffer, from: number, wantedEnd: number): Stretch {
  const end = characterStart(utf8, wantedEnd);
  return { text: utf8.toString('utf8', from, end), isCutBefore: from > 0, isCutAfter: end < utf8.length };
}

/** The nearest place at or before one, inside a text, at which a character begins. */
function characterStart(utf8: Buffer, wanted: number): number {
  let at = Math.min(Math.max(wanted, 0), utf8.length);
  while (at > 0 && ((utf8[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}

function utf16Length(utf8: Buffer, from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to; at += 1) {
    const byte = utf8[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
  }
  return length;
}

function cut({ text, isCutBefore, isCutAfter }: Stretch, start: number): string {
  const end = wordEnd(text, start + LENGTH);
  return (start > 0 || isCutBefore ? '… ' : '') + text.slice(start, end).replace(OTHER_SPACE, ' ') + (end < text.length || isCutAfter ? ' …' : '');
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
