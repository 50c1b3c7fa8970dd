import type { DragEvent } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import { dragForms } from './drag-forms.ts';
import { currentSelection } from './selection-store.ts';
import { shownIds } from './shown-ids.ts';
import { summaryOf } from './summary-cache.ts';

/** What the articles of our list are dragged as, besides what other programs may take. */
const TYPE = 'application/x-docbao-articles';

/** Begins to drag a row: all that is chosen, where it is among them. */
export function dragArticles(event: DragEvent, id: ArticleId): void {
  const { ids: chosen } = currentSelection();
  const ids = chosen.has(id) ? [...shownIds()].filter((listed) => chosen.has(listed)) : [id];
  event.dataTransfer.setData(TYPE, JSON.stringify(ids));
  // Rows that never scrolled into view are not known here: other programs get those that are.
  for (const [type, content] of dragForms(ids.flatMap((dragged) => summaryOf(dragged) ?? []))) event.dataTransfer.setData(type, content);
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
