import type { ElementNode } from './nodes.ts';

/** A formatting element of the source that is open. */
export interface Format {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The element in the open leaf, or null when it has not been written there. */
  node: ElementNode | null;
}

/** What one open source element did, so that its end can undo it. */
export type Effect =
  | { readonly kind: 'nothing' | 'leaf' | 'skip' }
  | { readonly kind: 'boundary'; readonly hasLanguage: boolean }
  | { readonly kind: 'container'; readonly node: ElementNode }
  | { readonly kind: 'format'; readonly format: Format };
