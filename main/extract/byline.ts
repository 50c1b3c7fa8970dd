import { hostOf } from './addresses.ts';
import { attribute, comparable, isBefore, squeeze, textOf } from './dom.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { decodeReferences } from './entities.ts';
import type { ArticleData } from './json-ld.ts';

const BYLINE_PREFIX = /^(?:by|bởi|tác giả|tác giả bài viết|autore?s?|autorin|auteure?s?|bài(?: và ảnh)?|theo|thực hiện|người viết|đăng bởi|posted by|written by|von|par|por)\s*[:：]?\s+/iu;
const BYLINE_SELECTOR =
  '[rel~="author"], [itemprop~="author"], [class*="author"], [class*="byline"], [class*="tac-gia"], [class*="tacgia"], [class*="nguoi-viet"], [class*="nguon-tac"]';

/** Who wrote it: by the page's data, a line that says so, or an element named so below the title. */
export function readByline(document: DomDocument, meta: ReadonlyMap<string, string>, data: ArticleData | null, title: DomElement | null, sourceName: string | null): string | null {
  const site = comparable([meta.get('og:site_name'), data?.publisher, sourceName, (hostOf(meta.get('og:url') ?? '') ?? '').split('.')[0]].join(' | '));
  const isName = (text: string): boolean => isPersonName(text) && !` ${site} `.includes(` ${comparable(text)} `);
  const claimed = [(data?.authors ?? []).filter(isName).join(', '), meta.get('article:author'), meta.get('author'), meta.get('dc.creator'), meta.get('parsely-author'), meta.get('sailthru.author')];
  const claim = claimed.map((text) => squeeze(decodeReferences(text ?? '')).replace(BYLINE_PREFIX, '')).find(isName);
  if (claim !== undefined) return claim;
  const labelled = labelledAuthor(document);
  if (labelled !== null && isName(labelled)) return labelled;
  for (const element of document.querySelectorAll(BYLINE_SELECTOR)) {
    if (/Organization/.test(attribute(element, 'itemtype'))) continue;
    const isListed = [...(element.closest('ul, ol')?.children ?? [])].length > 6;
    if (isListed || element.closest('[class*="comment"], [class*="related"], aside, footer, nav') !== null) continue;
    const text = bylineText(element);
    if (isName(text) && (title === null || isBefore(title, element))) return text;
  }
  return null;
}

/** `Tác giả: Name`, as portals print it below the text. */
function labelledAuthor(document: DomDocument): string | null {
  for (const element of document.querySelectorAll('p, div, span, li, td')) {
    if (element.textContent.length > 120 || element.children.length > 3) continue;
    const match = /^(?:tác giả(?: bài viết)?|người viết|tin,? (?:và )?ảnh|bài(?: viết)?,? (?:và )?ảnh|thực hiện)\s*[:：]\s*([^:：|]{2,60})$/iu.exec(textOf(element));
    if (match?.[1] !== undefined && element.closest('[class*="comment"], [class*="related"], aside, figure, footer') === null) return withoutDate(match[1]);
  }
  return null;
}

function bylineText(element: DomElement): string {
  const name = element.querySelector('[itemprop~="name"], [class*="name"]') ?? element;
  return withoutDate(textOf(name).replace(BYLINE_PREFIX, ''));
}

/** Templates print name and date in one element, often without a space between them. */
function withoutDate(text: string): string {
  const cut = text.search(/\s*[-–—|•,·]?\s*(?:\d{1,2}[:/.-]\d|(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)\s+\d{1,2}\b|\d{1,2}\.?\s+(?:tháng|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\b|thứ (?:hai|ba|tư|năm|sáu|bảy),|chủ nhật,)/iu);
  return (cut < 0 ? text : text.slice(0, cut)).replace(/[\s\-–—|•,·]+$/u, '');
}

/** A name and not an address, a number, an organisation's slogan or a sentence. */
export function isPersonName(text: string): boolean {
  if (text.length < 2 || text.length > 90 || /https?:|www\.|[@{}<>|]|\.(?:com|vn|net|org)\b|^\d+$|facebook|^(?:twitter|x|instagram|zalo|linkedin|email)$/i.test(text)) return false;
  if (!/\p{L}/u.test(text) || /[.!?…]$/u.test(text.replace(/\b\p{L}\.$/u, ''))) return false;
  return text.split(' ').length <= 14 && !/^(?:admin|administrator|editor|author|tác giả|staff|unknown|vccorp\.vn|null|undefined)$/iu.test(text);
}

const NAME = /^\p{Lu}[\p{L}\p{M}.]*(?:[\s-]+\p{Lu}[\p{L}\p{M}.]*){1,4}$/u;
const NO_NAME = /^(?:chia sẻ|theo dõi|bình luận|gửi|in|lưu|nghe|google|facebook|zalo|tin|xem|thích|báo)\b/iu;

/** A name that stands alone beside the date, below the title: how Vietnamese papers sign where no class says so. */
export function nameBesideDate(date: DomElement, title: DomElement): string | null {
  for (const scope of [date.parentElement, date.parentElement?.parentElement]) {
    if (scope === null || scope === undefined || scope.contains(title) || textOf(scope).length > 200) return null;
    for (const element of scope.querySelectorAll('a, span, p, div, b, strong, li')) {
      const text = element.contains(date) ? '' : textOf(element);
      if (text.length <= 40 && NAME.test(text) && !NO_NAME.test(text)) return text;
    }
  }
  return null;
}
