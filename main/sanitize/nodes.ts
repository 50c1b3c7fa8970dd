/** The sanitiser's own tree: what will be written, and nothing else can be in it. */
export interface TextNode {
  readonly kind: 'text';
  text: string;
}

export interface ElementNode {
  readonly kind: 'element';
  readonly tag: string;
  readonly attributes: Map<string, string>;
  children: OutNode[];
}

export type OutNode = TextNode | ElementNode;

export function element(tag: string, attributes: Iterable<readonly [string, string]> = [], children: OutNode[] = []): ElementNode {
  return { kind: 'element', tag, attributes: new Map(attributes), children };
}

export function isElement(node: OutNode | undefined, ...tags: string[]): node is ElementNode {
  return node !== undefined && node.kind === 'element' && (tags.length === 0 || tags.includes(node.tag));
}

/** Text content, images and all marks ignored. The tree's depth is bounded by the builder. */
export function textOf(node: OutNode): string {
  if (node.kind === 'text') return node.text;
  if (node.tag === 'br') return ' ';
  return node.children.map(textOf).join('');
}

/** The images below a node, in order. */
export function imagesIn(node: OutNode): ElementNode[] {
  if (node.kind === 'text') return [];
  return node.tag === 'img' ? [node] : node.children.flatMap(imagesIn);
}
