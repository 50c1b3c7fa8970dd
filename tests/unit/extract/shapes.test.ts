import { describe, expect, it } from 'vitest';

import { extractArticle } from '../../../main/extract/index.ts';
import { sanitizeHtml } from '../../../main/sanitize/index.ts';
import { CAPTION, CHROME, LEDE, P, SHAPES, TITLE } from './pages.ts';

describe.each(SHAPES)('a page with $name', ({ url, html, byline, publishedAt, images }) => {
  const article = extractArticle(html, { url });
  const clean = sanitizeHtml(article.html, { baseUrl: url });

  it('has its title, lede, author, date and language', () => {
    expect(article.title).toBe(TITLE);
    expect(article.lede).toBe(LEDE);
    expect(article.byline).toBe(byline);
    expect(article.publishedAt === null ? null : new Date(article.publishedAt).toISOString()).toBe(publishedAt);
    expect(article.lang).toBe('vi');
  });

  it('has its whole body, once, without the lede and the title', () => {
    const lines = clean.text.split('\n');
    for (const paragraph of P) expect(lines.filter((line) => line === paragraph)).toHaveLength(1);
    expect(clean.text).not.toContain(LEDE);
    expect(clean.text).not.toContain(TITLE);
  });

  it('has its pictures with their caption, once', () => {
    expect(clean.images.map((image) => image.src)).toEqual(images);
    expect(clean.images[0]?.caption).toBe(CAPTION);
    expect(clean.text.split(CAPTION)).toHaveLength(2);
  });

  it('has nothing of the chrome', () => {
    for (const phrase of CHROME) expect(clean.text).not.toContain(phrase);
  });
});

/** The same page as a publishing system would give it that nobody has seen: no class, id or itemprop means anything. */
function withoutNames(html: string): string {
  const names = new Map<string, string>();
  return html.replace(/\s(class|id|itemprop|data-role)="([^"]*)"/g, (_match, attribute: string, value: string) => {
    const name = names.get(value) ?? `n${names.size}`;
    names.set(value, name);
    return attribute === 'itemprop' || attribute === 'data-role' ? '' : ` ${attribute}="${name}"`;
  });
}

describe.each(SHAPES)('a page with $name, its names taken away', ({ url, html }) => {
  const article = extractArticle(withoutNames(html), { url });
  const { text } = sanitizeHtml(article.html, { baseUrl: url });

  it('still has its title, lede and whole body, and no other headlines', () => {
    expect(article.title).toBe(TITLE);
    expect(article.lede).toBe(LEDE);
    for (const paragraph of P) expect(text.split('\n').filter((line) => line === paragraph)).toHaveLength(1);
    for (const phrase of CHROME.slice(0, 3)) expect(text).not.toContain(phrase);
  });
});
