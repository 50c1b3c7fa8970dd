import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readFrameText } from '../../../renderer/features/reader/frame-text.ts';

function textOf(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body><article>${html}</article></body></html>`);
  const root = document.querySelector('article');
  if (root === null) throw new Error('no article');
  return readFrameText([root]).text;
}

describe("an article's text as one string", () => {
  it('keeps words together that only style divides, and apart what blocks divide', () => {
    expect(textOf('<p>bầu <b>c</b>ử</p><p>Quốc hội</p>')).toBe('bầu cử\nQuốc hội');
    expect(textOf('<h1>Tựa</h1><p>Sapo</p>')).toBe('Tựa\nSapo');
    expect(textOf('<ul><li>một</li><li>hai <a href="#">ba</a></li></ul>')).toBe('một\nhai ba');
  });

  it('never joins words over the end of a line', () => {
    expect(textOf('<p>bầu<br>cử</p>')).toBe('bầu\ncử');
  });

  it('knows where each node begins', () => {
    const { document } = parseHTML('<!doctype html><html><body><article><p>một <i>hai</i></p><p>ba</p></article></body></html>');
    const { text, nodes } = readFrameText(document.querySelectorAll('article'));
    expect(nodes.map(({ node, start }) => text.slice(start, start + node.data.length))).toEqual(['một ', 'hai', 'ba']);
  });
});
