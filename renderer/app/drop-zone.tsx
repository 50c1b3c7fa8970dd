import type { DragEvent, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useFrameDocument } from '../features/reader/frame-store.ts';
import { offer } from '../features/saving/clips.ts';
import { useI18n } from '../i18n/index.ts';
import './drop-zone.css';

function takes(data: DataTransfer | null): boolean {
  return data !== null && data.types.some((type) => ['Files', 'text/uri-list', 'text/plain'].includes(type));
}

/** True while something that can be saved is dragged over the window, or over the article in it. */
function useDragOver(): readonly [boolean, (isOver: boolean) => void] {
  const [isOver, setOver] = useState(false);
  const doc = useFrameDocument();
  useEffect(() => {
    const controller = new AbortController();
    // What is dragged about inside the window is its own affair.
    let isOwn = false;
    const onStart = (): void => {
      isOwn = true;
    };
    const onEnd = (): void => {
      isOwn = false;
    };
    const onEnter = (event: globalThis.DragEvent): void => {
      if (!isOwn && takes(event.dataTransfer)) setOver(true);
    };
    for (const place of doc === null ? [document] : [document, doc]) {
      place.addEventListener('dragstart', onStart, { signal: controller.signal });
      place.addEventListener('dragend', onEnd, { signal: controller.signal });
      place.addEventListener('dragenter', onEnter, { signal: controller.signal });
    }
    return () => controller.abort();
  }, [doc]);
  return [isOver, setOver];
}

/** Takes files, folders, addresses and text that are dropped anywhere on the window. */
export function DropZone(): ReactNode {
  const { t } = useI18n();
  const [isOver, setOver] = useDragOver();
  if (!isOver) return null;
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    offer(event.dataTransfer);
  };
  return (
    <div className="drop-zone" role="status" onDragOver={(event) => event.preventDefault()} onDragLeave={() => setOver(false)} onDrop={onDrop}>
      <p>{t.app.dropHere}</p>
      <p className="drop-hint">{t.app.dropHint}</p>
    </div>
  );
}
