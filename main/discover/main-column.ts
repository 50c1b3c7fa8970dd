import { sameSiteUrl } from './article-url.ts';
import type { Card } from './cards.ts';
import { ancestors, descendants, nameWords, textOf } from './html-tree.ts';
import type { PageElement } from './html-tree.ts';

const CHROME_TAGS: ReadonlySet<string> = new Set(['nav', 'footer', 'button', 'dialog']);
const CHROME_ROLES: ReadonlySet<string> = new Set(['navigation', 'banner', 'contentinfo', 'search', 'dialog']);
const CHROME_WORDS: ReadonlySet<string> = new Set(
  [
    'menu submenu megamenu nav navbar footer breadcrumb breadcrumbs pagination paging pagation tags hashtag search searchbox',
    'ads adv adsbygoogle advertisement banner sponsor sponsored sponsors popup modal login social share ticker weather survey',
  ].flatMap((line) => line.split(' ')),
);
/** Boxes of what is read most, whatever the section: `most_read`, `mostview`, `doc-nhieu`. */
const POPULAR_NAMES = /most[-_ ]?(?:view|read|popular)|mostview|mostread|(?:xem|doc)[-_]?nhieu|trending|popular|bestview|top[-_]?view/i;
const POPULAR_HEADING =
  /^(?:(?:tin |bài )?(?:đọc|xem|được quan tâm|quan tâm|bình luận) nhiều|có thể bạn|quảng cáo|tin tài trợ|most (?:read|viewed|popular)|trending|sponsored)/iu;

/** Whether an element is furniture of the page by its tag, role or names. */
export function isChrome(element: PageElement): boolean {
  const { tag, attributes } = element;
  if (CHROME_TAGS.has(tag) || CHROME_ROLES.has(attributes['role'] ?? '')) return true;
  if (tag === 'body' || tag === 'html' || tag === 'main' || tag === 'article' || tag === 'a') return false;
  const names = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`;
  return POPULAR_NAMES.test(names) || nameWords(element).some((word) => CHROME_WORDS.has(word));
}

interface Group {
  readonly cards: Card[];
  /** The smallest element that holds all of them. */
  readonly element: PageElement;
}

/** The cards of the page's own list: the boxes beside it that belong to other sections or to nobody are left out. */
export function mainCards(cards: readonly Card[], pageUrl: string, base: string): readonly Card[] {
  const groups = groupBySignature(cards);
  const main = groups.reduce<Group | null>((best, group) => (best === null || weight(group) > weight(best) ? group : best), null);
  if (main === null) return [];
  const elements = new Set(cards.map(({ element }) => element));
  const isKept = (group: Group): boolean => group === main || belongs(group, main, (box) => headingOf(box, elements), pageUrl, base);
  const kept = new Set(groups.filter(isKept).flatMap((group) => group.cards));
  return cards.filter((card) => kept.has(card));
}

/** Cards of one look in one place: same names on the card and on what is around it. */
function groupBySignature(cards: readonly Card[]): Group[] {
  const bySignature = new Map<string, Card[]>();
  const places = new Map<PageElement, number>();
  for (const card of cards) {
    const place = placeOf(card.element);
    const number = places.get(place) ?? places.size;
    places.set(place, number);
    const signature = `${number} ${nameOf(card.element)}`;
    bySignature.set(signature, [...(bySignature.get(signature) ?? []), card]);
  }
  return [...bySignature.values()].map((members) => ({ cards: members, element: commonAncestor(members.map(({ element }) => element)) }));
}

/** The list that a card stands in: its parent, or a grandparent where each card has a wrapper of its own. */
function placeOf(element: PageElement): PageElement {
  return element.parent ?? element;
}

function nameOf({ tag, attributes }: PageElement): string {
  return `${tag}.${(attributes['class'] ?? '').trim().split(/\s+/).slice(0, 2).join('.')}`;
}

function weight({ cards }: Group): number {
  return cards.reduce((sum, { lede, imageUrl, dateText, title }) => {
    const parts = (lede === null ? 0 : 1) + (imageUrl === null ? 0 : 0.5) + (dateText === null ? 0 : 0.5);
    return sum + 1 + parts + Math.min(title.length, 80) / 160;
  }, 0);
}

function commonAncestor(elements: readonly PageElement[]): PageElement {
  const [first, ...rest] = elements;
  let shared = first === undefined ? [] : [first, ...ancestors(first)];
  for (const element of rest) {
    const line = new Set([element, ...ancestors(element)]);
    shared = shared.filter((one) => line.has(one));
  }
  const [nearest] = elements.length === 1 ? shared.slice(1) : shared;
  return nearest ?? (first as PageElement);
}

/** Whether a group beside the main one is part of the same list. */
function belongs(group: Group, main: Group, heading: (box: PageElement) => Heading | null, pageUrl: string, base: string): boolean {
  const shared = commonAncestor([group.element, main.element]);
  const path = [group.element, ...ancestors(group.element)];
  const column = path.slice(0, Math.max(path.indexOf(shared), 0));
  const over = column.map(heading).find((found) => found !== null) ?? null;
  if (over !== null && POPULAR_HEADING.test(over.text)) return false;
  const isNamed = over !== null && over.url !== null;
  if (isNamed && !isWithin(over.url, pageUrl, base)) return false;
  // A box named after a part of this section belongs to it wherever it stands.
  if (isNamed && sectionOf(pageUrl) !== '') return true;
  const isPoorer = ledeShare(main) >= 0.7 && ledeShare(group) < 0.5;
  return !column.some((element) => isAside(element, isPoorer));
}

function ledeShare({ cards }: Group): number {
  return cards.filter(({ lede }) => lede !== null).length / cards.length;
}

const ASIDE_WORDS: ReadonlySet<string> = new Set(['sidebar', 'aside', 'widget', 'rightbar', 'lsub']);
/** Names of side boxes as often as of parts of the list. */
const DOUBTFUL_WORDS: ReadonlySet<string> = new Set(['right', 'sub', 'side', 'extra', 'secondary']);

function isAside(element: PageElement, isPoorer: boolean): boolean {
  if (element.tag === 'aside') return true;
  return nameWords(element).some((word) => ASIDE_WORDS.has(word) || (isPoorer && DOUBTFUL_WORDS.has(word)));
}

interface Heading {
  readonly text: string;
  readonly url: string | null;
}

const HEADING_WORDS: ReadonlySet<string> = new Set(['title', 'heading', 'head']);

/** What stands over a box, if it is short and before its first card: the name of a section, perhaps linked. */
function headingOf(box: PageElement, cards: ReadonlySet<PageElement>): Heading | null {
  if (cards.has(box)) return null;
  for (const element of descendants(box)) {
    if (cards.has(element)) return null;
    const isNamed = /^h[1-6]$/.test(element.tag) || nameWords(element).some((word) => HEADING_WORDS.has(word));
    if (!isNamed && element.tag !== 'a') continue;
    const text = textOf(element);
    if (text === '' || text.length > 60) continue;
    const anchor = element.tag === 'a' ? element : [...descendants(element)].find(({ tag }) => tag === 'a');
    return { text, url: anchor?.attributes['href'] ?? null };
  }
  return null;
}

/** A heading's link is within the page's section where the page is a front page or the link lies below it. */
function isWithin(href: string, pageUrl: string, base: string): boolean {
  const url = sameSiteUrl(href, base);
  if (url === null) return /^(?:#|javascript:|$)/i.test(href.trim());
  const section = sectionOf(pageUrl);
  return section === '' || new URL(url).pathname.startsWith(section);
}

/** The path of a section without its ending; empty for a front page. */
function sectionOf(pageUrl: string): string {
  return new URL(pageUrl).pathname.replace(/\.\w{2,5}$/, '').replace(/\/+$/, '');
}
