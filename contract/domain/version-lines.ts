import { textOfHtml } from './anchor-text.ts';
import { CELL } from './difference.ts';

const ROW = /<tr\b[^>]*>(.*?)<\/tr>/gs;
const CELLS = /<t[dh]\b[^>]*>(.*?)<\/t[dh]>/gs;

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The text of a sanitised fragment to be compared with another: a paragraph a line, and a row of a table a line of cells. In sanitised
 * HTML every `<` begins a tag, and no table holds another.
 */
export function versionLines(html: string): readonly string[] {
  const lines: string[] = [];
  let at = 0;
  const take = (piece: string): void => {
    lines.push(...textOfHtml(piece).split('\n').map(flat).filter((line) => line !== ''));
  };
  for (const { 0: whole, 1: row = '', index } of html.matchAll(ROW)) {
    take(html.slice(at, index));
    at = index + whole.length;
    const cells = [...row.matchAll(CELLS)].map(([, cell = '']) => flat(textOfHtml(cell)));
    if (cells.some((cell) => cell !== '')) lines.push(cells.join(CELL));
  }
  take(html.slice(at));
  return lines;
}
