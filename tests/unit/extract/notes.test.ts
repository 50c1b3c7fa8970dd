import { describe, expect, it } from 'vitest';

import { extractArticle, extractFeedContent, extractMarkdown } from '../../../main/extract/index.ts';
import { sanitizeHtml } from '../../../main/sanitize/index.ts';

const URL_OF_PAGE = 'https://bao.example/bai-1';
const SENTENCES = {
  vi: 'Hôm qua ở thành phố, người dân ra đường rất đông để xem lễ hội đèn bên sông, nơi hàng nghìn chiếc đèn được thả trôi. ',
  en: 'Yesterday in the city, many people went out to see the festival by the river, where thousands of lamps were set afloat. ',
};

/** How systems write a note: its mark in the text, and what stands below the text. */
const SHAPES = [
  ['kramdown', '<sup id="fnref:1"><a href="#fn:1" class="footnote" role="doc-noteref">1</a></sup>', '<div class="footnotes" role="doc-endnotes"><ol><li id="fn:1"><p>Lời chú. <a href="#fnref:1" role="doc-backlink">↩</a></p></li></ol></div>'],
  ['WordPress', '<sup><a href="#n1" id="r1">1</a></sup>', '<ol class="wp-block-footnotes"><li id="n1">Lời chú. <a href="#r1">↩</a></li></ol>'],
  ['Wikipedia', '<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>', '<div class="reflist"><ol class="references"><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> <span>Lời chú.</span></li></ol></div>'],
  ['Substack', '<a class="footnote-anchor" id="a1" href="#f1">1</a>', '<div class="footnote"><a id="f1" href="#a1" class="footnote-number">1</a><div class="footnote-content"><p>Lời chú.</p></div></div>'],
  ['EPUB', '<a epub:type="noteref" href="#n1">1</a>', '<aside id="n1" role="doc-footnote"><p>Lời chú.</p></aside>'],
  ['a footer', '<sup><a href="#n1">1</a></sup>', '<footer class="footnotes"><ol><li id="n1">Lời chú.</li></ol></footer>'],
  ['Word', '<a href="#_ftn1" name="_ftnref1">[1]</a>', '<div><p><a href="#_ftnref1" name="_ftn1">[1]</a> Lời chú.</p></div>'],
] as const;

describe.each(SHAPES)('notes as %s writes them', (_name, mark, note) => {
  it.each(['vi', 'en'] as const)('are kept with a page in %s, and with what a feed gives', (lang) => {
    const sentence = SENTENCES[lang];
    const body = `<p>${sentence.repeat(3)}${mark} ${sentence}</p><p>${sentence.repeat(4)}</p><p>${sentence.repeat(3)}</p>${note}`;
    const page = `<!doctype html><html lang="${lang}"><head><title>Bài có chú thích</title></head><body><nav><a href="/">Trang chủ</a></nav><article><h1>Bài có chú thích</h1><div class="entry-content">${body}</div></article></body></html>`;
    for (const { html } of [extractArticle(page, { url: URL_OF_PAGE }), extractFeedContent(body, { url: URL_OF_PAGE, title: 'Bài' })]) {
      const clean = sanitizeHtml(html, { baseUrl: URL_OF_PAGE }).html;
      expect(clean).toMatch(/<a (?:id="place-\d" )?href="#place-\d" role="doc-noteref">/);
      expect(clean).toContain('Lời chú.');
    }
  });
});

describe('notes of a Markdown file', () => {
  const notesOf = (text: string): string => sanitizeHtml(extractMarkdown(`# Tựa\n\n${text}`, 'bai.md').html, { baseUrl: null }).html;

  it('stand at the end, in the order of their marks', () => {
    expect(notesOf('Một[^b], hai[^1].\n\n[^1]: Lời **hai**\n  nối dòng.\n[^b]: Lời một.\n\nBa.')).toBe(
      '<p>Một<sup id="place-1"><a href="#place-3" role="doc-noteref">1</a></sup>, hai<sup id="place-2"><a href="#place-4" role="doc-noteref">2</a></sup>.</p><p>Ba.</p><hr>' +
        '<ol><li id="place-3">Lời một. <a href="#place-1" role="doc-backlink">↩</a></li><li id="place-4">Lời <strong>hai</strong> nối dòng. <a href="#place-2" role="doc-backlink">↩</a></li></ol>',
    );
  });

  it('are no notes where one half is missing', () => {
    expect(notesOf('Một[^x] `[^b]`.\n\n[^b]: Không ai hỏi.')).toBe('<p>Một[^x] <code>[^b]</code>.</p>');
  });
});
