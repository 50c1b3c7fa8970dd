/**
 * What the sanitiser knows about elements. Everything that is not named here is unwrapped: its text stays, it goes.
 * Grouping follows the content categories of the HTML Standard, section 4.
 */

/** Dropped with everything inside: it runs, styles, asks for input, or is not HTML. */
export const DROPPED = new Set([
  'applet', 'button', 'canvas', 'datalist', 'dialog', 'fieldset', 'form-control', 'frame', 'frameset', 'head', 'input', 'link', 'map',
  'math', 'menuitem', 'meta', 'meter', 'noembed', 'noframes', 'noscript', 'optgroup', 'option', 'param', 'plaintext', 'portal',
  'progress', 'script', 'select', 'style', 'svg', 'template', 'textarea', 'title', 'xmp',
]);

/** Shown as a link, with the poster where the page names one. */
export const MEDIA = new Set(['audio', 'embed', 'iframe', 'object', 'video']);

/** Phrasing elements that are kept, by the name under which they are kept. */
export const INLINE: ReadonlyMap<string, string> = new Map([
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'small',
    'span', 'strong', 'sub', 'sup', 'u', 'var'].map((tag): [string, string] => [tag, tag]),
  ['acronym', 'abbr'], ['strike', 's'], ['tt', 'code'],
]);

/** Blocks that hold phrasing content only. A body's `h1` becomes `h2`: the article's title is the only `h1`. */
export const LEAVES: ReadonlyMap<string, string> = new Map([
  ['p', 'p'], ['summary', 'p'], ['legend', 'p'], ['h1', 'h2'], ['h2', 'h2'], ['h3', 'h3'], ['h4', 'h4'], ['h5', 'h5'], ['h6', 'h6'],
  ['pre', 'pre'], ['listing', 'pre'], ['figcaption', 'figcaption'], ['caption', 'caption'], ['dt', 'dt'],
]);

/** Blocks that hold blocks. */
export const CONTAINERS: ReadonlyMap<string, string> = new Map([
  ...['blockquote', 'dd', 'dl', 'figure', 'li', 'ol', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'].map((tag): [string, string] => [tag, tag]),
  ['menu', 'ul'], ['dir', 'ul'],
]);

/** Elements that end a paragraph where they begin and end, and leave nothing else behind. */
export const BOUNDARIES = new Set([
  'address', 'article', 'aside', 'body', 'center', 'details', 'div', 'footer', 'form', 'header', 'hgroup', 'html', 'main', 'nav',
  'search', 'section',
]);

/** Elements without content (HTML Standard, 13.1.2). */
export const VOID = new Set([
  'area', 'base', 'basefont', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'keygen', 'link', 'meta', 'param', 'source', 'track', 'wbr',
]);

/** A start tag of the key ends these, where they are open in the same scope (HTML Standard, 13.1.2.4). */
export const IMPLIED_END: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', new Set(['li'])],
  ['dt', new Set(['dt', 'dd'])],
  ['dd', new Set(['dt', 'dd'])],
  ['td', new Set(['td', 'th'])],
  ['th', new Set(['td', 'th'])],
  ['tr', new Set(['td', 'th', 'tr', 'caption'])],
  ['tbody', new Set(['td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'caption'])],
  ['thead', new Set(['td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'caption'])],
  ['tfoot', new Set(['td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'caption'])],
  ['option', new Set(['option'])],
  ['rt', new Set(['rt', 'rp'])],
  ['rp', new Set(['rt', 'rp'])],
]);

/** Implied ends never reach beyond these. */
export const SCOPES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', new Set(['ul', 'ol', 'menu', 'dir', 'table', 'td', 'th', 'blockquote', 'figure'])],
  ['dt', new Set(['dl', 'table', 'td', 'th', 'blockquote', 'figure'])],
  ['dd', new Set(['dl', 'table', 'td', 'th', 'blockquote', 'figure'])],
  ['option', new Set(['select', 'datalist'])],
  ['rt', new Set(['ruby'])],
  ['rp', new Set(['ruby'])],
]);

/** The scope of the parts of a table. */
export const TABLE_SCOPE: ReadonlySet<string> = new Set(['table']);
