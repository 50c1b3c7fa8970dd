const LINK_PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);
const MAX_ADDRESS = 4096;
const MAX_INLINE_IMAGE = 3_000_000;
/** Shorter inline images are placeholders: one transparent pixel, a grey box. */
const MIN_INLINE_IMAGE = 400;
const INLINE_IMAGE = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,[a-z0-9+/]+=*$/i;

/** An absolute http, https or mailto address, or null. */
export function linkAddress(href: string, baseUrl: string | null): string | null {
  const trimmed = href.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return null;
  const url = resolve(trimmed, baseUrl);
  if (url === null || !LINK_PROTOCOLS.has(url.protocol)) return null;
  if (baseUrl !== null && url.hash !== '' && isSamePage(url, baseUrl)) return null;
  return bounded(url);
}

/** The name of the place in the same page that a link leads to (HTML Standard, 7.4.6.3), or null. */
export function placeName(href: string, baseUrl: string | null): string | null {
  const at = href.indexOf('#');
  if (at === -1 || href.length > MAX_ADDRESS) return null;
  const url = href.trim().startsWith('#') ? null : resolve(href.trim(), baseUrl);
  if (!href.trim().startsWith('#') && (url === null || baseUrl === null || !isSamePage(url, baseUrl))) return null;
  const name = href.trim().slice(href.trim().indexOf('#') + 1);
  try {
    return decodeURIComponent(name) || null;
  } catch {
    return name;
  }
}

/** An absolute http(s) address or an inline image, or null. */
export function imageAddress(src: string, baseUrl: string | null): string | null {
  const trimmed = src.trim();
  if (trimmed === '') return null;
  if (/^data:/i.test(trimmed)) {
    const compact = trimmed.length > MAX_INLINE_IMAGE ? '' : trimmed.replace(/\s+/g, '');
    return compact.length >= MIN_INLINE_IMAGE && INLINE_IMAGE.test(compact) ? compact : null;
  }
  return webAddress(trimmed, baseUrl);
}

/** An absolute http(s) address, or null. */
export function webAddress(text: string, baseUrl: string | null): string | null {
  const url = resolve(text.trim(), baseUrl);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? bounded(url) : null;
}

function resolve(text: string, baseUrl: string | null): URL | null {
  if (text.length > MAX_ADDRESS) return null;
  try {
    return baseUrl === null ? new URL(text) : new URL(text, baseUrl);
  } catch {
    return null;
  }
}

function bounded(url: URL): string | null {
  if (url.protocol !== 'mailto:') {
    url.username = '';
    url.password = '';
  }
  return url.href.length > MAX_ADDRESS ? null : url.href;
}

function isSamePage(url: URL, baseUrl: string): boolean {
  const [target] = url.href.split('#');
  const [page] = baseUrl.split('#');
  return target === page;
}

const TRACKER_HOSTS =
  /(?:^|\.)(?:doubleclick\.net|google-analytics\.com|googletagmanager\.com|scorecardresearch\.com|quantserve\.com|pixel\.wp\.com|stats\.wordpress\.com|feedsportal\.com|statcounter\.com|chartbeat\.net|hotjar\.com|mc\.yandex\.ru|counter\.yadro\.ru|adservice\.google\.com|pixel\.[a-z0-9-]+\.[a-z]+|b\.scorecardresearch\.com|analytics\.[a-z0-9-]+\.[a-z]+|beacon\.[a-z0-9-]+\.[a-z]+)$/i;
const TRACKER_PATHS =
  /facebook\.com\/tr\b|\/~(?:r|ff|a)\/|\/(?:pixel|beacon|tracking?|spacer|blank|transparent|1x1|clear)\.(?:gif|png)(?:[?#]|$)|[?&]utm_[^#]*\.gif|\/piwik\.php|\/matomo\.php|\/wf\/open\b|\/o\.gif/i;

/** True for the addresses of counting pixels (they say who reads what, and show nothing). */
export function isTracker(address: string): boolean {
  const url = resolve(address, null);
  return url !== null && (TRACKER_HOSTS.test(url.hostname) || TRACKER_PATHS.test(url.hostname + url.pathname + url.search));
}
