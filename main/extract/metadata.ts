import { absolute, hostOf } from './addresses.ts';
import { nameBesideDate, readByline } from './byline.ts';
import { readDate, toEpoch, VIETNAM_OFFSET } from './dates.ts';
import type { WrittenDate } from './dates.ts';
import { attribute, comparable, isBefore, isSameText, namesOf, squeeze, textOf } from './dom.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { decodeReferences } from './entities.ts';
import { readArticleData } from './json-ld.ts';
import type { ArticleData } from './json-ld.ts';
import { looksVietnamese } from './vietnamese.ts';

/** What the page says about its article, from every kind of evidence. */
export interface PageMetadata {
  readonly title: string;
  /** The element of the page that shows the title, or null. */
  readonly titleElement: DomElement | null;
  readonly description: string | null;
  readonly byline: string | null;
  readonly sourceName: string | null;
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly canonicalUrl: string | null;
  readonly leadImageUrl: string | null;
  readonly articleBody: string | null;
  readonly isVietnamese: boolean;
  /** Whether the page calls itself an article: schema.org data, Open Graph type, or a publishing time. */
  readonly isDeclared: boolean;
}

/** Reads metadata; must run before the page is cleaned, as it needs scripts, `head` and what stands around the title. */
export function readMetadata(document: DomDocument, url: string): PageMetadata {
  const data = readArticleData(document);
  const meta = metaValues(document);
  const { title, element } = readTitle(document, meta, data);
  const isVietnamese = looksVietnamese(title, document.documentElement.getAttribute('lang'), url);
  const found = readShownDate(document, element);
  const shown = found?.date ?? null;
  const canonical = absolute(document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta.get('og:url') ?? '', url);
  const sourceName = readSourceName(meta, data, hostOf(url) ?? hostOf(canonical ?? ''));
  return {
    title,
    titleElement: element,
    description: longest([meta.get('og:description'), meta.get('description'), data?.description, meta.get('twitter:description')]),
    byline: readByline(document, meta, data, element, sourceName) ?? (isVietnamese && found !== null && element !== null ? nameBesideDate(found.element, element) : null),
    sourceName,
    publishedAt: readPublished(document, meta, data, shown, isVietnamese),
    updatedAt: firstDate([data?.modified, meta.get('article:modified_time'), meta.get('og:updated_time'), meta.get('datemodified'), meta.get('lastmod')], shown, isVietnamese),
    lang: readLang(document, meta, data, isVietnamese),
    dir: /^rtl$/i.test(attribute(document.documentElement, 'dir') || attribute(document.body, 'dir')) ? 'rtl' : 'ltr',
    canonicalUrl: canonical,
    leadImageUrl: absolute(meta.get('og:image') ?? meta.get('og:image:url') ?? data?.image ?? meta.get('twitter:image') ?? '', url),
    articleBody: data?.body ?? null,
    isVietnamese,
    isDeclared: data !== null || /article/i.test(meta.get('og:type') ?? '') || meta.has('article:published_time') || meta.has('pubdate'),
  };
}

/** `meta` by lower-case property, name or itemprop; the first of each wins. */
function metaValues(document: DomDocument): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const meta of document.getElementsByTagName('meta')) {
    const content = squeeze(decodeReferences(attribute(meta, 'content')));
    if (content === '') continue;
    for (const name of ['property', 'name', 'itemprop']) {
      for (const key of attribute(meta, name).toLowerCase().split(/\s+/)) if (key !== '' && !values.has(key)) values.set(key, content);
    }
  }
  return values;
}

const SEPARATOR = /\s+[|\-–—»·:/]\s+/;

function readTitle(document: DomDocument, meta: ReadonlyMap<string, string>, data: ArticleData | null): { title: string; element: DomElement | null } {
  const tag = squeeze(document.querySelector('head > title, title')?.textContent ?? '');
  const claims = [data?.headline, meta.get('og:title'), meta.get('twitter:title'), meta.get('title'), tag]
    .map((claim) => squeeze(decodeReferences(claim ?? '')))
    .filter((claim) => claim !== '');
  const headings = [...document.querySelectorAll('h1, [itemprop~="headline"], [class*="title"], h2')].filter((heading) => isTitleLike(heading));
  const element = headings.find((heading) => claims.some((claim) => matchesTitle(textOf(heading), claim))) ?? lowHeading(document, claims) ?? loneHeading(document) ?? plainTitle(document, claims);
  if (element !== null) return { title: withoutKicker(element, claims), element };
  const [first = ''] = claims;
  return { title: withoutSiteName(first, meta.get('og:site_name')), element: null };
}

/** A heading may hold the section's name, or a label, in an element of its own beside the title. */
function withoutKicker(heading: DomElement, claims: readonly string[]): string {
  const shown = textOf(heading);
  const whole = comparable(shown);
  const title = claims.find((claim) => {
    const wanted = comparable(claim);
    const rest = whole.startsWith(wanted) ? whole.slice(wanted.length) : whole.endsWith(wanted) ? whole.slice(0, -wanted.length) : '';
    return wanted.length >= 15 && rest !== '' && [...heading.children].some((child) => comparable(textOf(child)) === rest.trim());
  });
  return title ?? shown;
}

function isTitleLike(heading: DomElement): boolean {
  return heading.children.length <= 4 && heading.textContent.length < 600 && !/^(?:title|a|img)$/.test(heading.localName);
}

function matchesTitle(shown: string, claim: string): boolean {
  const left = comparable(shown);
  const right = comparable(claim);
  return left.length >= 8 && (left === right || (right.startsWith(left) && left.length / right.length > 0.5) || (left.startsWith(right) && right.length / left.length > 0.7));
}

/** Portals keep `h1` for the section: a lower heading that says exactly what the page calls itself. */
function lowHeading(document: DomDocument, claims: readonly string[]): DomElement | null {
  const wanted = new Set(claims.map(comparable).filter((claim) => claim.length >= 15));
  return [...document.querySelectorAll('h3, h4')].find((heading) => isTitleLike(heading) && wanted.has(comparable(textOf(heading)))) ?? null;
}

function loneHeading(document: DomDocument): DomElement | null {
  const headings = [...document.getElementsByTagName('h1')].filter((heading) => textOf(heading).length > 15);
  return headings.length === 1 ? headings[0] ?? null : null;
}

/** On pages without headings: the first element that says exactly what the page calls itself. */
function plainTitle(document: DomDocument, claims: readonly string[]): DomElement | null {
  const wanted = new Set(claims.map(comparable).filter((claim) => claim.length >= 15));
  if (wanted.size === 0) return null;
  return [...document.body.querySelectorAll('b, strong, span, font, td, div, p')].find((element) => element.children.length <= 1 && element.textContent.length < 400 && wanted.has(comparable(textOf(element)))) ?? null;
}

/** `Title - Section - Site`: what follows the separator goes where it is the site's name, or short beside the title. */
function withoutSiteName(title: string, siteName: string | undefined): string {
  const parts = title.split(SEPARATOR);
  const [head = title] = parts;
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return title;
  const isSite = siteName !== undefined && isSameText(last, siteName);
  if (!isSite && (head.length < 20 || last.split(' ').length > 4)) return title;
  return title.slice(0, title.lastIndexOf(last)).replace(/\s+[|\-–—»·:/]\s*$/, '');
}

function longest(texts: readonly (string | null | undefined)[]): string | null {
  const cleaned = texts.map((text) => squeeze(decodeReferences((text ?? '').slice(0, 5000)).replace(/<[^<>]*>/g, ' '))).filter((text) => text.length > 20);
  return cleaned.reduce<string | null>((best, text) => (best === null || text.length > best.length + 10 ? text : best), null);
}

function readSourceName(meta: ReadonlyMap<string, string>, data: ArticleData | null, host: string | null): string | null {
  const isNamed = (name: string): boolean => name !== '' && name.length < 60 && !/^(?:https?:)?\/\//.test(name);
  const names = [meta.get('og:site_name'), data?.publisher, meta.get('application-name'), meta.get('copyright')].map((name) => squeeze(decodeReferences(name ?? '')).replace(/^(?:©|@|copyright)\s*(?:\d{4})?\s*/i, '')).filter(isNamed);
  return names.find((name) => !/\.(?:vn|com|net|org)$/i.test(name)) ?? names[0] ?? host;
}

const PUBLISHED_KEYS = [
  'article:published_time', 'datepublished', 'pubdate', 'publishdate', 'publish-date', 'og:published_time', 'article:published', 'dc.date.issued', 'dc.date',
  'dcterms.created', 'parsely-pub-date', 'sailthru.date', 'cxenseparse:recs:publishtime', 'published_time', 'article.published', 'date', 'datecreated', 'article:post_modified',
];

function readPublished(document: DomDocument, meta: ReadonlyMap<string, string>, data: ArticleData | null, shown: WrittenDate | null, isVietnamese: boolean): number | null {
  const times = [...document.querySelectorAll('time[datetime], [itemprop~="datePublished"][datetime], abbr.published[title]')]
    .filter((time) => time.closest('[class*="comment"], [class*="related"], aside, footer') === null)
    .slice(0, 1)
    .map((time) => attribute(time, 'datetime') || attribute(time, 'title'));
  const found = firstDate([data?.published, ...PUBLISHED_KEYS.map((key) => meta.get(key)), ...times], shown, isVietnamese);
  return found ?? (shown === null ? null : toEpoch(shown, isVietnamese ? VIETNAM_OFFSET : 0));
}

function firstDate(texts: readonly (string | null | undefined)[], shown: WrittenDate | null, isVietnamese: boolean): number | null {
  for (const text of texts) {
    const date = typeof text === 'string' ? readDate(text) : null;
    if (date !== null) return toEpoch(withShownZone(date, shown, isVietnamese), isVietnamese ? VIETNAM_OFFSET : 0);
  }
  return null;
}

/** Papers write local time and label it `Z` or `+08:00`: the zone beside the same clock time on the page is right. */
function withShownZone(date: WrittenDate, shown: WrittenDate | null, isVietnamese: boolean): WrittenDate {
  if (shown === null || !shown.hasTime || !isVietnamese || date.offset === VIETNAM_OFFSET) return date;
  const isSameClock = date.year === shown.year && date.month === shown.month && date.day === shown.day && date.hour === shown.hour && date.minute === shown.minute;
  return isSameClock ? { ...date, offset: shown.offset ?? VIETNAM_OFFSET } : date;
}

const DATE_SELECTOR =
  'time, [class*="date"], [class*="time"], [class*="publish"], [class*="ngay"], [class*="meta"], [class*="info"], [id*="date"], [itemprop="datePublished"]';

interface ShownDate {
  readonly date: WrittenDate;
  readonly element: DomElement;
}

/** The date as the page shows it to readers: the first near the title. */
function readShownDate(document: DomDocument, title: DomElement | null): ShownDate | null {
  const near = title?.parentElement?.parentElement?.parentElement ?? title?.parentElement?.parentElement ?? document.body;
  let dayOnly: ShownDate | null = null;
  for (const scope of [near, document.body]) {
    for (const element of scope.querySelectorAll(DATE_SELECTOR)) {
      if (/comment|related|sidebar|header__|nav|footer|clock/i.test(namesOf(element)) || element.closest('header nav, footer, aside') !== null) continue;
      const text = textOf(element);
      const date = text.length < 120 ? readDate(text) : null;
      if (date === null) continue;
      if (date.hasTime) return { date, element };
      dayOnly ??= scope === near && title !== null ? { date, element } : null;
    }
    if (title === null) return null;
  }
  return title === null ? null : dateAfterTitle(document, title) ?? dayOnly;
}

/** Where no name tells: the first short line after the title that holds a date and a time. */
function dateAfterTitle(document: DomDocument, title: DomElement): ShownDate | null {
  let scope = title.parentElement;
  for (let level = 0; level < 4 && scope !== null; level += 1) {
    for (const element of scope.querySelectorAll('div, span, p, td, li, em, i')) {
      if (element.children.length > 3 || element.textContent.length > 160) continue;
      const date = readDate(textOf(element));
      if (date !== null && date.hasTime && isBefore(title, element)) return { date, element };
    }
    scope = scope === document.body ? null : scope.parentElement;
  }
  return null;
}

function readLang(document: DomDocument, meta: ReadonlyMap<string, string>, data: ArticleData | null, isVietnamese: boolean): string | null {
  if (isVietnamese) return 'vi';
  const claim = attribute(document.documentElement, 'lang') || (data?.language ?? meta.get('inlanguage') ?? meta.get('content-language') ?? meta.get('og:locale') ?? '');
  const tag = claim.trim().replace('_', '-');
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}
