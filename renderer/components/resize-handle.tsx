import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useRef } from 'react';
import './resize-handle.css';

interface ResizeHandleProps {
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  readonly least: number;
  readonly most: number;
  readonly onResize: (width: number) => void;
  /** The drag ended, or a key moved the edge: worth remembering. */
  readonly onDone: (width: number) => void;
  readonly onReset: () => void;
}

const STEP = 16;

/** The edge between two panes: drag it, move it with the arrow keys, double-click it to reset. */
export function ResizeHandle({ label, width, least, most, onResize, onDone, onReset }: ResizeHandleProps): ReactNode {
  const drag = useRef<{ readonly from: number; readonly width: number } | null>(null);
  const bounded = (value: number): number => Math.min(most, Math.max(least, Math.round(value)));
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (drag.current !== null) onResize(bounded(drag.current.width + event.clientX - drag.current.from));
  };
  const onPointerUp = (event: PointerEvent): void => {
    if (drag.current === null) return;
    const moved = event.clientX - drag.current.from;
    if (moved !== 0) onDone(bounded(drag.current.width + moved));
    drag.current = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') onDone(bounded(width - STEP));
    else if (event.key === 'ArrowRight') onDone(bounded(width + STEP));
    else if (event.key === 'Enter') onReset();
  };
  return (
    <div
      className="resize-handle"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onDoubleClick={onReset}
      onKeyDown={onKeyDown}
    />
  );
}
