import type { Telling } from '../../store/index.ts';

/** A text that has so many times the words of another tells more. */
const MUCH_MORE = 1.5;

/**
 * Which of two articles stands for the story that both tell: the one that its reader has done something with, else the one that has
 * its text, else the one that says much more, else the one that stands for others already, else the earlier one.
 */
export function leadOf(one: Telling, other: Telling): Telling {
  if (one.isTouched !== other.isTouched) return one.isTouched ? one : other;
  const isSummary = [one.offline === 'summary', other.offline === 'summary'];
  if (isSummary[0] !== isSummary[1]) return isSummary[0] === true ? other : one;
  if (one.wordCount >= other.wordCount * MUCH_MORE) return one;
  if (other.wordCount >= one.wordCount * MUCH_MORE) return other;
  if (one.following > 0 !== other.following > 0) return one.following > 0 ? one : other;
  if (one.publishedAt !== other.publishedAt) return one.publishedAt < other.publishedAt ? one : other;
  return one.id < other.id ? one : other;
}
