import { describe, expect, it } from 'vitest';

import { extractArticle } from '../../../main/extract/index.ts';
import { sanitizeHtml } from '../../../main/sanitize/index.ts';
import { CAPTION, LEDE, P, TITLE } from './pages.ts';
import { PORTAL_CHROME, PORTALS, SECOND_CAPTION } from './portals.ts';

describe.each(PORTALS)('$name', ({ url, html, byline, publishedAt, images }) => {
  const article = extractArticle(html, { url });
  const clean = sanitizeHtml(article.html, { baseUrl: url });

  it('has its title, lede, author and date', () => {
    const shown = article.publishedAt === null ? null : new Date(article.publishedAt).toISOString();
    expect([article.title, article.lede, article.byline, shown, article.lang]).toEqual([TITLE, LEDE, byline, publishedAt, 'vi']);
  });

  it('has its body and captions, each once, and nothing else', () => {
    const captions = images.length > 1 && html.includes(SECOND_CAPTION) ? [CAPTION, SECOND_CAPTION] : [CAPTION];
    expect(clean.text.split('\n').toSorted()).toEqual([...P, ...captions].toSorted());
    expect(clean.images.map((image) => image.src)).toEqual(images);
    expect(clean.images.map((image) => image.caption).filter((caption) => caption !== null)).toEqual(captions);
  });

  it('has nothing of the chrome', () => {
    for (const phrase of PORTAL_CHROME) expect(clean.text).not.toContain(phrase);
  });
});

/** The same page as a publishing system would give it that nobody has seen: no class, id or itemprop means anything. */
function withoutNames(html: string): string {
  return html.replace(/\s(?:class|id|itemprop|data-role|data-slot|type)="[^"]*"/g, '');
}

describe.each(PORTALS)('$name, its names taken away', ({ url, html }) => {
  const article = extractArticle(withoutNames(html), { url });
  const { text } = sanitizeHtml(article.html, { baseUrl: url });

  it('still has its title, lede and whole body, and no other headlines', () => {
    expect(article.title).toBe(TITLE);
    expect(article.lede).toBe(LEDE);
    for (const paragraph of P) expect(text.split('\n').filter((line) => line === paragraph)).toHaveLength(1);
    for (const phrase of PORTAL_CHROME.slice(0, 3)) expect(text).not.toContain(phrase);
  });
});
