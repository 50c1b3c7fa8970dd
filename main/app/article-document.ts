import { decodeEntities, shownLede } from '../../contract/domain/anchor-text.ts';
import type { Article, ArticleImage } from '../../contract/domain/article.ts';
import type { Language } from '../../contract/words/index.ts';
import { formatIn, wordsIn } from '../../contract/words/index.ts';
import { languageOfText } from '../extract/vietnamese.ts';
import { escapeHtml } from './escape-html.ts';
import type { ShownTheme } from './first-paint.ts';
import { ASSET_ORIGIN, UI_ORIGIN } from './origins.ts';

interface StoredPage {
  readonly article: Article;
  /** Epoch milliseconds. */
  readonly fetchedAt: number;
}

/** The room for the papers that print the same; the window names them. */
const STORY = '<p class="docbao-story"></p>';

/** The boxes of what may be wider than the text, by element. */
const BOXES: Readonly<Record<string, string>> = { table: 'docbao-table', pre: 'docbao-code' };

/** Syllables or words a minute, for the reading time. */
const READING_SPEED = 230;

/**
 * The whole document of an article, as its frame shows it. `article.html` is sanitised and canonical: its images carry
 * `data-src` alone, and get their `src` here, from what the library holds.
 */
export function buildArticleDocument(article: Article, language: Language, theme: ShownTheme): string {
  return documentOf(article, language, theme, header(article, language));
}

/** The whole document of the page that an article was taken from: everything on it that neither runs nor asks a host. */
export function buildPageDocument({ article, fetchedAt }: StoredPage, language: Language, theme: ShownTheme): string {
  const line = `<p class="docbao-source" lang="${language}">${wordsIn(language).document.page(time(fetchedAt, language))}</p>`;
  return documentOf(article, language, theme, `<header>${line}</header>`);
}

function documentOf(article: Article, language: Language, theme: ShownTheme, head: string): string {
  return [
    `<!doctype html><html lang="${escapeHtml(languageOf(article, language))}" dir="${article.dir}" data-theme="${theme}">`,
    '<head><meta charset="utf-8"><meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(article.title)}</title>`,
    `<link rel="stylesheet" href="${UI_ORIGIN}/reader.css"></head>`,
    '<body><article class="docbao-article">',
    head,
    `<div class="docbao-body">${boxed(placeImages(article.html, article.images, language))}</div>`,
    `</article>${address(article)}</body></html>`,
  ].join('\n');
}

/** What a document is read out in: where nothing says so, the letters do; words of neither kind are taken for the interface's language. */
function languageOf({ lang, text }: Article, language: Language): string {
  return lang ?? languageOfText(text) ?? language;
}

/** Where the article came from, for paper alone: on screen it is a click away. */
function address({ url }: Article): string {
  return url === null ? '' : `<footer class="docbao-address">${escapeHtml(url)}</footer>`;
}

/** Puts each table and each block of code into a box that has the room they need; in sanitised HTML every `<` begins a tag, and none holds another of its kind. */
function boxed(html: string): string {
  return html.replace(/<(table|pre)\b[^>]*>/g, (tag, name: string) => `<div class="${BOXES[name] ?? ''}">${tag}`).replace(/<\/(?:table|pre)>/g, '$&</div>');
}

function header(article: Article, language: Language): string {
  const source = article.sourceName === null ? '' : `<p class="docbao-source">${escapeHtml(article.sourceName)}</p>`;
  const text = shownLede(article);
  const lede = text === null ? '' : `<p class="docbao-lede">${escapeHtml(text)}</p>`;
  return `<header>${source}<h1 class="docbao-title">${escapeHtml(article.title)}</h1>${lede}${meta(article, language)}${article.storySize > 1 ? STORY : ''}</header>`;
}

function meta(article: Article, language: Language): string {
  const words = wordsIn(language);
  const minutes = Math.max(1, Math.ceil(article.wordCount / READING_SPEED));
  const byline = article.byline === null || article.byline === '' ? [] : [`<span dir="auto" class="docbao-byline">${escapeHtml(article.byline)}</span>`];
  const updated = article.updatedAt === null ? [] : [`<span dir="auto" class="docbao-updated">${words.document.updated(time(article.updatedAt, language))}</span>`];
  const parts = [...byline, time(article.publishedAt, language), ...updated, `<span dir="auto">${words.document.minutes(minutes)}</span>`];
  return `<p class="docbao-meta" lang="${language}">${parts.join('<span aria-hidden="true"> · </span>')}</p>`;
}

function time(at: number, language: Language): string {
  const format = formatIn(language);
  const shown = wordsIn(language).time.dayAndTime(format.date(at), format.clock(at));
  return `<time datetime="${new Date(at).toISOString()}" title="${escapeHtml(format.exact(at))}" dir="auto">${escapeHtml(shown)}</time>`;
}

/** An `<img>` tag with its attributes; a `>` inside a quoted value does not end it. */
const IMAGE_TAG = /<img\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([a-z][a-z-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** Gives every stored image its address and size; what is not stored becomes a quiet line of words. */
function placeImages(html: string, images: readonly ArticleImage[], language: Language): string {
  const bySource = new Map(images.map((image) => [image.src, image]));
  return html.replace(IMAGE_TAG, (_tag, attributes: string) => {
    const given = readAttributes(attributes);
    const image = bySource.get(decodeEntities(given.get('data-src') ?? ''));
    const alt = decodeEntities(given.get('alt') ?? '') || (image?.alt ?? '');
    return image?.asset ? storedImage(image, image.asset, given, alt) : missingImage(alt, language);
  });
}

function storedImage(image: ArticleImage, asset: string, given: ReadonlyMap<string, string>, alt: string): string {
  const width = image.width ?? wholeNumber(given.get('width'));
  const height = image.height ?? wholeNumber(given.get('height'));
  const size = width === null || height === null ? '' : ` width="${width}" height="${height}"`;
  return `<img src="${ASSET_ORIGIN}/${escapeHtml(asset)}" data-src="${escapeHtml(image.src)}" alt="${escapeHtml(alt)}"${size} decoding="async">`;
}

function missingImage(alt: string, language: Language): string {
  const words = wordsIn(language).document.missing;
  const label = alt === '' ? words : `${words}: ${alt}`;
  return `<span class="docbao-missing-image" lang="${language}" role="img" aria-label="${escapeHtml(label)}">${escapeHtml(label)}</span>`;
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, double ?? single ?? '');
  }
  return found;
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : null;
}
