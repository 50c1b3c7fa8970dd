import { Readability } from '@mozilla/readability';

import { NOTES } from './boilerplate.ts';
import { attribute, comparable, linkDensity, textOf } from './dom.ts';
import type { DomDocument, DomElement } from './dom.ts';
import type { PageMetadata } from './metadata.ts';

/**
 * Names under which publishing systems put the running text itself: schema.org, WordPress, Ghost, Blogger, and the
 * systems of Vietnamese papers.
 */
const BODY_CLASSES = new Set([
  'fck_detail', 'detail-content', 'detail__content', 'detail-content-body', 'afcbc-body', 'detail-cmain', 'singular-content', 'article__body',
  'article-body', 'article-content', 'article__content', 'cms-body', 'content-detail', 'maincontent', 'main-content-body', 'the-article-body',
  'knc-content', 'entry-content', 'post-content', 'post-body', 'gh-content', 'story-body', 'story-content', 'content-news', 'news-content',
  'newscontent', 'contentdetail', 'content_detail', 'article-detail', 'detail-text', 'detail_content', 'edittor-content', 'editor-content',
  'cate-24h-foot-arti-deta-info', 'box_content_detail', 'bodytext', 'body-content', 'art-body', 'entry-body', 'ArticleContent', 'wsw', 't-content__body', 'news-detail-content', 'noidung', 'detail-body', 'article_content',
  'article-text', 'post__content', 'post-detail', 'content-body', 'rte-content', 'block-content-detail', 'dt-news__content', 'single-content', 'main-detail-content',
]);
const BODY_IDS = new Set([
  'main-detail-body', 'mainContent', 'content_detail_news', 'content-detail', 'article-body', 'divNewsContent', 'content_detail', 'newscontent',
  'abody', 'entry-body', 'ArticleContent', 'noidung', 'dnn_content', 'article-content', 'articleContent', 'news-content', 'detail-content', 'contentdetail', 'article_content', 'desktop-in-article', 'cotent_detail', 'chapter-content', 'post-content',
  'story-body', 'newsContent',
]);

/** Below this a body is not trusted by its name alone. */
const MIN_BODY = 200;

/** The element that holds the running text, or null where the page has none. Readability may rebuild the page. */
export function findBody(document: DomDocument, metadata: PageMetadata, selectors: readonly string[]): DomElement | null {
  if (!metadata.isVietnamese && selectors.length === 0) return readableBody(document);
  const named = namedBody(document, selectors);
  if (named !== null) return named;
  const described = metadata.articleBody === null ? null : describedBody(document, metadata.articleBody);
  if (described !== null) return described;
  return readableBody(document);
}

/** Less than this part of what the page's own data give as the text, and the page shows a teaser of it. */
const TEASER = 0.4;
const MIN_DESCRIBED = 500;

/** The text of the page's own data, where the page itself shows no more than the beginning of it (its script would show the rest). */
export function bodyFromData(document: DomDocument, metadata: PageMetadata, shown: DomElement | null): DomElement | null {
  const text = metadata.articleBody;
  if (text === null || text.length < MIN_DESCRIBED || (shown !== null && textOf(shown).length >= text.length * TEASER)) return shown;
  const body = document.createElement('div');
  if (/<(?:p|br|div)\b/i.test(text)) body.innerHTML = text;
  else for (const line of text.split(/\r?\n+/)) appendParagraph(body, line);
  return textOf(body).length < MIN_DESCRIBED ? shown : body;
}

function appendParagraph(body: DomElement, line: string): void {
  if (line.trim() === '') return;
  const paragraph = body.ownerDocument.createElement('p');
  paragraph.textContent = line;
  body.append(paragraph);
}

function namedBody(document: DomDocument, selectors: readonly string[]): DomElement | null {
  for (const selector of selectors) {
    const best = bestOf(document, [...document.querySelectorAll(selector)]);
    if (best !== null) return best;
  }
  const named = [...document.body.querySelectorAll('div, article, section, main, td, span, p')].filter(hasBodyName);
  return bestOf(document, named);
}

function hasBodyName(element: DomElement): boolean {
  if (BODY_IDS.has(attribute(element, 'id'))) return true;
  if (/\barticleBody\b/.test(attribute(element, 'itemprop') + attribute(element, 'property')) || attribute(element, 'data-role') === 'content') return true;
  const classes = attribute(element, 'class');
  return `${classes} ${attribute(element, 'id')}`.split(/\s+/).some((name) => BODY_CLASSES.has(name) || BODY_NAME.test(name));
}

/** Names that nobody has seen yet are made of the same words: the text's, and the article's. */
const BODY_NAME = /^(?:[a-z0-9]+[-_])*(?:(?:noi-?dung|content|body|text)[-_]*(?:detail|article|news|post|entry|story|cms|html|chi-?tiet|bai-?viet|tin)|(?:detail|article|news|post|entry|story|cms|chi-?tiet|bai-?viet|tin)[-_]*(?:noi-?dung|content|body|bodyhtml|text))(?:[-_](?:news|detail|content|body|text|html|\d+))*$/i;

/** The one with the most running text; of nested ones the innermost that still holds nearly all of it has the least chrome. */
function bestOf(document: DomDocument, candidates: readonly DomElement[]): DomElement | null {
  const scored = candidates.map((element) => ({ element, score: runningText(element) })).filter(({ score }) => score >= MIN_BODY);
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  if (best === undefined) return null;
  const inner = scored.filter(({ element, score }) => best.element.contains(element) && score >= best.score * 0.85).at(-1) ?? best;
  return coversPage(document, inner.score) ? inner.element : null;
}

/** A teaser may carry an article body's name too: the real one holds much of the page's running text. */
function coversPage(document: DomDocument, score: number): boolean {
  return score >= runningText(document.body) * 0.3;
}

/** Characters of text that is not links, in the blocks that hold it. */
function runningText(element: DomElement): number {
  return textOf(element).length * (1 - linkDensity(element));
}

/** The smallest element that holds the text which the page's own data call the article's body. */
function describedBody(document: DomDocument, articleBody: string): DomElement | null {
  const wanted = comparable(articleBody.replace(/<[^<>]*>/g, ' '));
  if (wanted.length < 400) return null;
  const probes = [0.1, 0.35, 0.6, 0.85].map((part) => wanted.slice(Math.floor(wanted.length * part)).split(' ').slice(1, 7).join(' '));
  let best: DomElement | null = null;
  for (let candidates: Iterable<DomElement> = document.body.children; ; ) {
    const next = [...candidates].find((child) => holdsAll(child, probes));
    if (next === undefined) return best;
    best = next;
    candidates = next.children;
  }
}

function holdsAll(element: DomElement, probes: readonly string[]): boolean {
  const text = comparable(element.textContent);
  return probes.every((probe) => text.includes(probe));
}

/**
 * Readability recurses, and takes it that its candidates stay in the page: on a page built to overflow the stack, or one
 * whose body it has taken apart itself, it finds no article.
 */
function parseOrNothing(reader: Readability<DomElement>): DomElement | null {
  try {
    return reader.parse()?.content ?? null;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

/** Readability drops films, notes, and figures with little text around them. A paragraph stands for each, and is weighed as text. */
function setAside(document: DomDocument): DomElement[] {
  const figures = [...document.body.getElementsByTagName('figure')].filter((figure) => {
    const caption = figure.querySelector('figcaption');
    return caption !== null && figure.querySelector('img') !== null && linkDensity(caption) < 0.5 && figure.closest('a, nav, aside, footer, figure figure') === null && linkDensity(figure.closest('li') ?? figure) < 0.5;
  });
  const films = [...document.body.querySelectorAll('video[src], video[data-src], audio[src]')].filter((film) => film.closest('figure, a, nav, aside, footer, header') === null);
  const notes = [...document.body.querySelectorAll(NOTES)].filter((note) => /^(?:div|section|aside|footer|ol|ul)$/.test(note.localName) && note.parentElement?.closest(NOTES) == null);
  const kept = [...figures, ...films, ...notes];
  kept.forEach((element, i) => {
    const place = document.createElement('p');
    place.setAttribute('data-figure', String(i));
    place.textContent = textOf(element) || FILLING;
    element.replaceWith(place);
  });
  return kept;
}

/** As many words as Readability takes for a paragraph's. */
const FILLING = 'video video video video video, video video video video video';

function readableBody(document: DomDocument): DomElement | null {
  const options = { serializer: (node: unknown) => node as DomElement, keepClasses: true, disableJSONLD: true };
  const reader = new Readability<DomElement>(document as unknown as ConstructorParameters<typeof Readability>[0], options);
  const figures = setAside(document);
  const root = parseOrNothing(reader);
  if (root === null) return null;
  for (const place of [...root.querySelectorAll('[data-figure]')]) {
    const figure = figures[Number(attribute(place, 'data-figure'))];
    if (figure !== undefined) place.replaceWith(figure);
  }
  return textOf(root) === '' ? null : root;
}
