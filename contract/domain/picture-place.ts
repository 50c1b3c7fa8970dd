import { decodeEntities, shownLede, squeeze, textOfHtml } from './anchor-text.ts';
import type { Article } from './article.ts';

/** An `<img>` of sanitised HTML with its address; every `>` and quote of a value is written as an entity there. */
const PICTURE = /<img\b[^>]*?\bdata-src="([^"]*)"/g;

/**
 * Where a picture of an article stands in the text that highlights are anchored in: behind the words before it. Where it is shown several
 * times, the place nearest to `near`; null where it is not shown at all.
 */
export function placeOfPicture(article: Pick<Article, 'title' | 'lede' | 'text' | 'html'>, picture: string, near: number): number | null {
  let found: number | null = null;
  for (const { 1: src = '', index } of article.html.matchAll(PICTURE)) {
    if (decodeEntities(src) !== picture) continue;
    const before = [article.title, shownLede(article) ?? '', textOfHtml(article.html.slice(0, index))].join('\n');
    const place = squeeze(before).text.length;
    if (found === null || Math.abs(place - near) < Math.abs(found - near)) found = place;
  }
  return found;
}
