import { LIMITS } from './limits.ts';

/** An absolute address from one that may be relative, of whatever scheme; null where there is none. */
export function resolveUrl(text: string, base: string): string | null {
  const address = text.trim();
  if (address === '' || address.length > LIMITS.url) return null;
  try {
    return new URL(address, base).href;
  } catch {
    return null;
  }
}

/** Like `resolveUrl`, for what the network may be asked for: http and https only. */
export function webUrl(text: string | undefined, base: string): string | null {
  if (text === undefined) return null;
  const url = resolveUrl(text, base);
  return url !== null && /^https?:/.test(url) ? url : null;
}

/** The start page of the site that an address belongs to. */
export function originOf(url: string): string | null {
  return webUrl('/', url);
}

const URL_ATTRIBUTE = /(<[a-z][^<>]*?\s(?:href|src|poster|cite|longdesc)\s*=\s*)("[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)/gi;

/**
 * Makes the addresses of an HTML fragment absolute. Needed only where the fragment's xml:base differs from what its
 * readers will take as base: the fragment's text leaves the document that says so.
 */
export function rebaseHtml(html: string, base: string): string {
  return html.replace(URL_ATTRIBUTE, (whole: string, before: string, quoted: string) => {
    const bare = quoted.replace(/^["']|["']$/g, '');
    const url = /^[a-z][a-z0-9+.-]*:|^#/i.test(bare) ? null : resolveUrl(bare.replaceAll('&amp;', '&'), base);
    return url === null ? whole : `${before}"${url.replaceAll('&', '&amp;').replaceAll('"', '%22')}"`;
  });
}
