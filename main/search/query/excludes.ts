import { parseQuery } from './parse.ts';
import type { QueryNode } from './tree.ts';

/** Whether a query asks for what an article does not have: such a query may no longer find an article that has become longer. */
export function excludesAnything(query: string): boolean {
  const { root } = parseQuery(query, 0);
  return root !== null && hasNot(root);
}

function hasNot(node: QueryNode): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.nodes.some(hasNot);
  return node.kind === 'not';
}
