import { element, imagesIn, isElement, textOf } from './nodes.ts';
import type { ElementNode, OutNode } from './nodes.ts';

type TidyFlow = (nodes: readonly OutNode[]) => OutNode[];

interface Row {
  readonly isHead: boolean;
  readonly cells: ElementNode[];
}

/** A data table as `<table><caption><thead><tbody>`; a table that only arranges blocks, as these blocks. */
export function tidyTable(table: ElementNode, tidyFlow: TidyFlow): OutNode[] {
  const captions = table.children.filter((child) => isElement(child, 'caption') && textOf(child).trim() !== '');
  const rows = rowsOf(table).filter((row) => row.cells.length > 0);
  for (const row of rows) for (const cell of row.cells) cell.children = tidyFlow(cell.children);
  const filled = rows.filter((row) => row.cells.some((cell) => cell.children.length > 0));
  if (isLayout(filled)) return [...tidyFlow(captions.map(asParagraph)), ...unwrap(filled)];
  for (const row of filled) for (const cell of row.cells) cell.children = unwrapCell(cell.children);
  const head = filled.filter((row) => row.isHead).map(rowElement);
  const body = filled.filter((row) => !row.isHead).map(rowElement);
  const children: OutNode[] = captions.slice(0, 1);
  if (head.length > 0) children.push(element('thead', [], head));
  if (body.length > 0) children.push(element('tbody', [], body));
  table.children = children;
  return [table];
}

function rowsOf(node: ElementNode, isHead = false): Row[] {
  return node.children.flatMap((child): Row[] => {
    if (!isElement(child)) return [];
    if (child.tag === 'tr') return [{ isHead, cells: child.children.filter((cell) => isElement(cell, 'td', 'th')) }];
    return ['thead', 'tbody', 'tfoot'].includes(child.tag) ? rowsOf(child, child.tag === 'thead') : [];
  });
}

/** One column, a table in a table, or pictures only: what arranges is not data. */
function isLayout(rows: readonly Row[]): boolean {
  const cells = rows.flatMap((row) => row.cells);
  const isOneColumn = rows.every((row) => row.cells.length <= 1);
  const holdsTable = cells.some((cell) => cell.children.some(hasTable));
  const isGallery = cells.every((cell) => cell.children.length === 0 || cell.children.some((block) => imagesIn(block).length > 0));
  return isOneColumn || holdsTable || isGallery;
}

function hasTable(node: OutNode): boolean {
  return isElement(node) && (node.tag === 'table' || node.children.some(hasTable));
}

function asParagraph(caption: OutNode): OutNode {
  return element('p', [], isElement(caption) ? caption.children : []);
}

function unwrap(rows: readonly Row[]): OutNode[] {
  return rows.flatMap((row) => row.cells.flatMap((cell) => cell.children.map((block) => withLanguageOf(cell, block))));
}

function withLanguageOf(cell: ElementNode, block: OutNode): OutNode {
  if (!isElement(block)) return block;
  for (const name of ['lang', 'dir']) {
    const value = cell.attributes.get(name);
    if (value !== undefined && !block.attributes.has(name)) block.attributes.set(name, value);
  }
  return block;
}

function unwrapCell(blocks: OutNode[]): OutNode[] {
  const [first] = blocks;
  return blocks.length === 1 && isElement(first, 'p') && first.attributes.size === 0 ? first.children : blocks;
}

function rowElement(row: Row): ElementNode {
  return element('tr', [], row.cells);
}
