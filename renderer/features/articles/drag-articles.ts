import type { DragEvent } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import { currentList } from './list-store.ts';
import { currentSelection } from './selection-store.ts';

/** What the articles of our list are dragged as, besides what other programs may take. */
const TYPE = 'application/x-docbao-articles';

/** Begins to drag a row: all that is chosen, where it is among them. */
export function dragArticles(event: DragEvent, id: ArticleId): void {
  const { ids: chosen } = currentSelection();
  const ids = chosen.has(id) ? [...currentList().ids].filter((listed) => chosen.has(listed)) : [id];
  event.dataTransfer.setData(TYPE, JSON.stringify(ids));
  event.dataTransfer.effectAllowed = 'copyMove';
}

export function holdsArticles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes(TYPE);
}

/** The articles that were dropped. */
export function droppedArticles(event: DragEvent): readonly ArticleId[] {
  const ids: unknown = JSON.parse(event.dataTransfer.getData(TYPE) || '[]');
  return Array.isArray(ids) ? ids.filter((id): id is number => Number.isInteger(id)) : [];
}
