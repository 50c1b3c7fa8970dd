import { Marked } from 'marked';

import type { ExtractedArticle } from '../../contract/domain/article.ts';
import { DocbaoError } from '../../contract/domain/result.ts';
import { readDate, toEpoch, VIETNAM_OFFSET } from './dates.ts';
import { parsePage, textOf } from './dom.ts';
import type { DomElement } from './dom.ts';
import { markdownNotes } from './markdown-notes.ts';
import { normaliseFigures } from './figures.ts';
import { titleFromName } from './text-file.ts';
import { looksVietnamese } from './vietnamese.ts';
import { countWords } from './words.ts';

/**
 * Reads a Markdown file (CommonMark with GitHub's tables and footnotes) with optional front matter (`title`, `date`, `author`,
 * `description`, `lang`, `url`). HTML in it is as hostile as that of a page: the result must be sanitised.
 * @throws DocbaoError `no-article` where the file holds no text.
 */
export function extractMarkdown(text: string, name: string): ExtractedArticle {
  const { fields, body } = splitFrontMatter(text.normalize('NFC').replace(/\r\n?/g, '\n'));
  const notes = markdownNotes(body);
  const marked = new Marked({ gfm: true, async: false }, notes.extension);
  const html = marked.parse(body);
  if (typeof html !== 'string') throw new TypeError('the Markdown parser answered with a promise');
  const list = notes.list((tokens) => marked.Parser.parseInline(tokens, marked.defaults));
  const { body: root } = parsePage(`<!doctype html><html><head></head><body>${html}${list}</body></html>`);
  for (const image of [...root.querySelectorAll('p > img[title]')]) captionByTitle(image);
  normaliseFigures(root);
  const heading = root.querySelector('h1');
  const given = fields.get('title');
  const title = given ?? (heading === null ? titleFromName(name) : textOf(heading));
  if (heading !== null && (given === undefined || textOf(heading) === given)) heading.remove();
  const plain = textOf(root);
  if (plain === '' && root.querySelector('img') === null) throw new DocbaoError('no-article', `The file ${name} holds no text.`, { name });
  const isVietnamese = looksVietnamese(`${title} ${plain.slice(0, 2000)}`, fields.get('lang') ?? null, '');
  const date = readDate(fields.get('date') ?? '');
  return {
    title,
    lede: fields.get('description') ?? fields.get('summary') ?? null,
    byline: fields.get('author') ?? fields.get('authors') ?? null,
    sourceName: null,
    publishedAt: date === null ? null : toEpoch(date, isVietnamese ? VIETNAM_OFFSET : 0),
    updatedAt: null,
    lang: isVietnamese ? 'vi' : fields.get('lang') ?? null,
    dir: 'ltr',
    canonicalUrl: webAddress(fields.get('url') ?? fields.get('source') ?? ''),
    leadImageUrl: webAddress(fields.get('image') ?? fields.get('cover') ?? ''),
    html: root.innerHTML,
    wordCount: countWords(plain),
  };
}

/** Markdown has no captions; a picture that stands alone says its own in its title: `![alt](address "caption")`. */
function captionByTitle(image: DomElement): void {
  const paragraph = image.parentElement;
  const words = image.getAttribute('title')?.trim() ?? '';
  if (paragraph === null || words === '' || paragraph.children.length > 1 || textOf(paragraph) !== '') return;
  const figure = image.ownerDocument.createElement('figure');
  const caption = image.ownerDocument.createElement('figcaption');
  caption.textContent = words;
  image.removeAttribute('title');
  paragraph.replaceWith(figure);
  figure.append(image, caption);
}

/** The simple part of YAML that front matter is written in: `key: value`, quoted or not, and lists of one line or many. */
function splitFrontMatter(text: string): { fields: ReadonlyMap<string, string>; body: string } {
  const match = /^\uFEFF?---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  const fields = new Map<string, string>();
  if (match === null) return { fields, body: text };
  let key = '';
  for (const line of (match[1] ?? '').split('\n')) {
    const pair = /^([\w-]+)\s*:\s*(.*)$/.exec(line);
    const item = /^\s*-\s+(.+)$/.exec(line);
    if (pair !== null) {
      key = (pair[1] ?? '').toLowerCase();
      const value = scalar(pair[2] ?? '');
      if (value !== '') fields.set(key, value);
    } else if (item !== null && key !== '') {
      const earlier = fields.get(key);
      fields.set(key, earlier === undefined ? scalar(item[1] ?? '') : `${earlier}, ${scalar(item[1] ?? '')}`);
    }
  }
  return { fields, body: text.slice(match[0].length) };
}

function scalar(text: string): string {
  const trimmed = text.trim();
  const list = /^\[(.*)\]$/.exec(trimmed);
  if (list !== null) return (list[1] ?? '').split(',').map((part) => scalar(part)).join(', ');
  const quoted = /^(["'])(.*)\1$/.exec(trimmed);
  return quoted === null ? trimmed.replace(/\s+#.*$/, '') : (quoted[2] ?? '').replace(/\\"/g, '"');
}

function webAddress(text: string): string | null {
  return /^https?:\/\/\S+$/i.test(text) ? text : null;
}
