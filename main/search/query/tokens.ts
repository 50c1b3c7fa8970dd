import { FILTER_NAMES, foldName, type FilterName } from './names.ts';

/** A piece of a query. */
export type Token =
  | { readonly kind: 'open' | 'close' | 'or' | 'not' }
  | { readonly kind: 'words'; readonly text: string; /** The query ends with it. */ readonly isLast: boolean }
  | { readonly kind: 'quoted'; readonly text: string }
  /** A filter's name; `rest` begins with its value. */
  | { readonly kind: 'filter'; readonly name: FilterName; readonly value: string; readonly isQuoted: boolean; readonly text: string; readonly isLast: boolean };

const NAME = /^(\p{L}[\p{L}\p{M}]*(?:[ _-]\p{L}[\p{L}\p{M}]*)?):/u;
const ONE_NAME = /^(\p{L}[\p{L}\p{M}]*):/u;
const QUOTE = /^["“”„«»]/u;
const QUOTED = /^["“”„«»]([^"“”„«»]*)["“”„«»]?/u;

/** The words and signs between what is searched for. */
interface Operators {
  readonly or: RegExp;
  readonly and: RegExp;
  readonly not: RegExp;
}

const OPERATORS: Operators = {
  or: /^(?:OR|HOẶC|HOAC|\|\|?)(?=\s|\(|$)/u,
  and: /^(?:AND|VÀ|VA|&&?)(?=\s|\(|$)/u,
  not: /^(?:NOT|KHÔNG|KHONG)(?=\s|\()\s*/u,
};
/** In a headline that is all in capitals, `VÀ` and `KHÔNG` are words like the others. */
const OPERATORS_AMONG_CAPITALS: Operators = { or: /^(?:OR|\|\|?)(?=\s|\(|$)/u, and: /^(?:AND|&&?)(?=\s|\(|$)/u, not: /^NOT(?=\s|\()\s*/u };
const BARE = /^[^\s()"“”„«»]+/u;

/** Cuts a query into its pieces. Every text has some, and nothing is thrown. */
export function tokenize(query: string): readonly Token[] {
  const tokens: Token[] = [];
  const text = query.normalize('NFC');
  const operators = /\p{Ll}/u.test(text) ? OPERATORS : OPERATORS_AMONG_CAPITALS;
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^\s+/u.exec(rest)?.[0].length ?? 0;
    if (space > 0) {
      at += space;
      continue;
    }
    const { token, length } = nextToken(rest, isBoundary(text, at), operators);
    if (token !== null) tokens.push(token);
    at += length;
  }
  return tokens;
}

function isBoundary(text: string, at: number): boolean {
  return at === 0 || /[\s(]/u.test(text.charAt(at - 1));
}

function nextToken(rest: string, isAtBoundary: boolean, operators: Operators): { readonly token: Token | null; readonly length: number } {
  if (rest.startsWith('(')) return { token: { kind: 'open' }, length: 1 };
  if (rest.startsWith(')')) return { token: { kind: 'close' }, length: 1 };
  const or = operators.or.exec(rest);
  if (or !== null) return { token: { kind: 'or' }, length: or[0].length };
  const and = operators.and.exec(rest);
  if (and !== null) return { token: null, length: and[0].length };
  const not = operators.not.exec(rest);
  if (not !== null) return { token: { kind: 'not' }, length: not[0].length };
  if (isAtBoundary && /^-[^\s-]/u.test(rest)) return { token: { kind: 'not' }, length: 1 };
  return filterToken(rest) ?? wordToken(rest);
}

function wordToken(rest: string): { readonly token: Token; readonly length: number } {
  const quoted = QUOTED.exec(rest);
  if (quoted !== null && QUOTE.test(rest)) return { token: { kind: 'quoted', text: quoted[1] ?? '' }, length: quoted[0].length };
  const bare = BARE.exec(rest)?.[0] ?? rest.charAt(0);
  return { token: { kind: 'words', text: bare, isLast: bare.length === rest.length }, length: bare.length };
}

/** A filter, if the text begins with the name of one and a colon. */
function filterToken(rest: string): { readonly token: Token; readonly length: number } | null {
  for (const pattern of [NAME, ONE_NAME]) {
    const found = pattern.exec(rest);
    const name = found === null ? undefined : FILTER_NAMES.get(foldName(found[1] ?? ''));
    if (found === null || name === undefined) continue;
    const after = rest.slice(found[0].length);
    const quoted = QUOTED.exec(after);
    const value = quoted === null ? valueOf(name, after) : (quoted[1] ?? '');
    const length = found[0].length + (quoted === null ? value.length : quoted[0].length);
    const text = rest.slice(0, length);
    return { token: { kind: 'filter', name: name.name, value: value.trim(), isQuoted: quoted !== null, text, isLast: length === rest.length }, length };
  }
  return null;
}

/** A value without quotes: one word, or as many as one of the filter's own values has (`là:chưa đọc`); a minus is what excludes the next. */
function valueOf(name: { readonly values: ReadonlySet<string> }, after: string): string {
  for (let count = 3; count > 1; count -= 1) {
    const words = new RegExp(`^\\s?[^\\s()"“”„«»]+(?:\\s+[^\\s()"“”„«»-][^\\s()"“”„«»]*){${count - 1}}(?=[\\s()]|$)`, 'u').exec(after)?.[0];
    if (words !== undefined && name.values.has(foldName(words))) return words;
  }
  return /^[^\s()"“”„«»]*/u.exec(after)?.[0] ?? '';
}
