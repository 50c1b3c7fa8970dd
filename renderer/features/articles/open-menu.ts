import type { MouseEvent } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';

/** A menu that was asked for: of which article, and where it is to open. */
export interface OpenMenu {
  readonly id: ArticleId;
  readonly at: { readonly x: number; readonly y: number };
}

/** The menu of the row under the pointer, or of the selected one where the keyboard asks. Rows are named `row-12`: prefix and article. */
export function menuFor(event: MouseEvent, prefix: string, selectedId: ArticleId | null): OpenMenu | null {
  const row = (event.target as Element).closest(`[id^="${prefix}"]`) ?? document.getElementById(`${prefix}${selectedId}`);
  if (row === null) return null;
  const box = row.getBoundingClientRect();
  const isPointer = event.clientX !== 0 || event.clientY !== 0;
  return { id: Number(row.id.slice(prefix.length)), at: isPointer ? { x: event.clientX, y: event.clientY } : { x: box.left, y: box.bottom } };
}
