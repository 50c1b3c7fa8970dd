import type { RefObject } from 'react';
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import { flushSync } from 'react-dom';

/** Lines below each other whose heights are known, in pixels: where each is follows from its place, and nothing is measured. */
export interface Lines {
  readonly count: number;
  /** Of all together. */
  readonly height: number;
  topOf(line: number): number;
  heightOf(line: number): number;
  /** The line at a distance from the top; the nearest one where there is none. */
  lineAt(y: number): number;
}

/** Lines that are drawn beyond each edge of what is in sight. */
const BEYOND = 6;
/** The same while they are thrown. */
const BEYOND_THROWN = 1;

/** A list that was thrown rests when it has not moved for so long, in milliseconds. */
const REST_MS = 100;

export interface Range {
  /** The first and the last line to be drawn, the last included; `last` is -1 where there are none. */
  readonly first: number;
  readonly last: number;
  /** The topmost line in sight. */
  readonly top: number;
  /** They pass too fast to be read. */
  readonly isThrown: boolean;
}

/** What is in sight of the lines. */
export interface View {
  /** Pixels from the top of all lines, and of its own height. */
  readonly from: number;
  readonly height: number;
  /** Pixels that it was moved within the last frame. */
  readonly moved: number;
}

/** Where a view will be is guessed no further ahead than so many of its heights: whoever drags the bar of a long list goes anywhere. */
const MOST_AHEAD = 3;

/** The view that a scroller has moved to within a frame. */
export function movedTo({ from: before, height }: View, from: number): View {
  return { from, height, moved: from - before };
}

/**
 * The lines to be drawn for a view: what is in sight, and some beyond. What is drawn is seen a frame later: a view that is thrown, further
 * in a frame than it is tall, is then as far ahead again, and has left behind what lies on the other side.
 */
export function rangeOf(lines: Lines, { from, height, moved }: View): Range {
  if (lines.count === 0) return { first: 0, last: -1, top: 0, isThrown: false };
  const top = lines.lineAt(from);
  const isThrown = Math.abs(moved) > height;
  const beyond = isThrown ? BEYOND_THROWN : BEYOND;
  const ahead = !isThrown || Math.abs(moved) > MOST_AHEAD * height ? 0 : moved;
  const first = lines.lineAt(Math.min(from, from + ahead)) - beyond;
  const last = lines.lineAt(Math.max(from, from + ahead) + height) + beyond;
  return { first: Math.max(0, first), last: Math.min(lines.count - 1, last), top, isThrown };
}

/** Where a view must begin so that a line is wholly in it, below `inset` pixels that something else covers; null where it is so already. */
export function offsetFor(lines: Lines, line: number, view: Pick<View, 'from' | 'height'>, inset: number): number | null {
  const top = lines.topOf(line);
  const bottom = top + lines.heightOf(line);
  if (top < view.from + inset) return Math.max(0, top - inset);
  return bottom > view.from + view.height ? bottom - view.height : null;
}

export interface KnownRows {
  readonly range: Range;
  /** Moves a line into sight, as little as possible. */
  show(line: number, inset: number): void;
}

/** Which lines of a scroller are to be drawn. It is drawn again only when they are others, and within the frame that scrolls. */
export function useKnownRows(scroller: RefObject<HTMLElement | null>, lines: Lines): KnownRows {
  // A scroller that is new begins at its top, and is not taller than the window: it is drawn at once, and measured when it is laid out.
  const view = useRef<View>({ from: 0, height: window.innerHeight, moved: 0 });
  const isMeasured = useRef(false);
  const shown = useRef(lines);
  shown.current = lines;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const range = rangeOf(lines, view.current);
  const drawn = useRef(range);
  drawn.current = range;
  const look = useCallback(() => {
    const { first, last, top, isThrown } = rangeOf(shown.current, view.current);
    const now = drawn.current;
    if (first !== now.first || last !== now.last || top !== now.top || isThrown !== now.isThrown) redraw();
  }, []);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const rest = (): void => {
      view.current = movedTo(view.current, view.current.from);
      look();
    };
    const onScroll = (): void => {
      view.current = movedTo(view.current, element.scrollTop);
      flushSync(look);
      clearTimeout(resting);
      if (drawn.current.isThrown) resting = setTimeout(rest, REST_MS);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(resting);
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, look]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const sizes = new ResizeObserver(([entry]) => {
      view.current = { ...view.current, height: entry?.contentRect.height ?? 0 };
      isMeasured.current = true;
      look();
    });
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [scroller, look]);
  const show = useCallback((line: number, inset: number) => {
    const element = scroller.current;
    if (element === null) return;
    if (!isMeasured.current) view.current = { ...view.current, height: element.clientHeight };
    const to = offsetFor(shown.current, line, view.current, inset);
    if (to !== null) element.scrollTo({ top: to });
  }, [scroller]);
  return { range, show };
}
