import { sameSiteUrl, shapeOf } from './article-url.ts';
import type { UrlShape } from './article-url.ts';
import { readCard } from './cards.ts';
import type { Card } from './cards.ts';
import { ancestors, descendants, readPage, textOf } from './html-tree.ts';
import type { PageElement } from './html-tree.ts';
import { isChrome, mainCards } from './main-column.ts';

/** An article that a list page shows. */
export interface ListedArticle {
  readonly url: string;
  /** Plain text. */
  readonly title: string;
  /** The opening words on the list page, plain text. */
  readonly lede: string | null;
  /** Epoch milliseconds. */
  readonly publishedAt: number | null;
  readonly imageUrl: string | null;
}

export interface ListOptions {
  /** Reads a date as pages write it; epoch milliseconds, or null. (`parseDate` of the feed parser.) */
  readonly readDate: (text: string) => number | null;
}

const MOST_ARTICLES = 500;
/** More links than this are not looked at: no list for people has them. */
const MOST_LINKS = 5_000;

/**
 * The articles that a site's section or front page lists, in the page's order: for sites without a feed. Menus, tags,
 * most-read boxes, boxes of other sections, advertisements and footers are left out. An article is told by the shape of its
 * address, by a title of several words, and by standing in a list of its like.
 */
export function discoverArticles(html: string, pageUrl: string, options: ListOptions): readonly ListedArticle[] {
  const root = readPage(html);
  const baseElement = [...descendants(root)].find(({ tag }) => tag === 'base');
  const base = baseUrl(baseElement?.attributes['href'], pageUrl);
  const links = articleLinks(root, base, pageUrl);
  const cards = mainCards(readCards(root, links), pageUrl, base);
  const found = new Map<string, ListedArticle>();
  for (const card of cards) {
    const before = found.get(card.url);
    const article = toArticle(card, base, options);
    found.set(card.url, before === undefined ? article : merge(before, article));
  }
  return [...found.values()].slice(0, MOST_ARTICLES);
}

function baseUrl(href: string | undefined, pageUrl: string): string {
  return href !== undefined && URL.canParse(href, pageUrl) ? new URL(href, pageUrl).href : pageUrl;
}

/** Anchors that may lead to articles, outside menus and the like. */
function articleLinks(root: PageElement, base: string, pageUrl: string): ReadonlyMap<PageElement, string> {
  const shapes = new Map<PageElement, UrlShape & { readonly url: string }>();
  const own = sameSiteUrl(pageUrl, base);
  const chrome = new Map<PageElement, boolean>([[root, false]]);
  for (const element of descendants(root)) {
    const { href } = element.attributes;
    const isInChrome = chrome.get(element.parent ?? root) === true || isChrome(element);
    chrome.set(element, isInChrome);
    if (element.tag !== 'a' || href === undefined || isInChrome || shapes.size >= MOST_LINKS) continue;
    const url = sameSiteUrl(href, base);
    const shape = url === null || url === own ? null : shapeOf(url);
    if (url !== null && shape !== null && !isInProse(element)) shapes.set(element, { url, ...shape });
  }
  const isArticle = articleShape([...shapes.values()]);
  return new Map([...shapes].flatMap(([element, shape]) => (isArticle(shape) ? [[element, shape.url] as const] : [])));
}

/** How this site's articles are addressed, learned from all of the page's addresses. */
function articleShape(all: readonly UrlShape[]): (shape: UrlShape) => boolean {
  const numbered = all.filter(({ hasId, words }) => hasId && words >= 2).length;
  const worded = all.filter(({ hasId, words }) => !hasId && words >= 4).length;
  const bare = all.filter(({ isBare }) => isBare).length;
  if (bare >= 3 && bare > (numbered + worded) * 2) return ({ isBare, hasId, words }) => isBare || (hasId && words >= 2);
  // A site that numbers most of its articles numbers all: what has many words but no number is a section or a service.
  return numbered > 0 && numbered >= worded ? ({ hasId, words }) => hasId && words >= 2 : ({ words }) => words >= 4;
}

/** A link in a sentence is a reference, not an entry of a list. */
function isInProse(anchor: PageElement): boolean {
  const paragraph = anchor.parent?.tag === 'p' ? anchor.parent : anchor.parent?.parent;
  if (paragraph?.tag !== 'p') return false;
  return textOf(paragraph).length > textOf(anchor).length + 60;
}

/** Each link's card: the largest element around it in which no other article is linked. */
function readCards(root: PageElement, links: ReadonlyMap<PageElement, string>): Card[] {
  const only = new Map<PageElement, string | null>();
  for (const [anchor, url] of links) {
    for (const element of [anchor, ...ancestors(anchor)]) {
      const known = only.get(element);
      if (known === null) break;
      only.set(element, known === undefined || known === url ? url : null);
    }
  }
  markMixed(root, only, links);
  const groups = new Map<PageElement, PageElement[]>();
  for (const [anchor, url] of links) {
    let card = anchor;
    for (const element of ancestors(anchor)) {
      if (only.get(element) !== url || /^(?:body|html|main)$/.test(element.tag)) break;
      card = element;
    }
    const anchors = groups.get(card);
    if (anchors === undefined) groups.set(card, [anchor]);
    else anchors.push(anchor);
  }
  return [...groups].flatMap(([element, anchors]) => {
    const card = readCard(links.get(anchors[0] as PageElement) ?? '', element, anchors);
    return card === null ? [] : [card];
  });
}

/** An ancestor of an element that holds several articles holds several, too. */
function markMixed(root: PageElement, only: Map<PageElement, string | null>, links: ReadonlyMap<PageElement, string>): void {
  for (const anchor of links.keys()) {
    let isMixed = false;
    for (const element of ancestors(anchor)) {
      isMixed ||= only.get(element) === null;
      if (isMixed) only.set(element, null);
    }
  }
  only.set(root, null);
}

function toArticle(card: Card, base: string, { readDate }: ListOptions): ListedArticle {
  const image = card.imageUrl !== null && URL.canParse(card.imageUrl, base) ? new URL(card.imageUrl, base).href : null;
  return {
    url: card.url,
    title: card.title,
    lede: card.lede,
    publishedAt: card.dateText === null ? null : readDate(card.dateText),
    imageUrl: image !== null && /^https?:/.test(image) ? image : null,
  };
}

function merge(one: ListedArticle, other: ListedArticle): ListedArticle {
  return {
    ...one,
    lede: one.lede ?? other.lede,
    publishedAt: one.publishedAt ?? other.publishedAt,
    imageUrl: one.imageUrl ?? other.imageUrl,
  };
}
