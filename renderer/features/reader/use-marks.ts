import { useEffect, useRef } from 'react';
import { currentFrame } from './frame-store.ts';
import { bestInBody, markTerms, showMark } from './frame-marks.ts';
import { setMatches, useReader } from './reader-store.ts';

/** Keeps the marks in the article's document in step with what is looked for, and its current place in sight. */
export function useMarks(doc: Document | null): void {
  const openId = useReader((reader) => reader.openId);
  const marking = useReader((reader) => reader.marking);
  const index = useReader((reader) => reader.matchIndex);
  const ranges = useRef<readonly Range[]>([]);
  useEffect(() => {
    if (doc === null || currentFrame().id !== openId) return;
    const marks = markTerms(doc, marking?.terms ?? []);
    ranges.current = marks.map(({ range }) => range);
    setMatches(marks.length, marking?.kind === 'search' ? bestInBody(marks) : 0);
  }, [doc, openId, marking]);
  useEffect(() => {
    const range = ranges.current[index];
    if (doc !== null && marking !== null && range !== undefined) showMark(doc, range);
  }, [doc, marking, index]);
}
