import type { Article } from './article.ts';

/** Elements that stand inside a line; all others begin and end one. */
export const INLINE_TAGS: ReadonlySet<string> = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'img', 'ins', 'kbd', 'mark', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'small',
  'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr',
]);

const TAG = /<\/?([a-z][a-z0-9]*)(?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** Reads the entities that sanitised HTML is written with. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|([a-z]{2,4}));/g, (whole, code: string | undefined, name: string | undefined) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const point = Number(code);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** The text of a sanitised fragment, with a line break wherever a block begins or ends. */
export function textOfHtml(html: string): string {
  return decodeEntities(html.replace(TAG, (_tag, name: string) => (INLINE_TAGS.has(name.toLowerCase()) ? '' : '\n')));
}

/** The lede, where it is shown by itself: a summary that the body begins with is lede and body in one. */
export function shownLede({ lede, text }: Pick<Article, 'lede' | 'text'>): string | null {
  return lede === null || lede === '' || text.trimStart().startsWith(lede) ? null : lede;
}

/** The text that highlights are anchored in: title, lede and body as they are shown, with its space squeezed. */
export function anchorTextOf(article: Pick<Article, 'title' | 'lede' | 'text' | 'html'>): string {
  return squeeze([article.title, shownLede(article) ?? '', textOfHtml(article.html)].join('\n')).text;
}

/** A text with each run of space as one, and where each of its characters stood. */
export interface SqueezedText {
  readonly text: string;
  /** For every UTF-16 unit of `text` its offset in the text as it was. */
  readonly offsets: Uint32Array;
}

/** Writes every run of white space as one space, none at the ends: how a page is broken into lines says nothing. */
export function squeeze(text: string): SqueezedText {
  const offsets = new Uint32Array(text.length);
  const parts: string[] = [];
  let length = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    if (length > 0) {
      parts.push(' ');
      offsets[length] = index - 1;
      length += 1;
    }
    parts.push(word);
    for (let at = 0; at < word.length; at += 1) offsets[length + at] = index + at;
    length += word.length;
  }
  return { text: parts.join(''), offsets: offsets.slice(0, length) };
}
