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
export function takesBlocks(tag: string): boolean {
  return tag === 'td' || tag === 'th' || (tag !== 'table' && !TABLE_PARTS.has(tag));
}
