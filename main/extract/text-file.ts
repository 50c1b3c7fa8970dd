import type { ExtractedArticle } from '../../contract/domain/article.ts';
import { DocbaoError } from '../../contract/domain/result.ts';
import { comparable } from './dom.ts';
import { looksVietnamese } from './vietnamese.ts';
import { countWords } from './words.ts';

/** Lines that a saved page's text ends with and that are the site's, not the article's. */
const CHROME_LINE =
  /^(?:phản hồi|bình luận(?: \(\d+\))?|các tin khác|tin khác|tin liên quan|bài liên quan|tin cùng chuyên mục|cùng chuyên mục|mới nhất|tin mới(?: nhất)?|đọc nhiều(?: nhất)?|xem thêm|xem nhiều|chia sẻ|in bài(?: viết)?|gửi (?:email|bình luận|phản hồi)|từ khóa.*|tags?|tags?:.*|quay lại|về đầu trang|lên đầu trang|ý kiến bạn đọc|đăng nhập|related (?:articles|news|stories)|comments?|share|most read|read more)\s*[:：.…]*$/iu;
const CAPTION_CUE = /\((?:ảnh|nguồn|photo|source)\s*[:：][^)]{1,80}\)[.\s]*$|(?:^|[.\s])(?:ảnh|photo)\s*[:：]\s*[^.]{1,60}\.?$/iu;
const CREDIT_ONLY = /^\(?(?:ảnh|photo|nguồn ảnh)\s*[:：]\s*.{1,80}\)?$/iu;
const MAX_TITLE = 200;
const MAX_LEDE = 700;

/**
 * Reads a plain text file as an article: its first line is the title, then the lede, captions (named by their `Ảnh: ...`,
 * or because the text has them twice in a row), and the body, up to the chrome that saved pages end with.
 * @throws DocbaoError `no-article` where the file holds no text.
 */
export function extractTextFile(text: string, name: string): ExtractedArticle {
  const lines = joinWrapped(text.normalize('NFC').replace(/\r\n?/g, '\n'));
  const content = withoutChrome(lines);
  const [first] = content;
  if (first === undefined) throw new DocbaoError('no-article', `The file ${name} holds no text.`, { name });
  const hasTitle = first.length <= MAX_TITLE && content.length > 1;
  const title = hasTitle ? first : titleFromName(name);
  const rest = hasTitle ? content.slice(1) : content;
  const { lede, body } = splitLede(rest);
  const blocks = toBlocks(body);
  const author = signature(blocks);
  const html = (author === null ? blocks : blocks.slice(0, -1)).map(blockHtml).join('\n');
  return {
    title,
    lede,
    byline: author,
    sourceName: null,
    publishedAt: null,
    updatedAt: null,
    lang: looksVietnamese(`${title} ${lede ?? ''} ${body.slice(0, 5).join(' ')}`.slice(0, 2000), null, '') ? 'vi' : null,
    dir: 'ltr',
    canonicalUrl: null,
    leadImageUrl: null,
    html,
    wordCount: countWords(body.join(' ')),
  };
}

/** Paragraphs: blocks between empty lines, or lines where the file has no empty ones. Hard-wrapped lines are joined. */
function joinWrapped(text: string): string[] {
  const squeezed = (part: string): string => part.replace(/\s+/gu, ' ').trim();
  const blocks = text.split(/\n[^\S\n]*\n+/);
  const isWrapped = (block: string): boolean => {
    const lines = block.trim().split('\n').map((line) => line.trim());
    const widths = lines.slice(0, -1).map((line) => line.length);
    return lines.length > 1 && widths.every((width) => width >= 50 && width <= 100);
  };
  return blocks.flatMap((block) => (isWrapped(block) ? [squeezed(block)] : block.split('\n').map(squeezed))).filter((part) => part !== '');
}

/** Ends the text where nothing but chrome follows, and takes single chrome lines out. */
function withoutChrome(lines: readonly string[]): string[] {
  const tail = lines.findIndex((line, i) => i > 1 && CHROME_LINE.test(line) && lines.slice(i).every((other) => other.length < 160));
  return (tail < 0 ? lines : lines.slice(0, tail)).filter((line) => !CHROME_LINE.test(line));
}

function splitLede(lines: readonly string[]): { lede: string | null; body: readonly string[] } {
  const [first, ...others] = lines;
  const isLede = first !== undefined && others.length >= 2 && first.length <= MAX_LEDE && first.length >= 40 && !CAPTION_CUE.test(first) && others[0] !== first;
  return isLede ? { lede: first, body: others } : { lede: null, body: lines };
}

interface Block {
  readonly kind: 'paragraph' | 'caption';
  readonly text: string;
}

/** A caption stands in the text as often as the page showed it (under the picture, in its enlargement): once is enough. */
function toBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (const text of lines) {
    const previous = blocks.at(-1);
    const isRepeat = previous !== undefined && comparable(previous.text) === comparable(text);
    if (isRepeat) {
      if (text.length < 300) blocks[blocks.length - 1] = { kind: 'caption', text: previous.text };
    } else if (previous?.kind === 'caption' && CREDIT_ONLY.test(text)) {
      blocks[blocks.length - 1] = { kind: 'caption', text: `${previous.text} ${text}` };
    } else blocks.push({ kind: CAPTION_CUE.test(text) && text.length < 400 ? 'caption' : 'paragraph', text });
  }
  return blocks;
}

function signature(blocks: readonly Block[]): string | null {
  const last = blocks.at(-1);
  const isName = last?.kind === 'paragraph' && blocks.length > 2 && last.text.length <= 40 && /^(?:\p{Lu}[\p{L}\p{M}.]*)(?:[\s-]+\p{Lu}[\p{L}\p{M}.]*){1,5}$/u.test(last.text);
  return isName ? last.text : null;
}

function blockHtml(block: Block): string {
  const text = block.text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return block.kind === 'caption' ? `<figure><figcaption>${text}</figcaption></figure>` : `<p>${text}</p>`;
}

/** `lao-cai-bau-cu.txt` becomes `lao cai bau cu`. */
export function titleFromName(name: string): string {
  const stem = (name.split(/[\\/]/).at(-1) ?? name).replace(/\.[^.]{1,5}$/, '');
  return stem.replace(/[-_]+/g, ' ').trim() || name;
}
