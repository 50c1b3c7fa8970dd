import { ancestors, descendants, nameWords, textOf } from './html-tree.ts';
import type { PageElement } from './html-tree.ts';

/** The part of a page that shows one article: its picture, title, date, opening words. */
export interface Card {
  readonly url: string;
  readonly element: PageElement;
  readonly title: string;
  readonly lede: string | null;
  readonly dateText: string | null;
  readonly imageUrl: string | null;
}

const HEADING = /^h[1-6]$/;
const DATE_TEXT = new RegExp(
  [
    String.raw`\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}|\d{1,2} (?:tháng|thg) \d{1,2}`,
    String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}, \d{4}`,
  ].join('|'),
  'i',
);

/** What one card says of its article; null where no title is in it. */
export function readCard(url: string, element: PageElement, anchors: readonly PageElement[]): Card | null {
  const title = titleOf(anchors, element);
  if (title === null) return null;
  const dateText = machineDateOf(element) ?? dateInUrl(url) ?? writtenDateOf(element, title);
  return { url, element, title, lede: ledeOf(element, title), dateText, imageUrl: imageOf(element) };
}

/** The text of a heading in or around an anchor, else the longest text, else the card's heading, a title attribute, the picture's. */
function titleOf(anchors: readonly PageElement[], card: PageElement): string | null {
  const headings = anchors.flatMap((anchor) => {
    const inside = [...descendants(anchor)].find(({ tag, attributes }) => HEADING.test(tag) || /\btitle\b/.test(attributes['class'] ?? ''));
    const isInside = [...ancestors(anchor)].slice(0, 3).some(({ tag }) => HEADING.test(tag));
    return inside !== undefined ? [textOf(inside)] : isInside ? [textOf(anchor)] : [];
  });
  const texts = anchors.map(textOf).filter((text) => text.length <= 300);
  const attributes = anchors.map((anchor) => (anchor.attributes['title'] ?? '').replace(/\s+/g, ' ').trim().normalize('NFC'));
  const alts = anchors.flatMap((anchor) => [...descendants(anchor)].map((inner) => inner.attributes['alt'] ?? ''));
  const near = [...descendants(card)].filter(({ tag }) => HEADING.test(tag)).map(textOf);
  return [headings, texts, near, attributes, alts].map((found) => bareTitle(longest(found))).find(isTitle) ?? null;
}

/** Without what marks a line of a list (`>> Title`, `• Title`) or says what a link is. */
function bareTitle(text: string): string {
  const named = /^(?:permanent link|permalink|link) to:?\s+[‘“"']?(.*?)[’”"']?$/iu.exec(text)?.[1];
  return (named ?? text).replace(/^[>»›•·▪*\-–+|\s]+(?=\S)/u, '').trim();
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}

/** At least four words, or as many letters where words are not written apart. */
function isTitle(text: string): boolean {
  if (text.length > 300 || (text.length < 40 && DATE_TEXT.test(text))) return false;
  const isDense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{6,}/u.test(text);
  return isDense || (text.length >= 15 && text.split(' ').filter((word) => /\p{L}|\d/u.test(word)).length >= 4);
}

const INLINE = /^(?:b|i|em|strong|span|font|a|u|sub|sup)$/;

/** The longest run of text that is not the title; short ones say who, when and where instead. */
function ledeOf(card: PageElement, title: string): string | null {
  let best = '';
  for (const element of [card, ...descendants(card)]) {
    if (!/^(?:p|div|span|td|h[2-6]|a|li|section|article)$/.test(element.tag)) continue;
    // What stands in an inline element has been read with what is around it.
    if (INLINE.test(element.tag) && INLINE.test(element.parent?.tag ?? '')) continue;
    const text = ownText(element).replace(/\s+/g, ' ').trim().normalize('NFC');
    if (text.length > best.length && !text.includes(title) && !title.includes(text)) best = text;
  }
  return best.length >= 40 ? best.slice(0, 1_000) : null;
}

/** The text of an element that does not stand in blocks inside it. */
function ownText({ children }: PageElement): string {
  const texts = children.map((child) => {
    if (typeof child === 'string') return child;
    return INLINE.test(child.tag) ? textOf(child) : ' ';
  });
  return texts.join('');
}

function machineDateOf(card: PageElement): string | null {
  for (const { tag, attributes } of descendants(card)) {
    const machine = attributes['datetime'] ?? attributes['data-time'] ?? attributes['data-date'] ?? attributes['data-publish'];
    if (machine !== undefined && /\d{4}|\d{10}/.test(machine)) return machine;
    if (tag !== 'a' && DATE_TEXT.test(attributes['title'] ?? '')) return attributes['title'] ?? null;
  }
  return null;
}

/** A short text that holds a date and is not part of the title. */
function writtenDateOf(card: PageElement, title: string): string | null {
  for (const element of descendants(card)) {
    if (element.children.length > 3 || HEADING.test(element.tag)) continue;
    const text = textOf(element);
    if (text.length <= 60 && DATE_TEXT.test(text) && !title.includes(text)) return text;
  }
  return null;
}

const MINUTE_ID =
  /-(?:20(?=[12])|1\d{2}(?=[2-3]))(\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])([01]\d|2[0-3])([0-5]\d)([0-5]\d)\d{1,4}\.\w+$/;

/**
 * Ids of the publishing systems that most Vietnamese papers use hold the minute of writing, Vietnamese time:
 * `-20260307075519174.htm`, and with a site number of three digits before a short year `-188260306230622484.chn`.
 */
function dateInUrl(url: string): string | null {
  const match = MINUTE_ID.exec(new URL(url).pathname);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  return `20${year}-${month}-${day}T${hour}:${minute}:${second}+07:00`;
}

const IMAGE_ATTRIBUTES = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'src'] as const;

/** The first picture of the card that is one: not an icon, a placeholder or a face. */
function imageOf(card: PageElement): string | null {
  for (const element of descendants(card)) {
    if (element.tag !== 'img' && element.tag !== 'source') continue;
    const names = nameWords(element);
    if (names.includes('icon') || names.includes('author') || names.includes('logo')) continue;
    const address = addressOfImage(element.attributes);
    if (address !== null) return address;
  }
  return null;
}

function addressOfImage(attributes: Readonly<Record<string, string>>): string | null {
  for (const name of IMAGE_ATTRIBUTES) {
    const value = attributes[name]?.trim();
    if (value !== undefined && value !== '' && !/^data:|blank\.|pixel|spacer|loading|placeholder|\.svg(?:\?|$)/i.test(value)) return value;
  }
  const set = (attributes['data-srcset'] ?? attributes['srcset'] ?? '').trim().split(/\s+/)[0] ?? '';
  return set === '' || set.startsWith('data:') ? null : set.replace(/,$/, '');
}
