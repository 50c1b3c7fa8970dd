import type { DragEvent } from 'react';
import { useState } from 'react';
import type { FeedId, FolderId } from '../../../contract/domain/feed.ts';

/** What of the sidebar is being dragged. */
export type Dragged = { readonly kind: 'feeds'; readonly feedIds: readonly FeedId[] } | { readonly kind: 'folder'; readonly folderId: FolderId };

/** Where something would go if it were dropped now, and what that does. */
export interface Drop {
  readonly place: 'into' | 'before' | 'after';
  readonly run: () => void;
}

const TYPE = 'application/x-docbao-sidebar';
/** What is dragged can't be read from a drag before it is dropped: it is kept here. */
let dragged: Dragged | null = null;

export function startDrag(event: DragEvent, what: Dragged): void {
  event.stopPropagation();
  event.dataTransfer.setData(TYPE, what.kind);
  event.dataTransfer.effectAllowed = 'move';
  dragged = what;
}

export function endDrag(): void {
  dragged = null;
}

interface DropProps {
  readonly 'data-drop': Drop['place'] | undefined;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: () => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** Whether the pointer is in the upper half of what it is over. */
export function isUpperHalf(event: DragEvent): boolean {
  const box = event.currentTarget.getBoundingClientRect();
  return event.clientY < box.top + box.height / 2;
}

/** Makes something a place to drop on; `accept` says what a drop would do there, or that it is none (null). */
export function useDrop(accept: (what: Dragged | null, event: DragEvent) => Drop | null): DropProps {
  const [place, setPlace] = useState<Drop['place'] | null>(null);
  return {
    'data-drop': place ?? undefined,
    onDragOver: (event) => {
      const drop = accept(dragged, event);
      setPlace(drop?.place ?? null);
      if (drop === null) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onDragLeave: () => setPlace(null),
    onDrop: (event) => {
      const drop = accept(dragged, event);
      setPlace(null);
      if (drop === null) return;
      event.preventDefault();
      event.stopPropagation();
      drop.run();
    },
  };
}
