const WORD = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}+|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu;

/** Number of words: runs of letters and digits; in Chinese and Japanese each ideograph is one. */
export function countWords(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(WORD)) count += 1;
  return count;
}
