import type { ExtractedArticle } from '../../contract/domain/article.ts';
import { DocbaoError } from '../../contract/domain/result.ts';
import { bodyFromData, findBody } from './body.ts';
import { cleanBody, cleanBodyLightly, cleanPage, dropRepeats } from './boilerplate.ts';
import { attribute, comparable, overlap, parsePage, squeeze, textOf } from './dom.ts';
import type { DomElement } from './dom.ts';
import { normaliseFigures } from './figures.ts';
import { promoteFilms } from './films.ts';
import { promoteImages } from './images.ts';
import { boldLede, findLede } from './lede.ts';
import type { Lede } from './lede.ts';
import { absolute } from './addresses.ts';
import { readMetadata } from './metadata.ts';
import type { PageMetadata } from './metadata.ts';
import { findPageLinks } from './page-links.ts';
import type { PageLinks } from './page-links.ts';
import { dropAuthorBoxes, dropBeforeTitle, dropByline, dropDateLines, dropHeadlineLinks, dropLanguageNoise, dropLeadingRepeats, leadFigure, makeAbsolute, takeSignature, trimTail } from './polish.ts';
import { siteRuleFor } from './site-rules/index.ts';
import { looksVietnamese } from './vietnamese.ts';
import { refuseWall } from './walls.ts';
import { countWords } from './words.ts';

/** What the feed, or whoever named the page, already knows of the article. */
export interface ArticleHints {
  readonly title?: string;
  readonly byline?: string | null;
  readonly publishedAt?: number | null;
  readonly lede?: string | null;
}

/** Characters from which on a feed's content is an article and not its summary. */
const FULL_TEXT = 1200;

/** An article and the addresses in its page that lead to more of it. */
export type ExtractedPage = ExtractedArticle & PageLinks;

/**
 * Finds the article in a page: title, lede, byline, dates, language, and the body with its pictures (lazy ones at their
 * true address) and captions.
 * @param options.url The page's final address; addresses in the page are resolved against it, or its `<base>`.
 * @param options.imageWidth Pixels that pictures should have at least, where the page offers several sizes.
 * @throws DocbaoError `walled` (log-in, captcha, consent, script wall) or `no-article`.
 */
export function extractArticle(html: string, options: { readonly url: string; readonly hints?: ArticleHints; readonly imageWidth?: number }): ExtractedPage {
  const { url, hints = {} } = options;
  const document = parsePage(html);
  const rule = siteRuleFor(url);
  const metadata = readMetadata(document, url);
  const base = absolute(document.querySelector('base[href]')?.getAttribute('href') ?? '', url) ?? baseOf(url, metadata.canonicalUrl);
  const pageLinks = findPageLinks(document, url);
  promoteImages(document, options.imageWidth);
  promoteFilms(document);
  for (const element of [...document.querySelectorAll('script, style, template')]) element.remove();
  const pageText = textOf(document.body).slice(0, 8000);
  for (const selector of rule.remove) for (const element of [...document.querySelectorAll(selector)]) element.remove();
  normaliseFigures(document.body);
  const lede = findLede(document, metadata);
  if (metadata.isVietnamese) cleanPage(document, [metadata.titleElement, lede?.element].filter((element) => element !== null && element !== undefined));
  const body = bodyFromData(document, metadata, findBody(document, metadata, rule.body));
  refuseWall(metadata.title, pageText, body === null ? '' : textOf(body), url);
  if (body === null) throw new DocbaoError('no-article', `No article was found in the page at ${url}.`, { url });
  const lead = metadata.isVietnamese ? leadFigure(metadata.titleElement, body) : null;
  if (lead !== null && body.querySelector('img') !== lead.querySelector('img')) body.prepend(lead);
  if (isAnotherPage(metadata, hints.title)) throw new DocbaoError('no-article', `The page at ${url} shows something else than the article.`, { url });
  return { ...assemble(body, metadata, lede, hints, base), ...pageLinks };
}

/** Papers answer for a deleted article with their front page: another title, and nothing that calls itself an article. */
function isAnotherPage(metadata: PageMetadata, expected: string | undefined): boolean {
  if (expected === undefined || metadata.isDeclared || comparable(expected).split(' ').length < 4) return false;
  return overlap(expected, metadata.title) < 0.5;
}

/** A page from a file has no address of its own (`.invalid`, RFC 6761): what it calls its address is the base. */
function baseOf(url: string, canonicalUrl: string | null): string {
  return canonicalUrl !== null && /^https?:\/\/[^/]*\.invalid(?:[:/]|$)/i.test(url) ? canonicalUrl : url;
}

function assemble(body: DomElement, metadata: PageMetadata, lede: Lede | null, hints: ArticleHints, base: string): ExtractedArticle {
  dropBeforeTitle(body, metadata.title);
  if (metadata.isVietnamese) {
    cleanBody(body, base);
    dropAuthorBoxes(body);
    trimTail(body);
    dropRepeats(body);
  } else cleanBodyLightly(body);
  const signature = metadata.isVietnamese ? takeSignature(body, metadata.byline) : null;
  const title = metadata.title || squeeze(hints.title ?? '') || textOf(body).slice(0, 80);
  dropLeadingRepeats(body, title, lede?.text ?? null);
  if (metadata.isVietnamese) {
    dropDateLines(body);
    dropByline(body, signature ?? metadata.byline);
  }
  const shownLede = chooseLede(lede ?? (metadata.isVietnamese ? boldLede(body) : null), metadata, hints, body);
  dropLeadingRepeats(body, title, shownLede);
  makeAbsolute(body, base);
  if (metadata.isVietnamese) dropHeadlineLinks(body, base);
  dropLanguageNoise(body, metadata.lang);
  const text = textOf(body);
  if (text === '' && body.querySelector('img, video, iframe') === null) {
    throw new DocbaoError('no-article', `The page at ${base} holds no text to read.`, { url: base });
  }
  return {
    title,
    lede: shownLede,
    byline: signature ?? metadata.byline ?? hints.byline ?? null,
    sourceName: metadata.sourceName,
    publishedAt: metadata.publishedAt ?? hints.publishedAt ?? null,
    updatedAt: metadata.updatedAt,
    lang: metadata.lang,
    dir: metadata.dir,
    canonicalUrl: metadata.canonicalUrl,
    leadImageUrl: metadata.leadImageUrl,
    html: body.innerHTML,
    wordCount: countWords(text),
  };
}

/** The lede on the page; else the description or the feed's summary, where the body does not say the same and it is not cut. */
function chooseLede(lede: Lede | null, metadata: PageMetadata, hints: ArticleHints, body: DomElement): string | null {
  if (lede !== null) return lede.text;
  const bodyStart = textOf(body).slice(0, 3000);
  for (const claim of [metadata.description, squeeze(hints.lede ?? '')]) {
    if (claim === null || claim.length < 40 || claim.length > 1000 || /(?:\.\.\.|…)$/.test(claim)) continue;
    if (!bodyStart.includes(claim.slice(0, 40)) && claim !== metadata.title && isAbout(claim, `${metadata.title} ${bodyStart}`)) return claim;
  }
  return null;
}

/** A description that shares hardly a word with the article describes the site. */
function isAbout(description: string, text: string): boolean {
  const words = comparable(description).split(' ').filter((word) => word.length > 3);
  const known = new Set(comparable(text).split(' '));
  return words.filter((word) => known.has(word)).length >= words.length * 0.4;
}

/**
 * A feed entry's own content as an article's body: pictures at their true address, captions in figures, chrome and a
 * repeated title gone.
 */
export function extractFeedContent(html: string, options: { readonly url: string; readonly title: string }): { readonly html: string; readonly lede: string | null; readonly wordCount: number } {
  const document = parsePage(`<!doctype html><html><head></head><body>${html}</body></html>`);
  const { body } = document;
  promoteImages(document);
  promoteFilms(document);
  normaliseFigures(body);
  for (const element of [...document.querySelectorAll('script, style, form, [class*="feedflare"], .mf-viral, [class*="sharedaddy"]')]) element.remove();
  const text = textOf(body);
  const isVietnamese = looksVietnamese(`${options.title} ${text.slice(0, 500)}`, null, options.url);
  if (isVietnamese) {
    cleanBody(body, options.url);
    dropRepeats(body);
  } else cleanBodyLightly(body);
  dropLeadingRepeats(body, options.title, null);
  const lede = isVietnamese && text.length > FULL_TEXT ? boldLede(body) : null;
  lede?.element?.remove();
  makeAbsolute(body, options.url);
  for (const link of [...body.getElementsByTagName('a')]) if (attribute(link, 'href') === options.url) link.replaceWith(...link.childNodes);
  return { html: body.innerHTML, lede: lede?.text ?? null, wordCount: countWords(textOf(body)) };
}
