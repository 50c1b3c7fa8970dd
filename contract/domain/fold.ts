/**
 * How Docbao reads words: where a word begins and ends, and in which forms it is compared. Search and the reader's marks
 * share this, so that what was found is what is marked. Everything works on text in any normal form and gives offsets
 * into the text as it was handed in.
 */

/** A word's two forms. Words that differ in `folded` are different words; `marked` tells marks apart. */
export interface WordForms {
  /** Lower case, without any marks, đ as d, `ky` as `ki`: what `bau cu` and `Bầu cử` share. */
  readonly folded: string;
  /** Lower case with its marks, the tone written at the end so that `hoà` and `hòa`, `kĩ` and `kỹ` are equal. */
  readonly marked: string;
}

export type WordVisitor = (word: string, start: number, end: number) => void;

const SEPARATOR = 1;
const LETTER = 2;
/** Zero-width characters and soft hyphens: they stand inside words and mean nothing. */
const IGNORED = 3;
/** Scripts written without spaces: each character is a word, and a phrase finds the rest. */
const LONE = 4;
const SURROGATE = 5;

const characterClasses = new Uint8Array(0x10000);
const IGNORED_CHARACTERS = /[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFE00-\uFE0F\uFEFF]/;
const ALL_IGNORED = new RegExp(IGNORED_CHARACTERS.source, 'g');
const LONE_CHARACTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LETTER_CHARACTERS = /[\p{L}\p{N}\p{M}]/u;

function classify(character: string): number {
  if (IGNORED_CHARACTERS.test(character)) return IGNORED;
  if (!LETTER_CHARACTERS.test(character)) return SEPARATOR;
  return LONE_CHARACTERS.test(character) ? LONE : LETTER;
}

function classOf(code: number): number {
  const known = characterClasses[code] ?? 0;
  if (known !== 0) return known;
  const found = code >= 0xd800 && code <= 0xdfff ? SURROGATE : classify(String.fromCharCode(code));
  characterClasses[code] = found;
  return found;
}

/**
 * Calls `visit` for every word of a text in order: the word without zero-width characters, and its UTF-16 offsets in
 * `text` (`end` exclusive).
 */
export function eachWord(text: string, visit: WordVisitor): void {
  eachWordRange(text, (start, end) => visit(wordBetween(text, start, end), start, end));
}

/** As `eachWord`, without the words themselves; `wordBetween` gives them where they are wanted. */
export function eachWordRange(text: string, visit: (start: number, end: number) => void): void {
  const length = text.length;
  let start = -1;
  let end = 0;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    let kind = characterClasses[code] ?? 0;
    let width = 1;
    if (kind === 0) kind = classOf(code);
    if (kind === SURROGATE) {
      kind = classOfPair(text, at);
      if (kind !== SEPARATOR) width = widthAt(text, at);
    }
    if (kind === LETTER) {
      if (start < 0) start = at;
      end = at + width;
    } else if (kind !== IGNORED) {
      if (start >= 0) visit(start, end);
      if (kind === LONE) visit(at, at + width);
      start = -1;
    }
    at += width - 1;
  }
  if (start >= 0) visit(start, end);
}

/** The word that stands between two offsets of `eachWordRange`. */
export function wordBetween(text: string, start: number, end: number): string {
  const word = text.slice(start, end);
  return IGNORED_CHARACTERS.test(word) ? word.replace(ALL_IGNORED, '') : word;
}

/** The first letter of a word's folded form, as a code unit: tells most words apart without folding them. */
export function firstLetterOf(text: string, start: number): number {
  const code = text.charCodeAt(start);
  const known = firstLetters[code] ?? 0;
  if (known !== 0) return known;
  const found = foldPrefix(text.slice(start, start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1))).charCodeAt(0) || code;
  if (code < 0xd800 || code > 0xdfff) firstLetters[code] = found;
  return found;
}

const firstLetters = new Uint16Array(0x10000);

/** Where the word with this number begins in a text in UTF-8, in bytes; the text's length where it has fewer words. */
export function wordOffset(utf8: Uint8Array, number: number): number {
  const { length } = utf8;
  let seen = -1;
  let isInWord = false;
  let width = 1;
  for (let at = 0; at < length; at += width) {
    let point = utf8[at] ?? 0;
    width = 1;
    if (point >= 0x80) {
      width = point >= 0xf0 ? 4 : point >= 0xe0 ? 3 : 2;
      point = width === 2 ? point & 0x1f : width === 3 ? point & 0x0f : point & 0x07;
      for (let next = at + 1; next < at + width; next += 1) point = (point << 6) | ((utf8[next] ?? 0) & 0x3f);
    }
    let kind = point <= 0xffff ? (characterClasses[point] ?? 0) : classify(String.fromCodePoint(point));
    if (kind === 0) kind = classOf(point);
    if (kind === LETTER) {
      if (!isInWord) seen += 1;
      isInWord = true;
    } else if (kind !== IGNORED) {
      if (kind === LONE) seen += 1;
      isInWord = false;
    }
    if (seen === number && (kind === LONE || isInWord)) return at;
  }
  return length;
}

/** UTF-16 units of the character that begins here. */
function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function classOfPair(text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0;
  return point > 0xffff ? classify(String.fromCodePoint(point)) : SEPARATOR;
}

const remembered = new Map<string, WordForms>();
const MOST_REMEMBERED = 100_000;

/** The forms in which a word (as `eachWord` gives it) is compared. */
export function formsOf(word: string): WordForms {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const forms = computeForms(word);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(word, forms);
  return forms;
}

/** Grave, acute, tilde, hook above, dot below: the five written tones. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Combining marks of the Latin, Greek and Cyrillic scripts; other scripts' vowel signs are letters, and stay. */
const COMBINING = /[\u0300-\u036F]/g;
const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  đ: 'd', ð: 'd', ı: 'i', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th', ħ: 'h', ŧ: 't',
};
const UNDECOMPOSED = /[đðıłøæœßþħŧ]/g;
/** `kỹ` and `kĩ`, `quý` and `quí`: one word in two spellings. Only after these may the two letters be exchanged. */
const Y_FOR_I = /^(h|k|l|m|s|t|v|qu)y$/;
const I_FOR_Y = /^(h|k|l|m|s|t|v|qu)i$/;

/** The plain letters (as `foldPrefix` gives them) that words with one folded form are written with. */
export function spellingsOf(folded: string): readonly string[] {
  return I_FOR_Y.test(folded) ? [folded, `${folded.slice(0, -1)}y`] : [folded];
}

function computeForms(word: string): WordForms {
  const decomposed = decompose(word);
  const plain = withoutMarks(decomposed);
  const folded = Y_FOR_I.test(plain) ? `${plain.slice(0, -1)}i` : plain;
  return { folded, marked: markedForm(decomposed, plain !== folded) };
}

function markedForm(decomposed: string, endsInY: boolean): string {
  const spelled = endsInY ? decomposed.replace(/y(?=[\u0300-\u036F]*$)/, 'i') : decomposed;
  const tones = spelled.match(TONES);
  if (tones === null || tones.length > 1) return spelled.normalize('NFC');
  return spelled.replace(TONES, '').normalize('NFC') + tones[0];
}

/** The folded form of one word before `ky` becomes `ki`: what a word that is still being typed begins with. */
export function foldPrefix(word: string): string {
  return withoutMarks(decompose(word));
}

function decompose(word: string): string {
  return word.normalize('NFKC').toLowerCase().normalize('NFD');
}

function withoutMarks(decomposed: string): string {
  return decomposed.replace(COMBINING, '').replace(UNDECOMPOSED, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] ?? letter);
}

/**
 * Whether a stored word carries every mark that was typed: `bâu` agrees with `bầu`, `ban` with `bàn` and `bạn`, `bàn` not
 * with `bán`. Both are `marked` forms of words whose folded forms are equal, or, for a `prefix`, begin alike.
 */
export function marksAgree(typed: string, stored: string): boolean {
  if (typed === stored) return true;
  const typedLetters = lettersOf(typed);
  const storedLetters = lettersOf(stored);
  if (typedLetters.tone !== '' && typedLetters.tone !== storedLetters.tone) return false;
  return typedLetters.letters.every((letter, at) => {
    const other = storedLetters.letters[at] ?? '';
    return letter === other || (isUnmarked(letter) && foldPrefix(other) === letter);
  });
}

function lettersOf(marked: string): { letters: readonly string[]; tone: string } {
  const last = marked.at(-1) ?? '';
  const tone = isTone(last) ? last : '';
  return { letters: [...(tone === '' ? marked : marked.slice(0, -1))], tone };
}

function isTone(character: string): boolean {
  return character !== '' && '\u0300\u0301\u0303\u0309\u0323'.includes(character);
}

function isUnmarked(letter: string): boolean {
  return foldPrefix(letter) === letter;
}
