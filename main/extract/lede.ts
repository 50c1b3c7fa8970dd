import { readDate } from './dates.ts';
import { attribute, comparable, isBefore, isSameText, linkDensity, namesOf, overlap, textOf } from './dom.ts';
import type { DomDocument, DomElement } from './dom.ts';
import type { PageMetadata } from './metadata.ts';

const LEDE_NAME = /sapo|(?:^|[\s_-])(?:lead|lede|standfirst|dek|deck|summary|abstract|tomtat|tom-tat|mo-?ta|chapp?eau|intro|subtitle|sub-title|description|short-?intro|article-desc|detail-desc|news-desc|des|box-des|des-detail|hometext|trich-?dan|trich-?yeu)(?:$|[\s_-])|summary|standfirst/i;
const LEDE_SELECTOR =
  '[class*="sapo"], [class*="lead"], [class*="lede"], [class*="standfirst"], [class*="dek"], [class*="summary"], [class*="tomtat"], [class*="tom-tat"], [class*="mota"], [class*="mo-ta"], [class*="intro"], [class*="subtitle"], [class*="des"], [itemprop~="description"], [id*="sapo"], [id*="summary"], [class*="chap"], [class*="abstract"], [class*="hometext"], [class*="trich"], [data-slot="sapo"]';
/** Names that mean nothing else. */
const SURE_NAME = /sapo|standfirst|(?:^|[\s_-])(?:lede|chapp?eau|dek)(?:$|[\s_-])/i;
const MAX_LEDE = 1500;

export interface Lede {
  readonly text: string;
  readonly element: DomElement | null;
}

/** Finds the opening summary on the page: by its name, or because it says what the page's description says. */
export function findLede(document: DomDocument, { title, titleElement, description, isVietnamese }: PageMetadata): Lede | null {
  const named = [...document.querySelectorAll(LEDE_SELECTOR)].filter((element) => isLedeLike(element, title) && (LEDE_NAME.test(namesOf(element)) || /description|sapo/.test(attribute(element, 'itemprop') + attribute(element, 'data-slot'))));
  const isTrusted = (element: DomElement, count: number): boolean => SURE_NAME.test(namesOf(element)) || (isVietnamese && (description === null || count === 1));
  const agreeing = description === null ? undefined : named.find((element) => agrees(textOf(element), description));
  const near = agreeing ?? named.find((element) => isTrusted(element, named.length) && (titleElement === null || isBefore(titleElement, element)));
  if (near !== undefined) return { text: ledeText(near), element: near };
  const beside = (description === null ? null : ledeNearTitle(titleElement, title, description)) ?? (isVietnamese ? ledeAfterTitle(titleElement, title) : null);
  return beside === null ? null : { text: ledeText(beside), element: beside };
}

/** A heading or paragraph after the title, outside of running text, that says what the description says. */
function ledeNearTitle(titleElement: DomElement | null, title: string, description: string): DomElement | null {
  let scope = titleElement?.parentElement ?? null;
  for (let level = 0; level < 3 && scope !== null; level += 1) {
    const found = [...scope.querySelectorAll('h2, h3, p, div, strong')].find(
      (element) => element.children.length <= 3 && isLedeLike(element, title) && agrees(textOf(element), description) && (element.localName !== 'p' || stands(element)),
    );
    if (found !== undefined) return innermost(found, description);
    scope = scope.parentElement;
  }
  return null;
}

/** A box that agrees may hold more than the one that says it: the leading picture, the author. */
function innermost(element: DomElement, description: string): DomElement {
  const inner = [...element.children].find((child) => /^(?:h2|h3|p|div|section|header)$/.test(child.localName) && agrees(textOf(child), description));
  return inner === undefined ? element : innermost(inner, description);
}

/** A paragraph set apart: all bold, or without paragraphs beside it. */
function stands(element: DomElement): boolean {
  const strong = element.querySelector('strong, b');
  if (strong !== null && textOf(strong).length > textOf(element).length * 0.9) return true;
  const next = element.nextElementSibling;
  return next === null || next.localName !== 'p';
}

function isLedeLike(element: DomElement, title: string): boolean {
  const text = textOf(element);
  if (text.length < 30 || text.length > MAX_LEDE || isSameText(text, title)) return false;
  if (element.closest('aside, footer, nav, li, figure, [class*="related"], [class*="comment"], [class*="caption"], [class*="credit"], [class*="newsletter"], [class*="subscri"], [class*="paywall"], [class*="popup"]') !== null) return false;
  return linkDensity(element) < 0.5 && element.querySelector('h1') === null;
}

function agrees(text: string, description: string): boolean {
  const left = comparable(text);
  const right = comparable(description);
  return left.startsWith(right.slice(0, 60)) || right.startsWith(left.slice(0, 60)) || isSameText(text, description) || (right.length > 40 && overlap(text, description) > 0.8 && left.length < right.length * 2.5);
}

/** The summary's own words, without the related links that papers put inside its box. */
function ledeText(element: DomElement): string {
  for (const chrome of [...element.querySelectorAll('ul, ol, a[class*="related"], div[class*="relat"], img, button')]) if (linkDensity(chrome) > 0.5 || textOf(chrome) === '') chrome.remove();
  for (const place of element.querySelectorAll('[class*="location"], [class*="dateline"]')) if (place.nextSibling !== null) place.append(/[-–—:]\s*$/.test(place.textContent) ? ' ' : ' - ');
  const first = element.firstElementChild;
  if (first !== null && /\p{Ll}$/u.test(first.textContent) && first.textContent.length < 40 && /^\p{Lu}/u.test(first.nextSibling?.textContent ?? '')) first.append(' - ');
  return textOf(element);
}

/** Where neither a name nor a description tells: the first running text after the title, where it is set apart from the next. */
function ledeAfterTitle(titleElement: DomElement | null, title: string): DomElement | null {
  let scope = titleElement?.parentElement ?? null;
  for (let level = 0; level < 4 && scope !== null && titleElement !== null; level += 1) {
    for (const element of scope.querySelectorAll('h2, h3, p, div')) {
      if (element.querySelector('p, div, ul, h2') !== null || element.textContent.length < 60 || !isBefore(titleElement, element)) continue;
      const text = textOf(element);
      if (text.length < 60) continue;
      const isSentence = text.length <= 700 && /[.!?…"”)]$/u.test(text) && isLedeLike(element, title) && readDate(text.slice(0, 40)) === null;
      return isSentence && (element.localName === 'h2' || isSetApart(element)) ? element : null;
    }
    scope = scope.parentElement;
  }
  return null;
}

/** No sibling of the same kind is running text too; one that holds paragraphs is of another kind. */
function isSetApart(element: DomElement): boolean {
  const siblings = [...(element.parentElement?.children ?? [])];
  return siblings.every((sibling) => sibling === element || sibling.localName !== element.localName || attribute(sibling, 'class') !== attribute(element, 'class') || sibling.querySelector('p, div') !== null || textOf(sibling).length < 60);
}

/** Where nothing names a lede: a first paragraph that is bold throughout, with an ordinary one after it. */
export function boldLede(body: DomElement): Lede | null {
  const paragraphs = [...body.querySelectorAll('p, h2, div')].filter((block) => textOf(block) !== '' && block.querySelector('p, div, h2') === null && block.closest('figure, table, ul, ol') === null);
  const [first, second] = paragraphs;
  if (first === undefined || second === undefined || !/^(?:p|div)$/.test(second.localName)) return null;
  const text = textOf(first);
  if (text.length < 60 || text.length > 700 || textOf(second).length < 40) return null;
  return (first.localName === 'h2' && /[.!?…]$/u.test(text)) || boldShare(first) > 0.95 ? (boldShare(second) > 0.5 ? null : { text: ledeText(first), element: first }) : null;
}

function boldShare(element: DomElement): number {
  let bold = 0;
  for (const strong of element.querySelectorAll('strong, b')) if (strong.parentElement?.closest('strong, b') === null) bold += textOf(strong).length;
  return bold / Math.max(1, textOf(element).length);
}
