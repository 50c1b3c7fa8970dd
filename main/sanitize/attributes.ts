import { linkAddress, placeName } from './addresses.ts';
import { cleanCharacters, flattenSpace } from './characters.ts';
import type { ElementNode } from './nodes.ts';

type Attributes = ReadonlyMap<string, string>;

const LANGUAGE_TAG = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i;
const HIDDEN_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** The name of a programming language, as tools that colour code write it. */
const CODE_LANGUAGE = /^[a-z0-9][a-z0-9+#.-]{0,19}$/;
const MAX_SPAN = 100;
const MAX_LENGTH = 20_000;

/** Whether the page itself does not show the element. Pictures are let through: lazy loading hides them until it runs. */
export function isHidden(name: string, attributes: Attributes): boolean {
  if (name === 'img' || name === 'figure') return false;
  const hidden = attributes.get('hidden');
  return (hidden !== undefined && hidden !== 'until-found') || HIDDEN_STYLE.test(attributes.get('style') ?? '');
}

/** The attributes that a block keeps. */
export function flowAttributes(tag: string, source: Attributes): Map<string, string> {
  const kept = languageOf(source);
  if (tag === 'td' || tag === 'th') {
    copyNumber(source, kept, 'colspan', 2, MAX_SPAN);
    copyNumber(source, kept, 'rowspan', 2, MAX_SPAN);
    const scope = (source.get('scope') ?? '').toLowerCase();
    if (tag === 'th' && ['col', 'row', 'colgroup', 'rowgroup'].includes(scope)) kept.set('scope', scope);
  } else if (tag === 'ol') {
    copyNumber(source, kept, 'start', -MAX_LENGTH, MAX_LENGTH);
    if (source.has('reversed')) kept.set('reversed', '');
  } else if (tag === 'li') copyNumber(source, kept, 'value', -MAX_LENGTH, MAX_LENGTH);
  const code = tag === 'pre' || tag === 'div' ? codeLanguage(tag, source) : null;
  if (code !== null) kept.set('data-language', code);
  return kept;
}

/**
 * The language of a block of code, where its page names one: on the block or on the `code` in it as HTML advises (4.5.15), on the box around
 * it as GitHub and Rouge do. A box is believed only where its name says that it holds code: `lang-vi` is often the language of the words.
 */
function codeLanguage(tag: string, source: Attributes): string | null {
  const names = source.get('class') ?? '';
  const boxed = /(?:^|\s)highlight-source-(\S+)/i.exec(names)?.[1] ?? (/\bhighlighter-rouge\b/i.test(names) ? /(?:^|\s)language-(\S+)/i.exec(names)?.[1] : undefined);
  const own = source.get('data-language') ?? source.get('data-lang') ?? /(?:^|\s)(?:lang(?:uage)?-|brush:\s*)([^\s;]+)/i.exec(names)?.[1];
  const name = (tag === 'div' ? boxed : (own ?? boxed))?.toLowerCase() ?? '';
  return CODE_LANGUAGE.test(name) ? name : null;
}

/** The attributes that an inline element keeps, or null where without them it would mean nothing. */
export function inlineAttributes(tag: string, source: Attributes, baseUrl: string | null, places: ReadonlySet<string>): Map<string, string> | null {
  const kept = languageOf(source);
  if (tag === 'a') {
    const place = placeName(source.get('href') ?? '', baseUrl);
    if (place !== null && places.has(place)) return new Map([['href', `#${place}`], ...noteRole(source), ...kept]);
    const href = linkAddress(source.get('href') ?? '', baseUrl);
    if (href === null) return null;
    return new Map([['href', href], ['rel', 'noopener noreferrer'], ...kept]);
  }
  if (tag === 'abbr' || tag === 'dfn') {
    const title = flattenSpace(cleanCharacters(source.get('title') ?? ''));
    if (title !== '') kept.set('title', title);
  }
  return (tag === 'span' || tag === 'bdo') && kept.size === 0 ? null : kept;
}

/** What DPUB-ARIA or EPUB calls a link to a note and the way back from it. */
function noteRole(source: Attributes): readonly (readonly [string, string])[] {
  const said = `${source.get('role') ?? ''} ${source.get('epub:type') ?? ''}`.toLowerCase();
  if (/\b(?:doc-)?noteref\b/.test(said)) return [['role', 'doc-noteref']];
  return /\b(?:doc-)?backlink\b/.test(said) ? [['role', 'doc-backlink']] : [];
}

/** Says on a block of code what the `code` in it says of its language, where the block does not say so itself. */
export function nameLanguage(block: ElementNode | null, source: Attributes): void {
  const language = block?.tag === 'pre' && !block.attributes.has('data-language') ? codeLanguage('code', source) : null;
  if (language !== null) block?.attributes.set('data-language', language);
}

/** The attributes of what holds words: the language of code is a block's of code alone. */
export function withoutCode(attributes: Attributes): Attributes {
  return attributes.has('data-language') ? new Map([...attributes].filter(([name]) => name !== 'data-language')) : attributes;
}

function languageOf(source: Attributes): Map<string, string> {
  const kept = new Map<string, string>();
  const lang = source.get('lang') ?? source.get('xml:lang') ?? '';
  if (LANGUAGE_TAG.test(lang)) kept.set('lang', lang);
  const dir = (source.get('dir') ?? '').trim().toLowerCase();
  if (dir === 'ltr' || dir === 'rtl' || dir === 'auto') kept.set('dir', dir);
  return kept;
}

function copyNumber(source: Attributes, target: Map<string, string>, name: string, min: number, max: number): void {
  const number = wholeNumber(source.get(name));
  if (number !== null && number >= min && number <= max) target.set(name, String(number));
}

/** A whole number as HTML writes it (a unit `px` is forgiven), or null. */
export function wholeNumber(text: string | undefined): number | null {
  const match = /^([+-]?\d{1,6})(?:\.\d*)?\s?(?:px)?$/i.exec((text ?? '').slice(0, 40).trim());
  return match?.[1] === undefined ? null : Number(match[1]);
}
