import { decodeHTML } from 'entities';
import { LIMITS } from './limits.ts';

/** Elements that are dropped from a title with their tags' text kept; anything else in angle brackets is text. */
const INLINE_TAGS = new Set(
  [
    'a abbr acronym b big blockquote br cite code del div em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark nobr ol p pre q s',
    'small span strike strong sub sup table tbody td th tr tt u ul var wbr',
  ].flatMap((line) => line.split(' ')),
);
const VOID_TAGS = new Set(['br', 'hr', 'img', 'wbr']);
/** Tags that end a word: a space takes their place. */
const BREAKING_TAGS = new Set('br hr p div li tr td th h1 h2 h3 h4 h5 h6 blockquote'.split(' '));

const TAG = /<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*|\/)?>/gi;

/** Soft hyphens, zero-width spaces, byte order and direction marks; joiners only inside Latin words, others need them. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]|(?<=[\p{Script=Latin}\p{M}])[\u200C\u200D]/gu;
const MAYBE_INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;
/** C0 without white space, C1, noncharacters. */
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;
const C1_CONTROLS = /[\u0080-\u009F]/g;
/** Any of these, and all surrogates: most text has none and needs no more than this one look. */
const SUSPECTS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800-\uDFFF\uFFFE\uFFFF]/;
const LONE_SURROGATES = /\p{Cs}+/gu;

/**
 * Drops what neither XML nor a reader can have: control characters, noncharacters and halves of pairs. C1 controls
 * stand for what windows-1252 has there, as in HTML (`&#150;` is a dash).
 */
export function dropIllegal(text: string): string {
  if (!SUSPECTS.test(text)) return text;
  const letters = text.replace(C1_CONTROLS, (control) => decodeHTML(`&#${control.charCodeAt(0)};`));
  return letters.replace(CONTROLS, '').replace(LONE_SURROGATES, '');
}

/**
 * One line of plain text: white space (no-break and other spaces too) folded to single spaces, invisible characters
 * gone, NFC.
 */
export function cleanLine(text: string, longest: number = LIMITS.plainText): string {
  const legal = dropIllegal(text);
  const visible = MAYBE_INVISIBLE.test(legal) ? legal.replace(INVISIBLE, '') : legal;
  const line = visible.replace(/\s+/g, ' ').trim().normalize('NFC');
  return line.length <= longest ? line : `${cut(line, longest).trimEnd()}…`;
}

/**
 * Plain text from what may be HTML (titles, names, categories): markup goes, references are decoded. References left
 * after that were escaped twice, which titles never mean: they are decoded, too.
 */
export function htmlToLine(html: string, longest: number = LIMITS.plainText): string {
  const bare = html.includes('<') ? stripTags(html) : html;
  return cleanLine(decodeRepeatedly(bare), longest);
}

/** Plain text that is not HTML; only references that were escaped twice are decoded. */
export function plainToLine(text: string, longest: number = LIMITS.plainText): string {
  return cleanLine(decodeRepeatedly(text), longest);
}

function decodeRepeatedly(text: string): string {
  let decoded = text;
  for (let round = 0; round < 3 && /&(?:#\d|#x[\da-f]|[a-z]+\d*;)/i.test(decoded); round += 1) {
    decoded = decodeHTML(decoded);
  }
  return decoded;
}

/** A tag is markup if HTML knows it and, unless it is void, its other half is there: `a <b> c` may be about `<b>`. */
function stripTags(html: string): string {
  const bare = dropBetween(dropBetween(dropBetween(html, '<!--', '-->'), '<script', '</script>'), '<style', '</style>');
  const opened = new Set<string>();
  const closed = new Set<string>();
  for (const [, slash, name] of bare.matchAll(TAG)) (slash === '' ? opened : closed).add((name ?? '').toLowerCase());
  return bare.replace(TAG, (whole: string, _slash: string, written: string) => {
    const name = written.toLowerCase();
    const isPaired = opened.has(name) && closed.has(name);
    if (!INLINE_TAGS.has(name) || (!isPaired && !VOID_TAGS.has(name) && !/\s\w+\s*=/.test(whole))) return whole;
    return BREAKING_TAGS.has(name) ? ' ' : '';
  });
}

/** Without what stands between two marks, and them; in linear time, which a regular expression would not take. */
function dropBetween(html: string, start: string, end: string): string {
  let kept = '';
  let from = 0;
  for (let at = html.indexOf(start); at >= 0; at = html.indexOf(start, from)) {
    const close = html.indexOf(end, at + start.length);
    if (close < 0) break;
    kept += html.slice(from, at);
    from = close + end.length;
  }
  return from === 0 ? html : kept + html.slice(from);
}

/** An HTML fragment as received, NFC and trimmed; null where nothing is left. */
export function cleanHtml(html: string): string | null {
  const clean = dropIllegal(html).trim().normalize('NFC');
  if (clean === '') return null;
  return clean.length <= LIMITS.html ? clean : cut(clean, LIMITS.html);
}

/** The beginning of a text, not ending in half a character. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/** Plain text as HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
