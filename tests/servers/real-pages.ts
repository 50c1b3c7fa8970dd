import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Hosts that names of formats and namespaces use; they are no links. */
const NAMESPACE_HOST = /^(www\.w3\.org|purl\.org|schema\.org|ogp\.me|search\.yahoo\.com|www\.itunes\.com|wellformedweb\.org|rssnamespace\.org)$/;
const HOST = '[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}';

/** A document of the folder, at the path where the server has it: `/<host of the paper>/<its path there>`. */
export interface RealPage {
  readonly path: string;
  readonly file: string;
  readonly kind: 'article' | 'list' | 'feed';
  readonly title: string;
}

/**
 * Rewrites every address in a feed or page so that it leads to the server: `https://vnexpress.net/a.html` becomes
 * `<origin>/vnexpress.net/a.html`; addresses without a host get the host of the page they stand in.
 */
export function rewriteHosts(text: string, origin: string, ownHost: string | null): string {
  const escaped = origin.replaceAll('/', '\\/');
  const bare = origin.replace(/^http:/, '');
  const keep = (host: string) => NAMESPACE_HOST.test(host);
  const absolute = text
    .replace(new RegExp(`https?://(${HOST})`, 'gi'), (whole, host: string) => (keep(host) ? whole : `${origin}/${host}`))
    .replace(new RegExp(`https?:\\\\/\\\\/(${HOST})`, 'gi'), (whole, host: string) => (keep(host) ? whole : `${escaped}\\/${host}`))
    .replace(new RegExp(`(["'(])//(${HOST})`, 'gi'), (_whole, quote: string, host: string) => `${quote}${bare}/${host}`);
  if (ownHost === null) return absolute;
  return absolute.replace(/\b((?:href|src|poster|data-[a-z-]+)=["'])\/(?!\/)/gi, (_whole, start: string) => `${start}/${ownHost}/`);
}

/** Where a page says it belongs. */
function ownAddress(html: string): URL | null {
  const tags = [
    /<link[^>]+rel="canonical"[^>]+href="([^"]+)"/i,
    /<meta[^>]+property="og:url"[^>]+content="([^"]+)"/i,
    /<meta[^>]+content="([^"]+)"[^>]+property="og:url"/i,
  ];
  const found = tags.map((tag) => tag.exec(html)?.[1]).find((address) => address !== undefined && URL.canParse(address));
  return found === undefined ? null : new URL(found);
}

function pagesOf(folder: string, kind: 'article' | 'list', otherwise: (file: string) => string): RealPage[] {
  const files = readdirSync(join(folder, 'pages', kind)).filter((name) => name.endsWith('.html'));
  return files.toSorted().map((name) => {
    const file = join(folder, 'pages', kind, name);
    const html = readFileSync(file, 'utf8');
    const address = ownAddress(html);
    const title = /<title[^>]*>([^<]*)/i.exec(html)?.[1]?.trim() ?? name;
    return { path: address === null ? otherwise(name) : `/${address.host}${address.pathname}`, file, kind, title };
  });
}

/** All real documents of the data folder; empty where it is missing. Of two with one address the second is at `/pages/<file>`. */
export function listRealPages(folder: string): readonly RealPage[] {
  if (!existsSync(join(folder, 'pages'))) return [];
  const local = (name: string) => `/pages/${name}`;
  const feeds = ['feeds', 'feeds/excerpts'].flatMap((sub) =>
    readdirSync(join(folder, sub))
      .filter((name) => /\.(rss|xml)$/.test(name))
      .toSorted()
      .map((name): RealPage => ({ path: `/feeds/${name}`, file: join(folder, sub, name), kind: 'feed', title: name })),
  );
  const taken = new Set<string>();
  return [...feeds, ...pagesOf(folder, 'article', local), ...pagesOf(folder, 'list', local)].map((page) => {
    const path = taken.has(page.path) ? local(page.file.split('/').at(-1) ?? '') : page.path;
    taken.add(path);
    return { ...page, path };
  });
}

/** A feed of ours whose entries are the folder's article pages, with titles and nothing more. */
export function feedOfPages(origin: string, pages: readonly RealPage[]): string {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const articles = pages.filter(({ kind }) => kind === 'article');
  const items = articles.map(({ path, title }, index) => {
    const date = new Date(Date.UTC(2026, 2, 7, 8, index)).toUTCString();
    return `<item><title>${title.includes('&') ? title : escape(title)}</title><link>${escape(origin + path)}</link><guid>${escape(origin + path)}</guid><pubDate>${date}</pubDate></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Trang thật</title><link>${origin}/</link>
<description>Bài của nhiều báo</description>${items.join('\n')}</channel></rss>`;
}
