import { attribute, comparable, isElement, isSameText, namesOf, textOf } from './dom.ts';
import type { DomElement, DomNode } from './dom.ts';

/** Longer text under a picture is the article going on. */
const MAX_CAPTION = 700;
/** Each is looked at with what is around it: a page of more pictures than any article has is not looked at further. */
const MOST = 400;
const CAPTION_NAME =
  /caption|cation\b|(?:^|[\s_-])(?:cap|credit|credits|legend|chu[-_]?thich|ghi[-_]?chu|img[-_]?desc|image[-_]?desc|photo[-_]?desc|pic[-_]?desc|desc[-_]?img|desc[-_]?image|img[-_]?title|note[-_]?img|pcaption|avatar[-_]?desc|mota[-_]?anh|photo[-_]?info|(?:img|image|photo|pic)[-_]?note|fig)(?:$|[\s_-])/i;
const CAPTION_LIKE = '[class*="aption"], [class*="cation"], [class*="credit"], [class*="legend"], [class*="desc"], [class*="chu-thich"], [class*="chuthich"], [class*="PhotoCMS_Author"], [class*="Image"], [class*="cap"], [class*="note"]';
const CREDIT_CUE = /(?:ảnh(?: minh họa| tư liệu| chụp màn hình)?|nguồn|đồ họa|video|clip|photo|image|illustration|source|credit|getty|reuters|afp|ttxvn|shutterstock)\b/iu;

/**
 * Gives every picture with a caption, in whatever form the page has it (a table of two rows, classes, a centred paragraph
 * below), the one form `<figure><img><figcaption>`.
 */
export function normaliseFigures(root: DomElement): void {
  for (const table of [...root.getElementsByTagName('table')].slice(0, MOST)) captionTable(table);
  for (const figure of [...root.getElementsByTagName('figure')].slice(0, MOST)) normaliseFigure(figure);
  for (const caption of [...root.querySelectorAll(CAPTION_LIKE)].filter((element) => CAPTION_NAME.test(namesOf(element))).slice(0, MOST)) captionByName(caption);
  for (const picture of [...root.querySelectorAll('img, video, iframe')].slice(0, MOST)) captionBelow(picture);
  for (const figure of [...root.getElementsByTagName('figure')].slice(0, MOST)) dropRepeatedCaption(figure);
}

/** Editors write a caption below a picture that has it already. */
function dropRepeatedCaption(figure: DomElement): void {
  const caption = figure.querySelector('figcaption');
  const next = figure.nextElementSibling;
  if (caption === null || next === null || !/^(?:p|div|em|i|span|center)$/.test(next.localName) || next.querySelector('img, p + p') !== null) return;
  if (comparable(textOf(next)) === comparable(textOf(caption))) next.remove();
}

/** `table.tplCaption` and its kin: one picture (or a few) in the first row, its caption in the last. */
function captionTable(table: DomElement): void {
  const images = [...table.getElementsByTagName('img')];
  const rows = [...table.getElementsByTagName('tr')];
  if (images.length === 0 || rows.length > images.length * 2 || rows.length > 12 || textOf(table).length > MAX_CAPTION * images.length) return;
  const named = [...table.querySelectorAll('.Image, [class*="aption"], [class*="desc"]')].length > 0;
  const isCaptionTable = named || /caption|tpl|picture|image|photo|img|avatar/i.test(namesOf(table)) || (rows.length === 2 && images.length === 1) || textOf(table) === '';
  if (!isCaptionTable) return;
  const figures: DomElement[] = [];
  for (const row of rows) {
    const pictures = [...row.getElementsByTagName('img')];
    const text = textOf(row);
    if (pictures.length > 0) figures.push(newFigure(table, pictures));
    const target = figures.at(-1);
    if (text !== '' && target !== undefined) addCaption(target, row);
  }
  table.replaceWith(...figures);
}

function newFigure(context: DomElement, pictures: readonly DomElement[]): DomElement {
  const figure = context.ownerDocument.createElement('figure');
  figure.append(...pictures);
  return figure;
}

/** Moves the source's text, links and emphasis into the figure's caption; a second text joins the first. */
function addCaption(figure: DomElement, source: DomElement): void {
  const document = figure.ownerDocument;
  const existing = [...figure.children].find((child) => child.localName === 'figcaption');
  if (existing !== undefined && isSameText(textOf(existing), textOf(source))) return;
  const caption = existing ?? document.createElement('figcaption');
  if (existing !== undefined) caption.append(' ');
  for (const image of [...source.querySelectorAll('img, picture, svg, button, script')]) image.remove();
  const cells = source.localName === 'tr' ? [...source.children] : [source];
  for (const cell of cells) caption.append(...cell.childNodes, ' ');
  if (existing === undefined) figure.append(caption);
}

/** Text that a figure holds outside of its `figcaption` is its caption; an empty caption goes. */
function normaliseFigure(figure: DomElement): void {
  for (const caption of [...figure.getElementsByTagName('figcaption')]) {
    for (const hidden of [...caption.querySelectorAll('.NLPlaceholderShow, [class*="laceholder"]')]) if (isPlaceholder(hidden)) hidden.remove();
    if (textOf(caption) === '') caption.remove();
  }
  joinCredit(figure);
  const hasPicture = figure.querySelector('img, video, iframe, table, pre, blockquote, audio, amp-img') !== null;
  if (!hasPicture || figure.querySelector('figcaption') !== null || figure.querySelector('table, pre, blockquote, p + p') !== null) return;
  const texts = [...figure.querySelectorAll('p, div, span, em')].filter((child) => textOf(child) !== '' && child.querySelector('img, video, iframe') === null);
  const [first] = texts;
  if (first === undefined || textOf(first) !== textOf(figure) || textOf(first).length > MAX_CAPTION) return;
  addCaption(figure, first);
  first.remove();
}

/** A credit that stands in the figure beside its caption is a part of it. */
function joinCredit(figure: DomElement): void {
  const caption = figure.querySelector('figcaption');
  if (caption === null || figure.querySelector('img') === null || figure.querySelectorAll('figcaption').length > 1) return;
  for (const line of [...figure.querySelectorAll('p, span, small, div')]) {
    const text = textOf(line);
    if (!figure.contains(line) || caption.contains(line) || line.contains(caption) || text === '' || text.length > 160 || line.querySelector('img, p, div, figure') !== null) continue;
    addCaption(figure, line);
    line.remove();
  }
}

/** The editor's "write a caption here", left empty. */
function isPlaceholder(element: DomElement): boolean {
  const text = textOf(element);
  return text === '' || /^(?:nhập chú thích|chú thích ảnh|caption)\.*$/iu.test(text);
}

/** An element that is named as a caption belongs to the picture in the nearest ancestor that holds exactly it. */
function captionByName(caption: DomElement): void {
  const text = textOf(caption);
  if (text === '' || text.length > MAX_CAPTION || caption.closest('figcaption') !== null || caption.querySelector('img, video, iframe, p + p + p') !== null) return;
  if (caption.parentElement === null) return;
  const beside = pictureBefore(caption);
  if (beside !== null) return wrap(beside, caption);
  let holder = caption.parentElement;
  for (let level = 0; level < 3; level += 1) {
    if (holder.textContent.trim().length > text.length * 2 + 400) return;
    const pictures = holder.querySelectorAll('img, video, iframe');
    if (pictures.length > 1) return;
    const [picture] = [...pictures];
    if (picture !== undefined) {
      if (textOf(holder).length <= text.length * 2 + 60) wrap(picture, caption);
      return;
    }
    if (holder.parentElement === null) return;
    holder = holder.parentElement;
  }
}

/** The picture that stands right before an element, alone in its block. */
function pictureBefore(element: DomElement): DomElement | null {
  const previous = element.previousElementSibling;
  if (previous === null || hasTextBetween(previous, element)) return null;
  if (previous.localName === 'img' || previous.localName === 'video') return previous;
  if (textOf(previous) !== '' && previous.localName !== 'figure') return null;
  const pictures = [...previous.querySelectorAll('img, video, iframe')];
  return pictures.length > 0 && previous.querySelector('figcaption') === null ? pictures.at(-1) ?? null : null;
}

function hasTextBetween(first: DomElement, second: DomElement): boolean {
  for (let node: DomNode | null = first.nextSibling; node !== null && node !== second; node = node.nextSibling) {
    if (node.textContent.trim() !== '') return true;
  }
  return false;
}

/** Makes picture and caption one figure where the picture stands. */
function wrap(picture: DomElement, caption: DomElement): void {
  const enclosing = picture.closest('figure');
  if (enclosing !== null) {
    addCaption(enclosing, caption);
    caption.remove();
    return;
  }
  const block = lonelyBlock(picture);
  const figure = picture.ownerDocument.createElement('figure');
  block.before(figure);
  figure.append(block);
  addCaption(figure, caption);
  caption.remove();
}

/** The largest element around a picture that shows nothing else. */
function lonelyBlock(picture: DomElement): DomElement {
  let block = picture;
  while (block.parentElement !== null && /^(?:p|div|a|span|picture|center|strong|b|em|i)$/.test(block.parentElement.localName)) {
    const parent: DomElement = block.parentElement;
    if (textOf(parent) !== '' || parent.querySelectorAll('img, video, iframe').length > 1) break;
    block = parent;
  }
  return block;
}

/** A short centred or slanted line below a lone picture, or one that names a photographer, is its caption. */
function captionBelow(image: DomElement): void {
  const cell = image.closest('figure, li, td');
  if (cell !== null && (cell.localName !== 'td' || textOf(cell).length < MAX_CAPTION)) return;
  const block = lonelyBlock(image);
  if (captionBeside(block)) return;
  if (!isElement(block.parentElement) || (block === image && !isOwnLine(image))) return;
  const next = block.nextElementSibling;
  if (next === null || hasTextBetween(block, next) || !/^(?:p|div|h[4-6]|em|i|center|span)$/.test(next.localName)) return;
  const text = textOf(next);
  if (text === '' || text.length > 300 || next.querySelector('img, p + p, ul, ol, h2, h3') !== null) return;
  const isNamed = CAPTION_NAME.test(namesOf(next)) || /(?:^|\s)Image(?:\s|$)/.test(namesOf(next));
  const isCentred = /text-align:\s*center/i.test(attribute(next, 'style')) || attribute(next, 'align').toLowerCase() === 'center' || next.localName === 'center';
  const slanted = next.localName === 'em' || next.localName === 'i' ? next : next.querySelector('em, i');
  const isSlanted = slanted !== null && textOf(slanted).length >= text.length * 0.8;
  const namesCredit = CREDIT_CUE.test(text.slice(-80)) && text.length < 200;
  if (!isNamed && !(isCentred && (isSlanted || namesCredit || text.length < 160)) && !(isSlanted && text.length < 220) && !(namesCredit && /(?:ảnh|photo|nguồn|video|clip|đồ họa)\s*:/iu.test(text))) return;
  wrap(image, next);
}

/** Picture and caption in one block, parted by a line break at most: `<div><img><br><i>caption</i></div>`. */
function captionBeside(picture: DomElement): boolean {
  const holder = picture.parentElement;
  if (holder === null || !/^(?:p|div|center|span)$/.test(holder.localName) || holder.querySelector('p, div, ul, h2, h3') !== null) return false;
  const text = textOf(holder);
  if (text === '' || text.length > 300 || holder.querySelectorAll('img, video, iframe').length > 1 || hasTextBefore(picture)) return false;
  const slanted = [...holder.querySelectorAll('em, i')].reduce((length, part) => length + textOf(part).length, 0);
  if (slanted < text.length * 0.8 && !/(?:ảnh|photo|nguồn|video|clip|đồ họa)\s*:/iu.test(text)) return false;
  const caption = holder.ownerDocument.createElement('div');
  const after: DomNode[] = [];
  for (let node = picture.nextSibling; node !== null; node = node.nextSibling) after.push(node);
  caption.append(...after);
  for (const lineBreak of [...caption.querySelectorAll('br')]) lineBreak.remove();
  const figure = newFigure(holder, [picture]);
  addCaption(figure, caption);
  holder.replaceWith(figure);
  return true;
}

function hasTextBefore(node: DomNode): boolean {
  for (let previous = node.previousSibling; previous !== null; previous = previous.previousSibling) if (previous.textContent.trim() !== '') return true;
  return false;
}

function isOwnLine(image: DomElement): boolean {
  return image.parentElement !== null && /^(?:div|article|section|main|body)$/.test(image.parentElement.localName);
}
