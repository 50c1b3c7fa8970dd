import { describe, expect, it } from 'vitest';

import { sanitizeHtml } from '../../../main/sanitize/index.ts';

const PAGE = 'https://bao.example/tin/bai.html';

function html(source: string, baseUrl: string | null = PAGE): string {
  return sanitizeHtml(source, { baseUrl }).html;
}

const SHAPES: readonly (readonly [string, string, string])[] = [
  [
    'Markdown',
    '<p>Một câu<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup>.</p><div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>Lời chú. <a href="#fnref:1" class="footnote-backref" role="doc-backlink">↩︎</a></p></li></ol></div>',
    '<p>Một câu<sup id="place-1"><a href="#place-2" role="doc-noteref">1</a></sup>.</p><hr><ol><li id="place-2">Lời chú. <a href="#place-1" role="doc-backlink">↩︎</a></li></ol>',
  ],
  [
    'GitHub',
    '<p>Một câu<sup><a href="#user-content-fn-a" id="user-content-fnref-a" data-footnote-ref>1</a></sup></p><section data-footnotes><ol><li id="user-content-fn-a"><p>Lời chú <a href="#user-content-fnref-a" data-footnote-backref>↩</a></p></li></ol></section>',
    '<p>Một câu<sup id="place-1"><a href="#place-2" role="doc-noteref">1</a></sup></p><ol><li id="place-2">Lời chú <a href="#place-1" role="doc-backlink">↩</a></li></ol>',
  ],
  [
    'WordPress, by the whole address',
    `<p>Một câu<a id="easy-footnote-1-7" href="${PAGE}#easy-footnote-bottom-1-7"><sup>1</sup></a></p><ol class="easy-footnotes-wrapper"><li><span id="easy-footnote-bottom-1-7"></span>Lời chú<a href="${PAGE}#easy-footnote-1-7">&#8617;</a></li></ol>`,
    '<p>Một câu<a id="place-1" href="#place-2" role="doc-noteref"><sup>1</sup></a></p><ol><li id="place-2">Lời chú<a href="#place-1" role="doc-backlink">↩</a></li></ol>',
  ],
  [
    'Wikipedia',
    '<p>Một câu.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup></p><div class="reflist"><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span class="reference-text">Nguyễn An.</span></li></ol></div>',
    '<p>Một câu.<sup id="place-1"><a href="#place-2" role="doc-noteref">[1]</a></sup></p><ol><li id="place-2"><b><a href="#place-1" role="doc-backlink">^</a></b> Nguyễn An.</li></ol>',
  ],
  [
    'Substack',
    '<p>Một câu<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1" target="_self">1</a></p><div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>Lời chú.</p></div></div>',
    '<p>Một câu<a id="place-1" href="#place-2" role="doc-noteref"><sup>1</sup></a></p><p><a id="place-2" href="#place-1" role="doc-backlink">1</a></p><p>Lời chú.</p>',
  ],
  [
    'EPUB',
    '<p>Một câu <a epub:type="noteref" href="#n1">xem chú</a>.</p><aside id="n1" epub:type="footnote"><p>Lời chú.</p></aside>',
    '<p>Một câu <a href="#place-1" role="doc-noteref">xem chú</a>.</p><p id="place-1">Lời chú.</p>',
  ],
  [
    'Word',
    '<p>Một câu<a href="#_ftn1" name="_ftnref1">[1]</a></p><p><a href="#_ftnref1" name="_ftn1">[1]</a> Lời chú.</p>',
    '<p>Một câu<a id="place-1" href="#place-2" role="doc-noteref">[1]</a></p><p><a id="place-2" href="#place-1" role="doc-backlink">[1]</a> Lời chú.</p>',
  ],
];

describe('notes', () => {
  it.each(SHAPES)('are kept as %s writes them', (_name, source, expected) => {
    expect(html(source)).toBe(expected);
    expect(html(expected)).toBe(expected);
    expect(html(expected, null)).toBe(expected);
  });

  it('have the same text as without their links', () => {
    const source = '<p>Một câu<sup><a href="#n">[1]</a></sup></p><p id="n">Lời chú.</p>';
    expect(sanitizeHtml(source, { baseUrl: PAGE }).text).toBe(sanitizeHtml(source.replaceAll('#n', ''), { baseUrl: PAGE }).text);
  });

  it('are told from other ways through a page', () => {
    const source = '<ul><li><a href="#hai">Phần hai</a></li><li><a href="#ba">Phần ba</a></li></ul><h2 id="hai">Hai</h2><h2 id="ba">Ba</h2><p><a href="#hai">xem phần hai</a></p>';
    expect(html(source)).toBe(
      '<ul><li><a href="#place-1">Phần hai</a></li><li><a href="#place-2">Phần ba</a></li></ul><h2 id="place-1">Hai</h2><h2 id="place-2">Ba</h2><p><a href="#place-1">xem phần hai</a></p>',
    );
  });
});

describe('links inside that lead nowhere', () => {
  it.each([
    ['a place that is not there', '<p>Một <a href="#x">1</a></p>', '<p>Một 1</p>'],
    ['a place that is not shown', '<p>Một <a href="#x">1</a></p><div hidden id="x">Hai</div><script id="x"></script>', '<p>Một 1</p>'],
    ['a heading from itself', '<h2 id="x">Một <a href="#x">#</a></h2>', '<h2>Một #</h2>'],
    ['the top', '<p>Một <a href="#">lên</a> <a href="#top">đầu</a></p>', '<p>Một lên đầu</p>'],
    ['a place of another page', '<p id="x">Một <a href="/khac.html#x">1</a></p>', '<p>Một <a href="https://bao.example/khac.html#x" rel="noopener noreferrer">1</a></p>'],
  ])('are no links: %s', (_name, source, expected) => {
    expect(html(source)).toBe(expected);
  });
});

describe('hostile names', () => {
  it.each([
    ['that a page’s scripts look for', 'documentElement'],
    ['of our own', 'place-7'],
    ['of prototypes', '__proto__'],
    ['with markup', '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['with half an escape', '%E0%A4%A'],
    ['of spaces and marks', 'a b\u0301'],
  ])('%s do not get through', (_name, name) => {
    expect(html(`<p>Một<a href="#${name}">1</a></p><p id="${name}">Lời chú.</p>`)).toBe('<p>Một<a href="#place-1" role="doc-noteref"><sup>1</sup></a></p><p id="place-1">Lời chú.</p>');
  });

  it('that stand twice mean the first', () => {
    expect(html('<p>Một<a href="#x">1</a></p><p id="x">Lời chú.</p><p id="x">Khác.</p>')).toBe('<p>Một<a href="#place-1" role="doc-noteref"><sup>1</sup></a></p><p id="place-1">Lời chú.</p><p>Khác.</p>');
  });

  it('in thousands are read in good time', () => {
    const source = Array.from({ length: 3_000 }, (_, i) => `<p id="n${i}">x<a href="#n${i + 1}">1</a></p>`).join('');
    expect(html(source)).toContain('id="place-1"');
  }, 60_000);

  it('that fall away one after the other end with no links at all', () => {
    const source = `<p>x<a href="#a0">1</a></p>${Array.from({ length: 12 }, (_, i) => `<p><b><a id="a${i}" href="#a${i + 1}"></a></b></p>`).join('')}`;
    expect(html(source)).toBe('<p>x1</p>');
  });
});
