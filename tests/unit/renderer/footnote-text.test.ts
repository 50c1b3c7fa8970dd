import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { besideMark, noteBlocks, noteWords } from '../../../renderer/features/reader/footnote-text.ts';

/** What is shown for the first mark of a text. */
function shown(html: string): readonly string[] {
  const { document } = parseHTML(`<!doctype html><html><body><article>${html}</article></body></html>`);
  const mark = document.querySelector('a[role="doc-noteref"]');
  if (mark === null) throw new Error('no mark');
  return noteWords(noteBlocks(mark)).map((words) => words.innerHTML.trim());
}

const mark = (place: string): string => `<p>Một<a id="m" href="#${place}" role="doc-noteref">1</a></p>`;
const BACK = '<a href="#m" role="doc-backlink">↩</a>';

describe('the words of a note', () => {
  it.each([
    ['an item of a list', `<ol><li id="n">Lời <b>chú</b>. ${BACK}</li></ol>`, ['Lời <b>chú</b>.']],
    ['an item with paragraphs', `<ol><li id="n"><p>Một.</p><p>Hai. ${BACK}</p></li></ol>`, ['<p>Một.</p><p>Hai. </p>']],
    ['a paragraph', `<p id="n">Lời chú.</p><p>Khác.</p>`, ['Lời chú.']],
    ['a number at the beginning of its paragraph', `<p><a id="n" href="#m" role="doc-backlink">[1]</a> Lời chú.</p>`, ['Lời chú.']],
    ['a number alone, its words below', `<p><a id="n" href="#m" role="doc-backlink">1</a></p><p>Một.</p><p>Hai.</p><p><a id="o" href="#m" role="doc-backlink">2</a></p><p>Ba.</p>`, ['Một.', 'Hai.']],
    ['a number alone before a heading', `<p><a id="n" href="#m" role="doc-backlink">1</a></p><p>Một.</p><h2>Hai</h2>`, ['Một.']],
    ['several ways back', `<ol><li id="n">^ <sup><a href="#m" role="doc-backlink">a</a></sup> <sup><a href="#m" role="doc-backlink">b</a></sup> Nguyễn An.</li></ol>`, ['Nguyễn An.']],
    ['a definition', `<dl><dt id="n">1</dt><dd>Lời chú.</dd></dl>`, ['Lời chú.']],
    ['a picture alone', `<ol><li id="n"><img alt="Sơ đồ"></li></ol>`, ['<img alt="Sơ đồ">']],
  ])('in %s', (_where, note, expected) => {
    expect(shown(mark('n') + note)).toEqual(expected);
  });

  it('have no ids of their own', () => {
    expect(shown(`${mark('n')}<ol><li id="n">Lời <a id="k" href="#m">chú</a>.</li></ol>`)).toEqual(['Lời <a href="#m">chú</a>.']);
  });

  it('are none where the mark leads nowhere, or to itself', () => {
    expect(shown(mark('x'))).toEqual([]);
    expect(shown(mark('m'))).toEqual([]);
    expect(shown(`${mark('n')}<p id="n">${BACK}</p>`)).toEqual([]);
  });
});

describe('the place of a note', () => {
  const page = { width: 600, height: 500 };
  const size = { width: 300, height: 100 };

  it('is below its mark, above it where only there is room', () => {
    expect(besideMark({ left: 200, top: 100, bottom: 120 }, size, page)).toEqual({ left: 184, top: 128 });
    expect(besideMark({ left: 200, top: 450, bottom: 470 }, size, page)).toEqual({ left: 184, top: 342 });
    expect(besideMark({ left: 200, top: 20, bottom: 490 }, size, page).top).toBe(498);
  });

  it('is over no edge', () => {
    expect(besideMark({ left: 590, top: 100, bottom: 120 }, size, page).left).toBe(284);
    expect(besideMark({ left: 2, top: 100, bottom: 120 }, size, page).left).toBe(16);
    expect(besideMark({ left: 100, top: 100, bottom: 120 }, { width: 900, height: 100 }, page).left).toBe(16);
  });
});
