import { imageAddress, isTracker, webAddress } from './addresses.ts';
import { wholeNumber } from './attributes.ts';
import { cleanCharacters, flattenSpace } from './characters.ts';
import { element } from './nodes.ts';
import type { ElementNode } from './nodes.ts';

type Attributes = ReadonlyMap<string, string>;

const MAX_PIXELS = 20_000;
/** Nothing smaller is a picture: it counts readers or pushes text about. */
const MIN_PIXELS = 3;
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u200D\uFE0F\u20E3]|\p{Emoji_Modifier})+$/u;
/** Frames that show nothing to read: buttons, counters, advertising, log-in. */
const FRAME_CHROME =
  /(?:^|\.)(?:doubleclick\.net|googlesyndication\.com|google\.com\/recaptcha|googletagmanager\.com|admicro\.vn|adtima\.vn|eclick\.vn|taboola\.com|outbrain\.com|disqus\.com)|facebook\.com\/(?:v[\d.]+\/)?plugins\/(?:like|share|page|comments|login)|sp\.zalo\.me|platform\.twitter\.com\/widgets\/(?:tweet_button|follow_button)|\/ads?\//i;

/** `<img data-src alt width height>`; null where it is nothing to see. */
export function imageNode(attributes: Attributes, baseUrl: string | null): ElementNode | null {
  const src = imageAddress(attributes.get('data-src') ?? '', baseUrl) ?? imageAddress(attributes.get('src') ?? '', baseUrl);
  if (src === null || isTracker(src)) return null;
  const width = wholeNumber(attributes.get('width'));
  const height = wholeNumber(attributes.get('height'));
  if (isTiny(width) || isTiny(height)) return null;
  const alt = flattenSpace(cleanCharacters(attributes.get('alt') ?? ''));
  const node = element('img', [['data-src', src], ['alt', alt]]);
  if (width !== null && width <= MAX_PIXELS) node.attributes.set('width', String(width));
  if (height !== null && height <= MAX_PIXELS) node.attributes.set('height', String(height));
  return node;
}

/** The character that an emoji image stands for, or null. */
export function emojiOf(attributes: Attributes): string | null {
  const alt = (attributes.get('alt') ?? '').trim();
  return alt !== '' && alt.length <= 16 && EMOJI.test(alt) ? alt : null;
}

function isTiny(pixels: number | null): boolean {
  return pixels !== null && pixels < MIN_PIXELS;
}

/** A video, sound or frame as a link to it, around its poster where there is one; null where it is only chrome. */
export function mediaNode(name: string, attributes: Attributes, baseUrl: string | null): ElementNode | null {
  const address = mediaAddress(name, attributes, baseUrl);
  if (address === null || FRAME_CHROME.test(address) || isTracker(address)) return null;
  if (isTiny(wholeNumber(attributes.get('width'))) || isTiny(wholeNumber(attributes.get('height')))) return null;
  const link = element('a', [['href', address], ['rel', 'noopener noreferrer']]);
  const poster = imageAddress(attributes.get('poster') ?? attributes.get('data-poster') ?? '', baseUrl) ?? knownPoster(address);
  const title = flattenSpace(cleanCharacters(attributes.get('title') ?? ''));
  const host = new URL(address).hostname.replace(/^www\./, '');
  if (poster === null) link.children.push({ kind: 'text', text: title === '' ? `▶ ${host}` : `▶ ${title} (${host})` });
  else link.children.push(element('img', [['data-src', poster], ['alt', title === '' ? `▶ ${host}` : `▶ ${title}`]]));
  return link;
}

function mediaAddress(name: string, attributes: Attributes, baseUrl: string | null): string | null {
  const names = name === 'object' ? ['data'] : ['data-src', 'src', 'data-file', 'data-vid', 'data-url'];
  for (const candidate of names) {
    const raw = attributes.get(candidate) ?? '';
    const address = raw.trim() === '' ? null : webAddress(raw, baseUrl);
    if (address !== null) return watchPage(address);
  }
  return null;
}

const YOUTUBE = /^https?:\/\/(?:www\.)?(?:youtube(?:-nocookie)?\.com\/(?:embed|v|shorts)\/|youtu\.be\/)([\w-]{11})/;
const VIMEO = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/;

/** A player's frame is no page to open: the page of the film is. */
function watchPage(address: string): string {
  const youtube = YOUTUBE.exec(address)?.[1];
  if (youtube !== undefined) return `https://www.youtube.com/watch?v=${youtube}`;
  const vimeo = VIMEO.exec(address)?.[1];
  return vimeo === undefined ? address : `https://vimeo.com/${vimeo}`;
}

function knownPoster(address: string): string | null {
  const id = /^https:\/\/www\.youtube\.com\/watch\?v=([\w-]{11})/.exec(address)?.[1];
  return id === undefined ? null : `https://i.ytimg.com/vi/${id}/hqdefault.jpg`;
}
