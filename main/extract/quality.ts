import { comparable } from './dom.ts';
import { isWallText } from './walls.ts';

/** What is compared of two readings of one article. */
export interface Reading {
  readonly text: string;
  readonly wordCount: number;
  readonly imageCount: number;
}

/** A reading that has lost more than this much of its words is a cut, not an edit. */
const MIN_KEPT = 0.7;
/** Two readings with less in common than this are not of one article. */
const MIN_COMMON = 0.3;
const SHORT = 60;

/**
 * Whether a new reading of an article is worse than the stored one, so that the stored one must stay: a wall or an error
 * page, a teaser of what was whole, another page at the same address, or the same text without its pictures.
 */
export function isWorseThan(previous: Reading, next: Reading): boolean {
  if (next.wordCount === 0) return previous.wordCount > 0 || previous.imageCount > next.imageCount;
  if (previous.wordCount < SHORT && next.wordCount >= previous.wordCount) return isWallText(next.text) && !isWallText(previous.text);
  if (isWallText(next.text) && next.wordCount < previous.wordCount) return true;
  if (next.wordCount < previous.wordCount * MIN_KEPT) return true;
  const common = sharedWords(previous.text, next.text);
  if (common < MIN_COMMON && next.wordCount < previous.wordCount * 3) return true;
  return next.imageCount === 0 && previous.imageCount > 0 && next.wordCount <= previous.wordCount * 1.05;
}

/** The part of the first text's different words that the second has too. */
function sharedWords(a: string, b: string): number {
  const left = new Set(comparable(a).split(' ').filter((word) => word.length > 2));
  const right = new Set(comparable(b).split(' '));
  let common = 0;
  for (const word of left) if (right.has(word)) common += 1;
  return left.size === 0 ? 1 : common / left.size;
}
