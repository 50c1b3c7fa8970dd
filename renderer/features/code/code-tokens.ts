/** The few kinds of words that have a colour of their own in code. */
export const TOKEN_KINDS = ['comment', 'keyword', 'string', 'number', 'name'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** A piece of code of one kind, in UTF-16 units of its text. */
export interface CodeToken {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** The kinds that highlight.js tells apart, as ours; one that is not named is of the kind that it stands in. */
const KINDS: ReadonlyMap<string, TokenKind | null> = new Map<string, TokenKind | null>([
  ...['comment', 'quote', 'doctag'].map((name) => [name, 'comment'] as const),
  ...['keyword', 'name', 'selector-tag', 'meta', 'template-tag', 'deletion'].map((name) => [name, 'keyword'] as const),
  ...['string', 'regexp', 'char', 'addition', 'link'].map((name) => [name, 'string'] as const),
  ...['number', 'literal', 'symbol', 'bullet'].map((name) => [name, 'number'] as const),
  ...['title', 'section', 'attr', 'attribute', 'built_in', 'type', 'property', 'selector-class', 'selector-id', 'selector-attr', 'selector-pseudo'].map((name) => [name, 'name'] as const),
  ...['subst', 'tag', 'params', 'punctuation', 'operator', 'variable', 'template-variable'].map((name) => [name, null] as const),
]);
const PIECE = /<span class="([^"]*)">|(<\/span>)|&(?:amp|lt|gt|quot|#x27);|[^<&]+/g;

function kindOf(names: string, around: TokenKind | null): TokenKind | null {
  // Code in code, such as a style sheet in a page, begins anew.
  if (!names.startsWith('hljs-')) return null;
  const kind = KINDS.get(names.slice('hljs-'.length).split(' ')[0] ?? '');
  return kind === undefined ? around : kind;
}

/** The coloured pieces of what highlight.js wrote: of its HTML, in which nothing but `span` and five entities can be. */
export function tokensIn(html: string): readonly CodeToken[] {
  const tokens: { kind: TokenKind; start: number; end: number }[] = [];
  const open: (TokenKind | null)[] = [];
  let at = 0;
  for (const [piece, names, close] of html.matchAll(PIECE)) {
    if (names !== undefined) open.push(kindOf(names, open.at(-1) ?? null));
    else if (close !== undefined) open.pop();
    else {
      const length = piece.startsWith('&') ? 1 : piece.length;
      const kind = open.at(-1) ?? null;
      const last = tokens.at(-1);
      if (kind !== null && last?.kind === kind && last.end === at) last.end += length;
      else if (kind !== null) tokens.push({ kind, start: at, end: at + length });
      at += length;
    }
  }
  return tokens;
}
