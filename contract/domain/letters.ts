import { foldPrefix } from './fold.ts';

/** How the letters of a word in a text compare with a word that is folded; `unclear` where only the word's forms can tell. */
export type LetterComparison = 'equal' | 'longer' | 'other' | 'unclear';

/** What `plainLetters` says of a character that stands in no plain form. */
const NOTHING = 1;
/** What it says of one whose plain form depends on its neighbours, or is not one letter. */
const UNCLEAR = 2;

/** UTF-16 unit -> its letter without marks, in lower case; 0 where it was not asked for yet. */
const plainLetters = new Uint16Array(0x10000);
const COMBINING = /^[\u0300-\u036F]$/;
/** Other marks, letters that are written with two units, and the sigma, which is another one at the end of a word. */
const UNCLEAR_CHARACTERS = /^[\p{M}\p{Cf}\ud800-\udfff\u03a3\u03c3\u03c2]$/u;

function plainLetterOf(code: number): number {
  const known = plainLetters[code] ?? 0;
  if (known !== 0) return known;
  const character = String.fromCharCode(code);
  const found = COMBINING.test(character) ? NOTHING : plainOrUnclear(character);
  plainLetters[code] = found;
  return found;
}

function plainOrUnclear(character: string): number {
  const plain = foldPrefix(character);
  return plain.length !== 1 || UNCLEAR_CHARACTERS.test(character) || UNCLEAR_CHARACTERS.test(plain) ? UNCLEAR : plain.charCodeAt(0);
}

/**
 * Compares a word of a text with a folded one (as `foldPrefix` gives it) letter by letter, without making the word's forms:
 * of a thousand words of a text, nearly all differ in the first letters.
 */
export function compareLetters(text: string, start: number, end: number, wanted: string): LetterComparison {
  let place = 0;
  for (let at = start; at < end; at += 1) {
    const letter = plainLetterOf(text.charCodeAt(at));
    if (letter === NOTHING) continue;
    if (letter === UNCLEAR) return 'unclear';
    if (place === wanted.length) return 'longer';
    if (letter !== wanted.charCodeAt(place)) return 'other';
    place += 1;
  }
  return place === wanted.length ? 'equal' : 'other';
}
