import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

import { extractArticle } from '../../main/extract/index.ts';
import { sanitizeHtml } from '../../main/sanitize/index.ts';

/** What an extractor made of a page, as far as it can be measured. */
export interface Outcome {
  readonly title: string;
  readonly lede: string;
  readonly author: string;
  readonly publishedAt: number | null;
  readonly text: string;
  readonly captions: readonly string[];
  readonly images: number;
  readonly ms: number;
  /** Why there is no article, or null. */
  readonly error: string | null;
}

const NOTHING = { title: '', lede: '', author: '', publishedAt: null, text: '', captions: [], images: 0 };

/** Docbao's steps, as the sync runs them. */
export function withDocbao(html: string, url: string): Outcome {
  const start = performance.now();
  try {
    const article = extractArticle(html, { url });
    const clean = sanitizeHtml(article.html, { baseUrl: url });
    const captions = captionsIn(clean.html);
    return {
      title: article.title, lede: article.lede ?? '', author: article.byline ?? '', publishedAt: article.publishedAt,
      text: clean.text, captions, images: clean.images.length, ms: performance.now() - start, error: null,
    };
  } catch (thrown) {
    return { ...NOTHING, ms: performance.now() - start, error: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** Readability as it comes, on linkedom. Its excerpt (the description, else the first paragraph) stands for the lede. */
export function withReadability(html: string): Outcome {
  const start = performance.now();
  try {
    const { document } = parseHTML(html);
    const article = new Readability(document).parse();
    const ms = performance.now() - start;
    if (article === null) return { ...NOTHING, ms, error: 'Readability found nothing' };
    const body = parseHTML(`<!doctype html><html><body>${article.content ?? ''}</body></html>`).document;
    const sources = [...body.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? '');
    const date = new Date(article.publishedTime ?? '').getTime();
    return {
      title: article.title ?? '', lede: article.excerpt ?? '', author: article.byline ?? '', publishedAt: Number.isNaN(date) ? null : date,
      text: textOfBlocks(body.body), captions: [...body.querySelectorAll('figcaption')].map((caption) => caption.textContent),
      images: sources.filter((source) => /^(?:https?:|\/|\.)/.test(source)).length, ms, error: null,
    };
  } catch (thrown) {
    return { ...NOTHING, ms: performance.now() - start, error: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** Text with a break between blocks, so that words of two paragraphs are not glued into one. */
export function textOfBlocks(root: Element): string {
  for (const block of root.querySelectorAll('p, div, li, td, th, h1, h2, h3, h4, h5, h6, figcaption, br, blockquote, pre, dd, dt, section')) block.append('\n');
  for (const hidden of root.querySelectorAll('script, style, noscript')) hidden.remove();
  return root.textContent;
}

function captionsIn(html: string): string[] {
  return [...html.matchAll(/<figcaption[^>]*>(.*?)<\/figcaption>/gs)].map((match) => (match[1] ?? '').replace(/<[^>]*>/g, ' ').replace(/&lt;|&gt;|&amp;/g, ' '));
}
