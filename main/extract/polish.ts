import { isPersonName } from './byline.ts';
import { readDate } from './dates.ts';
import { attribute, comparable, isBefore, isSameText, linkDensity, textOf } from './dom.ts';
import type { DomElement } from './dom.ts';
import { absolute } from './addresses.ts';

/** What stands in the body before its title is the way to the article, not the article. */
export function dropBeforeTitle(body: DomElement, title: string): void {
  const heading = [...body.querySelectorAll('h1, h2, div, p, span, td')].slice(0, 60).find((block) => isWithin(block, title.length * 3 + 200) && comparable(textOf(block)) === comparable(title));
  if (heading === undefined || comparable(title) === '') return;
  for (let node: DomElement | null = heading; node !== null && node !== body; node = node.parentElement) {
    for (let previous = node.previousElementSibling; previous !== null; previous = node.previousElementSibling) {
      const length = textOf(previous).length;
      if ((length > 300 && linkDensity(previous) < 0.5) || showsPicture(previous)) return;
      previous.remove();
    }
  }
}

/** Some pages show the leading picture above the title. */
function showsPicture(element: DomElement): boolean {
  if (linkDensity(element) > 0.5) return false;
  const picture = element.localName === 'img' ? element : element.querySelector('figure img, img');
  if (picture === null) return false;
  const width = Number.parseInt(attribute(picture, 'width'), 10);
  return element.localName === 'figure' || element.querySelector('figure') !== null || width >= 300;
}

/** Removes the title, the lede and pictures shown twice from the top of the body. */
export function dropLeadingRepeats(body: DomElement, title: string, lede: string | null): void {
  const blocks = [...body.querySelectorAll('h1, h2, h3, p, div, strong, section')].slice(0, 25);
  for (const block of blocks) {
    const text = textOf(block);
    if (text.length < 15 || !body.contains(block) || block.querySelector('img, figure') !== null) continue;
    const isTitle = /^h[1-3]$/.test(block.localName) ? isSameText(text, title) : comparable(text) === comparable(title);
    const isLede = lede !== null && isSameText(text, lede) && text.length < textOf(body).length * 0.6;
    if (isTitle || isLede) block.remove();
  }
  dropRepeatedPictures(body);
}

function dropRepeatedPictures(body: DomElement): void {
  const seen = new Set<string>();
  for (const image of [...body.getElementsByTagName('img')]) {
    const key = pictureKey(attribute(image, 'src'));
    if (key === '') continue;
    if (seen.has(key) && image.closest('td, li, p') === null && textOf(image.closest('figure') ?? image) === '') image.remove();
    seen.add(key);
  }
}

/** The address without its size: the same picture comes as thumbnail and in full. */
function pictureKey(address: string): string {
  return address.startsWith('data:') ? '' : address.replace(/[?#].*$/, '').replace(/\/(?:thumb_w|zoom|resize|w)[/_]?[\d_x]+\//, '/').replace(/^https?:/, '');
}

/** Addresses that the page gives relative to itself, made absolute; those that no reader can open, gone. */
export function makeAbsolute(body: DomElement, base: string): void {
  for (const element of body.querySelectorAll('[href], [src], [poster], [data-src]')) {
    for (const name of ['href', 'src', 'poster', 'data-src']) {
      const value = element.getAttribute(name);
      if (value === null || value.startsWith('#') || /^(?:mailto|data):/i.test(value)) continue;
      const full = absolute(value, base);
      if (full === null) element.removeAttribute(name);
      else element.setAttribute(name, full);
    }
  }
}

/** The publishing time, where a page prints it in the body's first lines. */
export function dropDateLines(body: DomElement): void {
  const blocks = [...body.querySelectorAll('p, div, span, time, header, li, h2')].slice(0, 60).filter((block) => isShort(block, 60));
  for (const block of blocks.slice(0, 12)) {
    const text = textOf(block);
    if (!body.contains(block) || block.querySelector('img') !== null) continue;
    const words = text.replace(/thứ|chủ nhật|hai|ba|tư|năm|sáu|bảy|ngày|tháng|lúc|cập nhật|đăng|gmt|utc|am|pm|giờ|phút/giu, '').replace(/[^\p{L}]+/gu, '');
    if (words !== '' || readDate(text) === null) continue;
    for (let previous = block.previousElementSibling; previous !== null && isShort(previous, 30); previous = block.previousElementSibling) previous.remove();
    block.remove();
  }
}

/** Told without a look at the text itself, which may be a whole article's. */
function isWithin(block: DomElement, length: number): boolean {
  return block.textContent.length <= length;
}

function isShort(block: DomElement, length: number): boolean {
  if (!isWithin(block, length * 4 + 400)) return false;
  const text = textOf(block);
  return text !== '' && text.length <= length;
}

/** What forms and dialogues say. Compared with short lines only, at the end of a body. */
const INTERFACE_LINE =
  /vui lòng|bình luận|đăng nhập|đăng ký|e-?mail|mật khẩu|thông báo|thông tin bạn đọc|gửi (?:ý kiến|phản hồi|đi)|đồng ý|hủy|đóng|chia sẻ|lưu bài|in bài|quay lại|trở lại|copy link|facebook|zalo|twitter|chọn file|captcha|mã xác nhận|họ (?:và |& )?tên/iu;

/** Takes the messages of comment forms and dialogues away from the end of the body. */
export function trimTail(body: DomElement): void {
  for (const block of [...body.querySelectorAll('p, div, li, h2, h3, h4, span, label')].reverse()) {
    if (!body.contains(block) || block.querySelector('p, div, li, h2, h3, h4, label') !== null || textOf(block) === '') continue;
    if (!isShort(block, 90) || !INTERFACE_LINE.test(textOf(block)) || block.closest('figure, blockquote, table') !== null) return;
    block.remove();
  }
}

/** Editors' paste leaves `lang="VI"` on single words: a language is marked where it differs from the page's. */
export function dropLanguageNoise(body: DomElement, lang: string | null): void {
  for (const element of body.querySelectorAll('[lang]')) {
    const own = attribute(element, 'lang').toLowerCase().split('-')[0];
    const isNoise = own === lang?.toLowerCase().split('-')[0] || (lang === 'vi' && MARKED_VIETNAMESE.test(textOf(element)));
    if (isNoise || textOf(element).length < 30) element.removeAttribute('lang');
  }
}

const MARKED_VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;

/** A paragraph that is nothing but a link with a headline's words, to the same site, is another article's teaser. */
export function dropHeadlineLinks(body: DomElement, base: string): void {
  const host = hostOf(base);
  for (const block of [...body.querySelectorAll('p, h2, h3, h4, div')]) {
    const links = [...block.getElementsByTagName('a')];
    const [link] = links;
    const text = textOf(block);
    if (link === undefined || links.length > 1 || textOf(link) !== text || text.split(' ').length < 6 || /[.:;!]$/u.test(text)) continue;
    if (block.querySelector('img, figure') === null && hostOf(attribute(link, 'href')) === host && /\d|-.*-/.test(attribute(link, 'href').replace(/^https?:\/\/[^/]*/, ''))) block.remove();
  }
}

function hostOf(address: string): string {
  return /^https?:\/\/(?:www\.|m\.)?([^/:]+)/.exec(address)?.[1] ?? '';
}

const SOURCE_LINE = /^\(?(?:theo|nguồn|source|tổng hợp|ảnh)\s*[:：]?\s+.{2,80}\)?$/iu;

/** The author's name, as Vietnamese papers print it: alone in the last paragraph, bold or set right. Taken from the body. */
export function takeSignature(body: DomElement, known: string | null): string | null {
  const blocks = [...body.querySelectorAll('p, div')].filter((block) => textOf(block) !== '' && block.querySelector('p, div, img') === null);
  for (const block of blocks.slice(-3).reverse()) {
    const text = textOf(block);
    if (text.length > 80 || SOURCE_LINE.test(text) || linkDensity(block) > 0.9) continue;
    const strong = block.querySelector('strong, b');
    const isSetApart = (strong !== null && textOf(strong).length >= text.length * 0.7) || /text-align:\s*right/i.test(attribute(block, 'style')) || attribute(block, 'align') === 'right' || /author|tac-?gia|signature|pAuthor/i.test(attribute(block, 'class'));
    const isKnown = known !== null && comparable(text) === comparable(known);
    if (!isKnown && (!isSetApart || !looksLikeName(text))) continue;
    block.remove();
    if (isKnown) return known;
    return known !== null && comparable(text).includes(comparable(known)) ? text : known ?? text;
  }
  return null;
}

/** A small portrait beside a name and a few words: who the author is. */
export function dropAuthorBoxes(body: DomElement): void {
  for (const box of [...body.querySelectorAll('div, section, aside, ul')]) {
    if (!isWithin(box, 600) || !body.contains(box)) continue;
    const portrait = box.querySelector('img');
    if (portrait === null || textOf(box).length > 200 || box.querySelector('figcaption, table') !== null || box.querySelectorAll('img').length > 1) continue;
    const width = Number.parseInt(attribute(portrait, 'width'), 10);
    const first = [...box.querySelectorAll('a, p, div, span, strong, b, h3, h4, h5, li')].map(textOf).find((text) => text !== '');
    if ((width <= 150 || /avatar|author/i.test(attribute(portrait, 'src') + attribute(portrait, 'class'))) && first !== undefined && first.split(' ').length >= 2 && looksLikeName(first)) box.remove();
  }
}

/** The author's name again, as a line of its own above the text. */
export function dropByline(body: DomElement, byline: string | null): void {
  const blocks = [...body.querySelectorAll('p, div, span, li, h4, h5')].filter((block) => textOf(block) !== '').slice(0, 8);
  for (const block of blocks) if (byline !== null && isWithin(block, 400) && block.querySelector('img') === null && comparable(textOf(block)) === comparable(byline)) block.remove();
}

function looksLikeName(text: string): boolean {
  const words = text.replace(/\(.*\)/, '').split(/[\s,–-]+/).filter((word) => word !== '');
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return isPersonName(text) && words.length >= 1 && words.length <= 8 && capitals >= words.length * 0.6;
}

const LEAD_PICTURE = 'figure, [class*="avatar"], [class*="featured"], [class*="hero"], [class*="cover"], [class*="lead"], [class*="main-image"], [class*="thumbnail"]';

/** The picture that a page shows between the title and the body belongs to the article. Found before the page is taken apart. */
export function leadFigure(title: DomElement | null, body: DomElement): DomElement | null {
  if (title === null || body.contains(title)) return null;
  let scope = title.parentElement;
  for (let level = 0; level < 4 && scope !== null && !scope.contains(body); level += 1) scope = scope.parentElement;
  if (scope === null || !scope.contains(body)) return null;
  for (const element of scope.querySelectorAll(LEAD_PICTURE)) {
    const pictures = element.querySelectorAll('img');
    const [picture] = [...pictures];
    if (picture === undefined || pictures.length > 1 || element.contains(body) || element.contains(title) || body.contains(element)) continue;
    const width = Number.parseInt(attribute(picture, 'width'), 10);
    const isSmall = width < 200 || /author|user|logo|icon/i.test(`${attribute(element, 'class')} ${attribute(picture, 'class')}`);
    if (isSmall || textOf(element).length > 500 || linkDensity(element) > 0.5 || !isBefore(title, element) || !isBefore(element, body)) continue;
    return element;
  }
  return null;
}
