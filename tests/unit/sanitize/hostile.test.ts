import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';

import { sanitizeHtml } from '../../../main/sanitize/index.ts';
import { HOSTILE } from './hostile.ts';

const ELEMENTS = new Set(
  ('a abbr b bdi bdo blockquote br caption cite code dd del dfn dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub sup ' +
    'table tbody td th thead tr u ul var wbr').split(' '),
);
const ATTRIBUTES = new Set(['href', 'rel', 'title', 'data-src', 'alt', 'width', 'height', 'start', 'reversed', 'value', 'colspan', 'rowspan', 'scope', 'lang', 'dir', 'id', 'role', 'data-language']);
/** Milliseconds that large inputs may take where the machine does much else at the time. */
const SLOW_MACHINE = 60_000;
const BASE = 'https://news.example/section/story.html';

/** Everything that a parser finds in the output and that the allow-list does not have. */
function violations(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!ELEMENTS.has(name)) found.push(`<${name}>`);
      for (const [key, value] of Object.entries(attributes)) {
        if (!ATTRIBUTES.has(key)) found.push(`${name}[${key}]`);
        if (key === 'href' && !/^(?:(?:https?|mailto):|#place-\d+$)/.test(value)) found.push(`href ${value}`);
        if (key === 'id' && !/^place-\d+$/.test(value)) found.push(`id ${value}`);
        if (key === 'role' && !/^doc-(?:noteref|backlink)$/.test(value)) found.push(`role ${value}`);
        if (key === 'data-language' && (name !== 'pre' || !/^[a-z0-9][a-z0-9+#.-]{0,19}$/.test(value))) found.push(`data-language ${value}`);
        if (key === 'data-src' && !/^(?:https?:|data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,)/.test(value)) found.push(`data-src ${value}`);
      }
    },
    oncomment: () => found.push('comment'),
    onprocessinginstruction: (name) => found.push(name),
  });
  parser.end(html);
  return found;
}

function clean(html: string): string {
  return sanitizeHtml(html, { baseUrl: BASE }).html;
}

describe('hostile markup', () => {
  it.each(HOSTILE)('%s', (html) => {
    expect(violations(clean(html))).toEqual([]);
    expect(clean(clean(html))).toBe(clean(html));
  });

  it('survives being put together in any order and nesting', () => {
    const tags = ['p', 'b', 'a', 'table', 'tr', 'td', 'ul', 'li', 'svg', 'math', 'style', 'div', 'h2', 'figure', 'figcaption', 'pre', 'dl', 'dt', 'blockquote', 'noscript', 'textarea', 'span', 'ruby', 'rt', 'caption', 'iframe'];
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.constantFrom(...tags).chain((tag) => fc.constantFrom(`<${tag}>`, `</${tag}>`, `<${tag} dir=rtl lang=ar>`, `<${tag} id=a>`, `<${tag} class='language-js highlight-source-x'>`, `<${tag} id=b href=#a>`, `<${tag} name=c href="#b" role=doc-noteref>`, `<${tag} href=/x title="&gt;">`)),
      fc.constantFrom('chữ', ' ', '\n', '<a href=#a>1</a>', '<a href="#c">[2]</a>', '<sup id=b><a href=#a>*</a></sup>', '<li id=a>', '<a id=c></a>', '<br>', '<img src=/a.png>', '<img src="/b.png" width=20 height=20>', '<hr>', '&nbsp;', '\u0301', '\u200B', 'Ảnh: An', '<', '&', '"', '--', '-->', '<!--', ']]>', 'e'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const once = sanitizeHtml(pieces.join(''), { baseUrl: BASE });
        expect(violations(once.html)).toEqual([]);
        const twice = sanitizeHtml(once.html, { baseUrl: BASE });
        expect(twice.html).toBe(once.html);
        expect(twice.text).toBe(once.text);
        expect(twice.images).toEqual(once.images);
      }),
      { numRuns: 400 },
    );
  }, SLOW_MACHINE);
});

describe('sizes', () => {
  const deep = 20_000;
  it.each([
    ['divs', '<div>'.repeat(deep) + 'x'],
    ['bold', '<b>'.repeat(deep) + 'x'],
    ['lists', '<ul><li>'.repeat(deep) + 'x'],
    ['quotations', '<blockquote>'.repeat(deep) + 'x'],
    ['tables', '<table><tr><td>'.repeat(deep) + 'x'],
    ['figures', '<figure>'.repeat(deep) + 'x'],
    ['links that never close', '<a href="https://a.example/">'.repeat(deep) + 'x'],
    ['ends without starts', 'x' + '</b></div></i>'.repeat(deep)],
  ])('reads %s nested far too deep', (_name, html) => {
    const { text } = sanitizeHtml(html, { baseUrl: null });
    expect(text).toBe('x');
  });

  it('reads five megabytes', () => {
    const { wordCount } = sanitizeHtml('<p>Xin chào <b>các bạn</b>.</p>'.repeat(160_000), { baseUrl: null });
    expect(wordCount).toBe(640_000);
  }, SLOW_MACHINE);

  it('refuses what is larger than any article', () => {
    expect(() => sanitizeHtml('x'.repeat(20_000_001), { baseUrl: null })).toThrow('20000001 characters');
  });
});
