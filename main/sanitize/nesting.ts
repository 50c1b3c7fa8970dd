import type { ElementNode, OutNode } from './nodes.ts';

const PARENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['li', ['ul', 'ol']],
  ['dt', ['dl']],
  ['dd', ['dl']],
  ['caption', ['table']],
  ['thead', ['table']],
  ['tbody', ['table']],
  ['tfoot', ['table']],
  ['tr', ['table', 'thead', 'tbody', 'tfoot']],
  ['td', ['tr']],
  ['th', ['tr']],
  ['figcaption', ['figure']],
]);

const TABLE_PARTS = new Set(['caption', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr']);

/** Whether a part (of a list, table or figure) stands where such parts stand; elsewhere its tags mean nothing. */
export function fitsIn(tag: string, parent: string): boolean {
  return PARENTS.get(tag)?.includes(parent) ?? true;
}

export function isTablePart(tag: string): boolean {
  return TABLE_PARTS.has(tag);
}

/** Whether blocks may stand right inside; between the cells of a table they may not. */
function takesBlocks(tag: string): boolean {
  return tag === 'td' || tag === 'th' || (tag !== 'table' && !TABLE_PARTS.has(tag));
}

/** Where the next block goes, below the innermost of the open containers: content between a table's cells goes before the table, as browsers do it. */
export function flowTarget(containers: readonly ElementNode[], tag = ''): { push(node: OutNode): void } {
  const top = containers.at(-1);
  if (top !== undefined && (isTablePart(tag) || takesBlocks(top.tag))) return top.children;
  const index = containers.findLastIndex((node) => node.tag === 'table');
  const table = containers[index];
  const parent = containers[index - 1] ?? containers[0];
  return { push: (node) => void parent?.children.splice(table === undefined ? parent.children.length : parent.children.lastIndexOf(table), 0, node) };
}
