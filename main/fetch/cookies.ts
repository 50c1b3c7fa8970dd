import { bareHost } from './address.ts';

const MAX_PER_HOST = 50;
const MAX_HOSTS = 200;
/** Endings under which anybody registers names (`com.vn`): no cookie is kept for all of them. */
const SHARED_ENDING = /^(com|net|org|edu|gov|co|ac|info|biz|name|health|int|pro)\.[a-z]{2}$/;

interface Cookie {
  readonly name: string;
  readonly value: string;
  /** The host it is sent to, and with `isForSubdomains` all below it. */
  readonly host: string;
  readonly isForSubdomains: boolean;
  readonly isSecure: boolean;
}

function scopeOf(host: string, domain: string | undefined): Pick<Cookie, 'host' | 'isForSubdomains'> | null {
  const wanted = domain?.trim().replace(/^\./, '').toLowerCase() ?? '';
  if (wanted === '' || wanted === host) return { host, isForSubdomains: wanted === host };
  const isParent = host.endsWith(`.${wanted}`) && wanted.includes('.') && !SHARED_ENDING.test(wanted);
  return isParent ? { host: wanted, isForSubdomains: true } : null;
}

/** Reads one Set-Cookie header (RFC 6265 5.2, without expiry: nothing outlives the process). Null where it is not to be kept. */
function parseCookie(header: string, url: URL): Cookie | null {
  const [pair = '', ...attributes] = header.split(';');
  const cut = pair.indexOf('=');
  const name = pair.slice(0, cut).trim();
  const value = pair.slice(cut + 1).trim();
  if (cut <= 0 || !/^[\x21-\x7e]+$/.test(name) || !/^[\x20-\x7e]*$/.test(value) || pair.length > 4096) return null;
  const attribute = (wanted: string) => attributes.find((text) => text.trim().toLowerCase().startsWith(wanted))?.split('=')[1];
  const scope = scopeOf(bareHost(url), attribute('domain='));
  if (scope === null) return null;
  return { name, value, ...scope, isSecure: attributes.some((text) => text.trim().toLowerCase() === 'secure') };
}

/**
 * Cookies, in memory only. Docbao sends none, until a site redirects in a circle for want of one: then those that the circle
 * set are kept for that site as long as the fetcher lives.
 */
export class CookieJar {
  readonly #byHost = new Map<string, Map<string, Cookie>>();

  /** Takes in the Set-Cookie headers of an answer. */
  store(url: URL, headers: readonly string[]): void {
    for (const header of headers) {
      const cookie = parseCookie(header, url);
      if (cookie === null) continue;
      if (!this.#byHost.has(cookie.host) && this.#byHost.size >= MAX_HOSTS) this.#byHost.clear();
      const cookies = this.#byHost.get(cookie.host) ?? new Map<string, Cookie>();
      this.#byHost.set(cookie.host, cookies);
      if (cookies.size < MAX_PER_HOST || cookies.has(cookie.name)) cookies.set(cookie.name, cookie);
    }
  }

  /** The Cookie header for an address, or null where there is nothing to send. */
  headerFor(url: URL): string | null {
    const host = bareHost(url);
    const pairs: string[] = [];
    for (const [owner, cookies] of this.#byHost) {
      if (host !== owner && !host.endsWith(`.${owner}`)) continue;
      for (const cookie of cookies.values()) {
        if (host !== owner && !cookie.isForSubdomains) continue;
        if (!cookie.isSecure || url.protocol === 'https:') pairs.push(`${cookie.name}=${cookie.value}`);
      }
    }
    return pairs.length === 0 ? null : pairs.join('; ').slice(0, 8192);
  }
}
