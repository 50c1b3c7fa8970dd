import { attribute, textOf } from './dom.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { absolute } from './addresses.ts';

/** Another form of the same article, which may hold it in full where the page does not. */
export interface VariantUrl {
  readonly kind: 'amp' | 'print';
  readonly url: string;
}

/** Addresses in a page that lead to more of the same article. */
export interface PageLinks {
  /** The article's next page, or null. Never another article: the address differs in its page number only. */
  readonly nextPageUrl: string | null;
  readonly variantUrls: readonly VariantUrl[];
}

const PAGE_NUMBER = [
  /([?&](?:page|p|pg|paged|trang|pagenumber|pageindex)=)(\d{1,3})(?=&|$)/i,
  /(\/(?:page|trang|p)[-/]?)(\d{1,3})(?=\/?$|\.html?$|\.htm$)/i,
  /([-_](?:p|page|trang-?))(\d{1,3})(?=\.\w{3,5}$|\/?$)/i,
  /(\/)(\d{1,2})(?=\/?$)/,
] as const;

/** Finds the links before the page is taken apart. */
export function findPageLinks(document: DomDocument, url: string): PageLinks {
  return { nextPageUrl: nextPage(document, url), variantUrls: variants(document, url) };
}

/** An address taken apart into what names the article and the number of the page; page 1 has none. */
function pageOf(address: string): { article: string; page: number } {
  const plain = address.replace(/#.*$/, '').replace(/^https?:\/\/(?:www\.)?/, '');
  for (const pattern of PAGE_NUMBER) {
    const match = pattern.exec(plain);
    if (match !== null) return { article: canonical(plain.slice(0, match.index) + plain.slice(match.index + match[0].length)), page: Number(match[2]) };
  }
  return { article: canonical(plain), page: 1 };
}

function canonical(address: string): string {
  return address.replace(/\?&?$/, '').replace(/[?&]$/, '').replace(/\.(?:html?|aspx|php|chn|epi)$/i, '').replace(/\/+$/, '');
}

function nextPage(document: DomDocument, url: string): string | null {
  const here = pageOf(url);
  const wanted = String(here.page + 1);
  for (const link of [...document.querySelectorAll('link[rel~="next"]'), ...document.getElementsByTagName('a')]) {
    if (!attribute(link, 'href').includes(wanted)) continue;
    const isNamed = /\bnext\b/.test(attribute(link, 'rel'));
    if (!isNamed && !isPageLink(link, here.page + 1)) continue;
    const target = absolute(attribute(link, 'href'), url);
    if (target === null || target === url) continue;
    const there = pageOf(target);
    if (there.article === here.article && there.page === here.page + 1) return target;
  }
  return null;
}

/** A link in words that page links have: the number, "next", "trang sau". */
function isPageLink(link: DomElement, page: number): boolean {
  const text = textOf(link);
  return text === String(page) || /^(?:(?:trang|page)\s*\d+|next(?: page)?|trang (?:sau|tiếp(?: theo)?|kế)|tiếp(?: theo)?|sau|[›»>]+)\s*[›»>→]*$/iu.test(text);
}

function variants(document: DomDocument, url: string): VariantUrl[] {
  const found: VariantUrl[] = [];
  const add = (kind: VariantUrl['kind'], href: string): void => {
    const target = absolute(href, url);
    if (target !== null && target !== url && !found.some((other) => other.url === target)) found.push({ kind, url: target });
  };
  for (const link of document.querySelectorAll('link[rel~="amphtml"]')) add('amp', attribute(link, 'href'));
  const host = /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? '';
  for (const link of document.getElementsByTagName('a')) {
    const href = attribute(link, 'href');
    if (!/print|in-bai/i.test(href)) continue;
    const target = absolute(href, url);
    const isOwn = target !== null && (/^https?:\/\/([^/]+)/.exec(target)?.[1] ?? '').endsWith(host.replace(/^www\./, ''));
    if (isOwn && /(?:^|[/?&_.-])(?:print|in-bai|printer)(?:$|[/?&=_.-])|[?&](?:view|mode|type)=print/i.test(href)) add('print', href);
  }
  return found.slice(0, 4);
}
