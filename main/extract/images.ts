import { attribute } from './dom.ts';
import type { DomDocument, DomElement } from './dom.ts';

/** Wide enough for the reader's measure on a dense screen; wider costs bytes and shows nothing more. */
const BEST_WIDTH = 1200;
/** Enough to see what it shows, for those who pay by the megabyte. */
export const SMALL_WIDTH = 480;

/** Characters of a `srcset` that are read. */
const MAX_SET = 6000;

/** Where lazy loaders keep the true address, best first. */
const LAZY_ATTRIBUTES = [
  'data-src', 'data-original', 'data-lazy-src', 'data-original-src', 'data-lazy', 'data-url', 'data-srcs', 'data-image', 'data-img', 'data-img-url',
  'data-echo', 'data-hi-res-src', 'data-full-src', 'data-large-file', 'data-orig-file', 'data-runner-src', 'data-lazyload', 'data-ll-src', 'data-cfsrc', 'original', 'lazy-src', 'file', 'data-thumb-src',
];
const LAZY_SETS = ['srcset', 'data-srcset', 'data-lazy-srcset', 'data-original-set', 'data-src-set'];
const PLACEHOLDER = /^data:|(?:^|\/)(?:blank|spacer|pixel|transparent|placeholder|loading|lazy|grey|gray|1x1|no-?image|default)[\w.-]*\.(?:gif|png|jpe?g|svg|webp)|\/loading\.(?:gif|svg)/i;
/** Characters of an address that holds its picture: what lazy loaders put in a picture's place, a pixel or a blur, has fewer. */
const LEAST_HELD = 5000;
/** What may be a picture's or a film's address. */
export const ADDRESS = /^(?:https?:)?\/\/\S+$|^\.{0,2}\/\S+$|^[\w%()@-][\w%()@./ -]*\.(?:jpe?g|png|gif|webp|avif)(?:\?\S*)?$/i;

/**
 * Gives every `img` of the page its true address in `src`, at the size nearest above `width` pixels, and drops the lazy loaders'
 * leftovers.
 */
export function promoteImages(document: DomDocument, width: number = BEST_WIDTH): void {
  for (const noscript of [...document.querySelectorAll('noscript')]) promoteNoscript(noscript);
  for (const amp of [...document.querySelectorAll('amp-img, amp-anim')]) {
    const image = document.createElement('img');
    for (const { name, value } of amp.attributes) image.setAttribute(name, value);
    amp.replaceWith(image);
  }
  for (const image of [...document.getElementsByTagName('img')]) promote(image, width);
  for (const element of [...document.querySelectorAll('[data-bg], [data-background-image]')]) promoteBackground(element);
}

function isPlaceholder(address: string): boolean {
  return PLACEHOLDER.test(address) && !(address.length >= LEAST_HELD && /^data:image\/(?!svg)/i.test(address));
}

/** A `<noscript>` beside a lazy image holds the same image for those without scripts: it is the better one. */
function promoteNoscript(noscript: DomElement): void {
  const inside = noscript.textContent.includes('<') ? noscript.textContent : noscript.innerHTML;
  const holder = noscript.ownerDocument.createElement('div');
  holder.innerHTML = inside.slice(0, 20_000);
  const images = [...holder.getElementsByTagName('img')];
  const [image] = images;
  if (image === undefined || images.length > 1 || holder.textContent.trim() !== '' || isTiny(image)) return noscript.remove();
  const before = noscript.previousElementSibling;
  const twin = before === null ? null : before.localName === 'img' ? before : before.children.length === 1 ? before.querySelector('img') : null;
  if (twin !== null && bestAddress(twin, BEST_WIDTH) !== null) return noscript.remove();
  twin?.remove();
  noscript.replaceWith(image);
}

function isTiny(image: DomElement): boolean {
  return ['width', 'height'].some((name) => /^[012](?:px)?$/.test(attribute(image, name).trim()));
}

function promote(image: DomElement, width: number): void {
  const best = bestAddress(image, width);
  if (best !== null) image.setAttribute('src', best);
  for (const name of [...LAZY_ATTRIBUTES, ...LAZY_SETS]) image.removeAttribute(name);
  if (best === null && isPlaceholder(attribute(image, 'src'))) image.remove();
}

/** The address to load, or null where the image shows nothing but a placeholder. */
function bestAddress(image: DomElement, width: number): string | null {
  const sets = LAZY_SETS.map((name) => attribute(image, name)).filter((value) => value !== '');
  const picture = image.parentElement?.localName === 'picture' ? image.parentElement : null;
  for (const source of picture === null ? [] : picture.querySelectorAll('source')) {
    for (const name of LAZY_SETS) if (source.hasAttribute(name) && isShownType(source)) sets.push(attribute(source, name));
  }
  const lazy = LAZY_ATTRIBUTES.map((name) => attribute(image, name).trim()).find((value) => ADDRESS.test(value) && !PLACEHOLDER.test(value));
  const source = attribute(image, 'src').trim();
  const single = lazy ?? (source !== '' && !isPlaceholder(source) ? source : null);
  const fromSet = sets.map((set) => bestOfSet(set, width)).find((found) => found !== null) ?? null;
  if (fromSet === null) return single;
  // Where less is wanted, what the set offers is taken as soon as it will do.
  if (width < BEST_WIDTH && fromSet.width >= width / 2) return fromSet.address;
  return single === null || fromSet.width > widthInAddress(single, lazy === undefined ? PLAIN_WIDTH : LAZY_WIDTH) ? fromSet.address : single;
}

function isShownType(source: DomElement): boolean {
  return !/svg/i.test(attribute(source, 'type'));
}

/** Pixels taken where an address says nothing: `src` holds what small windows get, a lazy loader's attribute the real thing. */
const PLAIN_WIDTH = 640;
const LAZY_WIDTH = 1000;

/** Sizes in image servers' addresses: `?w=680`, `thumb_w/777`, `/zoom/480_300/`, `_1200x0`. */
function widthInAddress(address: string, unknown: number): number {
  const match = /[?&](?:w|width)=(\d{2,4})\b|(?:thumb_w|zoom|resize|fit|w)[/_-](\d{2,4})\b|[_-](\d{2,4})x\d{1,4}\b/i.exec(address);
  return Number(match?.[1] ?? match?.[2] ?? match?.[3] ?? unknown);
}

/** The candidate of a `srcset` nearest above `width`, else the widest (HTML Standard, 4.8.4.2.1). */
function bestOfSet(set: string, width: number): { readonly address: string; readonly width: number } | null {
  const candidates: { address: string; width: number }[] = [];
  for (const match of set.slice(0, MAX_SET).matchAll(/\s*([^\s,]\S*[^\s,]|[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/g)) {
    const address = match[1] ?? '';
    if (PLACEHOLDER.test(address)) continue;
    const size = Number(match[2] ?? 1);
    candidates.push({ address, width: match[3] === 'w' ? size : widthInAddress(address, PLAIN_WIDTH) * size });
  }
  candidates.sort((a, b) => a.width - b.width);
  return candidates.find((candidate) => candidate.width >= width) ?? candidates.at(-1) ?? null;
}

/** A picture drawn as a background by a lazy loader, in an otherwise empty element. */
function promoteBackground(element: DomElement): void {
  const address = (element.getAttribute('data-bg') ?? attribute(element, 'data-background-image')).replace(/^url\(["']?|["']?\)$/g, '');
  if (!ADDRESS.test(address) || element.textContent.trim() !== '' || element.querySelector('img') !== null) return;
  const image = element.ownerDocument.createElement('img');
  image.setAttribute('src', address);
  element.append(image);
}
