import { CALL, CHROME_HEADING, COMMENT_TOOLS, COMMENTS_HEADING, isFurniture, LINK_LINE } from './chrome-lines.ts';
import { attribute, comparable, linkDensity, namesOf, textOf } from './dom.ts';
import type { DomDocument, DomElement } from './dom.ts';

const NEVER_CONTENT = 'script, style, template, svg, canvas, form input, select, button, textarea, link, meta, ins.adsbygoogle, dialog, object > embed, noscript, [hidden], [aria-modal="true"], [type^="Related"]';

/** Parts of class names and ids that say "not the article". Compared with whole words of the name. */
const CHROME_WORD = new Set([
  'ads', 'adv', 'advert', 'advertisement', 'advertising', 'adsbygoogle', 'adzone', 'banner', 'quangcao', 'qc', 'sponsor', 'sponsored', 'promo', 'promotion',
  'related', 'relate', 'relation', 'relatednews', 'lienquan', 'recommend', 'recommended', 'recommendation', 'recommendations', 'readmore', 'xemthem', 'docthem', 'tinkhac', 'tinlienquan', 'cungchuyenmuc', 'samecate', 'tincungmuc',
  'share', 'sharing', 'social', 'socials', 'addthis', 'sharethis', 'zalo', 'follow',
  'comment', 'comments', 'binhluan', 'phanhoi', 'disqus', 'reply', 'respond',
  'tag', 'tags', 'taglist', 'keyword', 'keywords', 'tukhoa', 'breadcrumb', 'breadcrumbs', 'bread',
  'newsletter', 'subscribe', 'subscription', 'signup', 'signin', 'login', 'paywall', 'register', 'popup', 'modal', 'overlay', 'cookie', 'cookies', 'consent', 'gdpr', 'toast',
  'rating', 'vote', 'like', 'toolbar', 'tools', 'print', 'bookmark', 'pagination', 'pager', 'sidebar', 'rightbar', 'menu', 'nav', 'navbar', 'navigation', 'footer', 'masthead',
  'taboola', 'outbrain', 'mgid', 'mostread', 'mostview', 'mostviewed', 'popular', 'trending', 'hotnews', 'tinmoi', 'tinnong', 'skeleton', 'audioplayer', 'tts', 'copyright', 'widget', 'toc', 'mucluc', 'kksr', 'stars', 'ratings', 'danhgia', 'breadcumb', 'luotxem',
]);

const CHROME_COMPOUND =
  /related|lien-?quan|tin-?khac|cung-?chuyen-?muc|cung-?muc|same-?cat|samecate|relatedbox|news-?other|other-?news|more-?news|most-?(?:read|view)|read-?(?:more|next|also)|social|share-|-share|share_|btn_?share|fb-like|fb-root|comment[-_]|[-_]comment|box[-_]?(?:tin|category|news)|tin-?(?:moi|lien)|adm-?(?:ads|position)|adsbox|ads[-_]|[-_]ads\b|banner[-_]|newsletter|sub-?news|author-?(?:box|bio|info-box)|breadcrumb|back-folder|link-source|source-link|bai-goc|topic-?(?:list|box)|event-?box|box-?event|vote|quiz|minigame|google-news|googlenews|zalo|follow-|donate|print-?only|screen-reader|sr-only|visually-?hidden|skip-link|table-?of-?contents|toc[-_]container|muc-luc|danh-gia|binh-chon|luot-xem|cookie-|-cookie|gdpr|onetrust/i;

/** Names that contain a word of chrome and mean the article. */
const CONTENT_NAME = /(?:^|[\s_-])(?:article|post|entry|story|detail|content|main|singular|cms|news)[\w-]*(?:body|content|text|main|detail|tags?-?content)|articlebody|fck_detail|maincontent|shareable|has-sidebar|with-sidebar|no-sidebar|article-?with/i;

const STRUCTURAL = /^(?:html|head|body|main|article|h1|img|picture|figure|figcaption|p|table|tbody|tr|td|video|source|b|strong|em|i|pre|code|blockquote)$/;

/** Footnotes and endnotes by what systems call them (DPUB-ARIA, GitHub, kramdown, Substack): the article's, in whatever element they are. */
export const NOTES = '[role="doc-endnotes"], [role="doc-footnote"], [data-footnotes], .footnotes, .footnote';

/** Takes out of the page what can't be part of an article, before the body is looked for. */
export function cleanPage(document: DomDocument, keep: readonly DomElement[]): void {
  for (const element of [...document.querySelectorAll(NEVER_CONTENT)]) element.remove();
  const most = runningLength(document.body) * MOST_OF_PAGE;
  for (const element of [...document.body.querySelectorAll('*')]) {
    if (!isChrome(element) || keep.some((kept) => element.contains(kept))) continue;
    if (!holdsArticle(element) && runningLength(element) < most) element.remove();
  }
}

/** What holds as much of a page's running text as this is no chrome, in whatever elements the text is. */
const MOST_OF_PAGE = 0.4;

function runningLength(element: DomElement): number {
  return textOf(element).length * (1 - linkDensity(element));
}

function isChrome(element: DomElement): boolean {
  if (element.localName === 'nav' || element.localName === 'footer') return element.closest('blockquote, figure') === null && !element.matches(NOTES);
  if (/display\s*:\s*none/i.test(attribute(element, 'style'))) return element.querySelector('img') === null && element.localName !== 'img';
  const role = attribute(element, 'role');
  if (role === 'navigation' || role === 'complementary' || role === 'search' || role === 'banner' || role === 'contentinfo') return true;
  return !STRUCTURAL.test(element.localName) && isChromeName(namesOf(element));
}

/** Whether a class and id name chrome: whole words, or compounds that only chrome has. */
export function isChromeName(names: string): boolean {
  const trimmed = names.trim();
  if (trimmed === '' || CONTENT_NAME.test(trimmed)) return false;
  if (CHROME_COMPOUND.test(trimmed)) return true;
  return trimmed.split(/\s+/).some((token) => {
    const words = token.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase().split(/[-_:]+/);
    return words.some((word) => CHROME_WORD.has(word));
  });
}

/** A page may call the wrapper of everything `sidebar-1`: what holds long running text is no chrome, whatever its name. */
function holdsArticle(element: DomElement): boolean {
  let running = 0;
  for (const paragraph of element.getElementsByTagName('p')) {
    const length = textOf(paragraph).length;
    if (length > 80 && linkDensity(paragraph) < 0.3) running += length;
    if (running > 900) return !/comment|binh-?luan|phan-?hoi|related|lien-?quan/i.test(namesOf(element));
  }
  return element.querySelector('h1') !== null && running > 200;
}

/** Takes out of the found body what is not the article's: headings of link blocks with their blocks, link lists, share lines. */
export function cleanBody(root: DomElement, base: string): void {
  for (const element of [...root.querySelectorAll('*')]) {
    if (!root.contains(element)) continue;
    if (isChrome(element) && !holdsArticle(element) && !isMostOf(element, root)) element.remove();
  }
  removeComments(root);
  for (const element of [...root.querySelectorAll('p, div, h2, h3, h4, h5, h6, strong, b, span, li, label, a')]) {
    if (root.contains(element) && isChromeHeading(element)) removeWithFollowers(element, root);
  }
  for (const element of [...root.querySelectorAll('p, li, div, h3, h4')]) if (root.contains(element) && (isLinkLine(element) || isCall(element)) && element.closest('figure') === null) element.remove();
  removeLinkBlocks(root, base);
  for (const element of [...root.querySelectorAll('p, div, ul, li, section, center, form')]) {
    if (element.textContent.length <= MAX_LINE && root.contains(element) && isFurniture(textOf(element)) && element.querySelector('img, video, iframe, table, h2, h3') === null && element.closest('figure, table, pre, blockquote') === null) element.remove();
  }
}

/** Names that, on pages of any language, only what stands beside an article has. */
const SURE_CHROME = /(?:^|[\s_-])(?:related|recommend\w*|newsletter|share|sharing|social|subscribe|promo|advert\w*|ads?|sponsor\w*|comments?|breadcrumbs?|most-read|read-?more|read-?next|more-?stories|sign-?up|paywall)(?:$|[\s_-])/i;

/** What is sure to be chrome in a body that Readability, which knows pages in other languages well, has cleaned already. */
export function cleanBodyLightly(root: DomElement): void {
  for (const element of [...root.querySelectorAll('div, section, aside, ul, p, span, h2, h3')]) {
    if (!root.contains(element) || !SURE_CHROME.test(namesOf(element))) continue;
    const length = textOf(element).length;
    const isLinks = linkDensity(element) > 0.5 && length < 1500;
    if ((isLinks || length < 40) && element.querySelector('figure, video, pre') === null && (isLinks || element.querySelector('img') === null)) element.remove();
  }
  for (const line of [...root.querySelectorAll('p, li, div, h3, h4')]) if (root.contains(line) && (isLinkLine(line) || isCall(line))) line.remove();
  for (const heading of [...root.querySelectorAll('h2, h3, h4, h5, h6, p, strong, div')]) {
    if (root.contains(heading) && isChromeHeading(heading) && isLinkBlock(heading.nextElementSibling)) removeWithFollowers(heading, root);
  }
}

function isLinkBlock(element: DomElement | null): boolean {
  return element !== null && textOf(element).length > 30 && linkDensity(element) > 0.8;
}

function isMostOf(element: DomElement, root: DomElement): boolean {
  return textOf(element).length > textOf(root).length * 0.5;
}

/** A box headed "Bình luận (3)", or by that word alone where what follows has comments' buttons. */
function removeComments(root: DomElement): void {
  for (const heading of [...root.querySelectorAll('h2, h3, h4, h5, p, div, strong, span')]) {
    if (heading.textContent.length > 80 || !root.contains(heading)) continue;
    const match = COMMENTS_HEADING.exec(textOf(heading));
    if (match === null) continue;
    let box = heading;
    while (box.parentElement !== null && box.parentElement !== root && textOf(box.parentElement).length < textOf(root).length * 0.4) box = box.parentElement;
    const rest = textOf(box).slice(textOf(heading).length);
    if (box !== heading && (match[1] !== undefined || COMMENT_TOOLS.test(rest))) box.remove();
  }
}

/** White space included: what has more is no line. */
const MAX_LINE = 1200;

function isChromeHeading(element: DomElement): boolean {
  if (element.textContent.length > MAX_LINE) return false;
  const text = textOf(element);
  return text.length < 70 && CHROME_HEADING.test(text);
}

/** The heading, and the links that follow it: in the same box, or as the next siblings. A word of a sentence is no heading. */
function removeWithFollowers(heading: DomElement, root: DomElement): void {
  let block = heading;
  while (block.parentElement !== null && block.parentElement !== root && textOf(block.parentElement) === textOf(heading)) block = block.parentElement;
  const box = block.parentElement;
  if (box !== null && box !== root) {
    const rest = textOf(box).length - textOf(block).length;
    const linked = (textOf(box).length * linkDensity(box) - textOf(block).length * linkDensity(block)) / rest;
    if (INLINE.test(block.localName) && linked < 0.6) return;
    if (rest < 1500 && (linkDensity(box) > 0.5 || (INLINE.test(block.localName) && rest < 300))) return box.remove();
  }
  for (let next = block.nextElementSibling; next !== null; next = block.nextElementSibling) {
    if (textOf(next) !== '' && !leadsElsewhere(next)) break;
    next.remove();
  }
  block.remove();
}

const INLINE = /^(?:strong|b|span|a|label|em|i|u)$/;

/** Links, or a list of teasers: a headline that is a link, and a few words about it. */
function leadsElsewhere(element: DomElement): boolean {
  const { length } = textOf(element);
  const density = linkDensity(element);
  if (length > 2500) return false;
  if (density >= 0.7) return true;
  const headlines = [...element.getElementsByTagName('a')].filter((link) => textOf(link).split(' ').length >= 5).length;
  return headlines > 0 && density > 0.25 && length / headlines < 400 && element.localName !== 'p' && element.querySelector('figcaption') === null;
}

function isCall(element: DomElement): boolean {
  if (element.textContent.length > MAX_LINE) return false;
  const text = textOf(element);
  return text.length < 260 && CALL.test(text) && element.querySelector('img, video, figure') === null;
}

function isLinkLine(element: DomElement): boolean {
  if (element.textContent.length > MAX_LINE) return false;
  const text = textOf(element);
  if (text === '' || text.length > 260 || element.querySelector('img, figure') !== null) return false;
  const isLinked = linkDensity(element) > 0.6;
  return isLinked && (LINK_LINE.test(text) || /^(?:>>|»|►|▶|→)/u.test(text));
}

/** Lists and boxes of nothing but links. A list inside running text may be the article's: only headlines of the same site go. */
function removeLinkBlocks(root: DomElement, base: string): void {
  const host = siteOf(base);
  for (const block of [...root.querySelectorAll('ul, ol, div, section, aside, table')]) {
    if (!root.contains(block) || block === root) continue;
    const links = [...block.getElementsByTagName('a')];
    const text = textOf(block);
    if (links.length === 0 || text.length > 3000 || linkDensity(block) < 0.85) continue;
    if (links.every((link) => attribute(link, 'href').startsWith('#')) && text.length < 1500) {
      block.remove();
      continue;
    }
    if (links.length === 1 && !isTeaser(block, links)) continue;
    const headlines = links.filter((link) => textOf(link).split(' ').length >= 5 && isOtherPage(attribute(link, 'href'), host)).length;
    if (links.every((link) => !isOtherPage(attribute(link, 'href'), host)) && links.length > 1) continue;
    if (headlines >= links.length / 2 || isLast(block, root)) block.remove();
  }
}

/** Another page of the site, not one elsewhere and not a document to keep. */
function isOtherPage(href: string, host: string): boolean {
  return !/\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|odt|csv)(?:[?#]|$)/i.test(href) && (!/^(?:https?:)?\/\//i.test(href) || siteOf(href) === host);
}

/** What was registered: the last two labels of a host, three below `com.vn`, `gov.vn` and their like. */
function siteOf(address: string): string {
  const host = /^(?:https?:)?\/\/([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? '';
  return /[^.]+\.(?:(?:com|gov|org|edu|net|co|info|ac)\.[a-z]{2}|[a-z]+)$/.exec(host)?.[0] ?? host;
}

/** A box that is one link around blocks: picture, headline and summary of another article. */
function isTeaser(block: DomElement, links: readonly DomElement[]): boolean {
  const [link] = links;
  return link !== undefined && block.localName !== 'ul' && link.querySelector('p, h2, h3, h4, h5, div') !== null && textOf(link).split(' ').length >= 5;
}

function isLast(block: DomElement, root: DomElement): boolean {
  for (let node: DomElement | null = block; node !== null && node !== root; node = node.parentElement) {
    for (let next = node.nextElementSibling; next !== null; next = next.nextElementSibling) if (textOf(next) !== '') return false;
  }
  return true;
}

/** Removes a paragraph that says again what one before it said in full (a slide's text for two screen sizes). */
export function dropRepeats(root: DomElement): void {
  const seen = new Map<string, DomElement>();
  for (const block of [...root.querySelectorAll('p, figcaption, h2, h3, blockquote, li')]) {
    const text = comparable(textOf(block));
    if (text.length < 40) continue;
    const earlier = seen.get(text);
    if (earlier === undefined) seen.set(text, block);
    else if (!block.contains(earlier) && !earlier.contains(block)) block.remove();
  }
}
