/** Control characters (but tab, line feed, form feed, carriage return), non-characters and the interlinear annotation marks. */
const UNWANTED = /(?![\t\n\f\r])\p{Cc}|[\uFFF9-\uFFFB\uFFFE\uFFFF]|\p{Noncharacter_Code_Point}/gu;

/** Zero-width characters that only break words in two for search; scripts that need U+200B between words keep it. */
const ZERO_WIDTH = /[\u00AD\u2060\u180E\uFEFF]|(?<![\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF])\u200B/gu;

/** A no-break space outside the places where a French typesetter puts one is an editor's accident. */
const STRAY_NO_BREAK = /(?<!«)\u00A0(?![:;!?»%])/gu;

/** Anything else than the composed Latin letters and the punctuation that nearly every text is made of. */
const UNUSUAL = /[^\t\n\f\r\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u1E00-\u1EFF\u2010-\u2027\u2030-\u205E]/;

/** Text as the library keeps it: well-formed, NFC, without control and stray invisible characters. */
export function cleanCharacters(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(UNWANTED, '').replace(ZERO_WIDTH, '').replace(STRAY_NO_BREAK, ' ').normalize('NFC');
}

/** HTML's white space run to one space. */
export function collapseSpace(text: string): string {
  return text.replace(/[ \t\n\f\r]+/g, ' ');
}

/** Every kind of space, no-break ones too, to one plain space; ends trimmed. */
export function flattenSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

const WORD = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}+|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu;

/** Number of words: runs of letters and digits; in Chinese and Japanese each ideograph is one. */
export function countWords(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(WORD)) count += 1;
  return count;
}
