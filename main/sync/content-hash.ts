import { createHash } from 'node:crypto';

/** Tells an update of an article from the same thing again: SHA-256 over what is read of it. */
export function contentHashOf({ title, lede, text }: { readonly title: string; readonly lede: string | null; readonly text: string }): string {
  return createHash('sha256').update(`${title}\u0001${lede ?? ''}\u0001${text}`).digest('hex');
}
