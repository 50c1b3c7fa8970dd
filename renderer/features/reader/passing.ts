import type { ArticleId } from '../../../contract/domain/article.ts';

/** Who holds a key down leaves an article sooner than this, in milliseconds; a key repeats every 30 to 50. */
export const PASSING_MS = 120;

/**
 * Whether an article that is left after so many milliseconds was only passed over: nobody has seen it. What follows upon it waits until the
 * passing has come to an end, and what lies between is never loaded.
 *
 * @param shown the article that is on screen
 */
export function isPassedOver(left: ArticleId | null, shown: ArticleId | null, ms: number): boolean {
  return left !== null && left !== shown && ms < PASSING_MS;
}
