import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import type { ErrorKind } from '../../../contract/domain/result.ts';
import type { Language } from '../../../contract/words/index.ts';
import { events } from '../../api/client.ts';
import { summaryOf, useSummary } from '../articles/summary-cache.ts';
import type { Arrived } from './article-frame.tsx';
import { setFrameDocument } from './frame-store.ts';
import { currentReader, likelyNext } from './reader-store.ts';

/** A document that is in a frame, or on its way there. */
export interface StagedArticle {
  /** The same as long as the document is. */
  readonly key: string;
  readonly id: ArticleId;
  readonly title: string;
  readonly isPage: boolean;
}

interface Shown extends StagedArticle {
  readonly doc: Document | null;
  /** Why there is no document. */
  readonly failure: ErrorKind | null;
}

interface Stage {
  /** In the order in which they came: a frame that is moved within its parent loads anew. */
  readonly frames: readonly StagedArticle[];
  /** What is on screen: the open article, or the one before it until that is ready. */
  readonly shown: Shown | null;
  /** Whether the open article is on screen. */
  readonly isReady: boolean;
  onReady(frame: StagedArticle, arrived: Arrived): void;
  /** Loads the open article once more. */
  again(): void;
}

/** How long the open article is left alone before the next one is loaded behind it, at most; milliseconds. */
const AHEAD_AT_LAST_MS = 250;

function staged(id: ArticleId, language: Language, isPage: boolean, attempt: number): StagedArticle | null {
  const summary = summaryOf(id);
  return summary === undefined ? null : { key: `${id} ${language} ${summary.offline} ${attempt} ${isPage ? 'page' : ''}`, id, title: summary.title, isPage };
}

/** What is on the stage next: what was there and is still wanted, where it was, and then what is new. */
export function nextFrames(before: readonly StagedArticle[], wanted: readonly (StagedArticle | null)[]): readonly StagedArticle[] {
  const left = new Map(wanted.flatMap((frame) => (frame === null ? [] : [[frame.key, frame] as const])));
  const kept = before.flatMap(({ key }) => {
    const frame = left.get(key);
    left.delete(key);
    return frame ?? [];
  });
  return [...kept, ...left.values()];
}

/** The article that is most likely opened next: loaded once the open one is on screen, and let go when it changes meanwhile. */
function useAhead(id: ArticleId, isReady: boolean): ArticleId | null {
  const [ahead, setAhead] = useState<ArticleId | null>(null);
  useEffect(() => {
    if (!isReady) return undefined;
    const idle = requestIdleCallback(() => setAhead(likelyNext()), { timeout: AHEAD_AT_LAST_MS });
    return () => cancelIdleCallback(idle);
  }, [id, isReady]);
  useEffect(() => events.libraryChanged(({ articles, articleIds }) => {
    if (!articles) return;
    setAhead((now) => (now === null || now === currentReader().openId || articleIds?.includes(now) === false ? now : null));
  }), []);
  return ahead;
}

/** The frames of the open article, of the one before it while that is still on screen, and of the next one. */
export function useStage(id: ArticleId, language: Language, isPage: boolean): Stage {
  useSummary(id);
  const [attempt, setAttempt] = useState(0);
  const open = staged(id, language, isPage, attempt);
  const [shown, setShown] = useState<Shown | null>(null);
  const isReady = shown !== null && shown.key === open?.key;
  const ahead = useAhead(id, isReady);
  const frames = useRef<readonly StagedArticle[]>([]);
  frames.current = nextFrames(frames.current, [shown, open, ahead === null || ahead === id ? null : staged(ahead, language, false, attempt)]);
  const ready = useRef(new Map<string, Arrived>());
  const openKey = useRef<string | null>(null);
  openKey.current = open?.key ?? null;
  const show = useCallback((frame: StagedArticle, arrived: Arrived): void => {
    const { doc, failure } = { doc: null, failure: null, ...arrived };
    setShown({ ...frame, doc, failure });
    setFrameDocument(frame.id, doc);
  }, [setShown]);
  useLayoutEffect(() => {
    // What has left the stage is not shown again, however ready it was.
    for (const key of ready.current.keys()) if (!frames.current.some((frame) => frame.key === key)) ready.current.delete(key);
    const arrived = open === null ? undefined : ready.current.get(open.key);
    if (open !== null && arrived !== undefined && !isReady) show(open, arrived);
  });
  useEffect(() => () => setFrameDocument(null, null), []);
  const onReady = useCallback((frame: StagedArticle, arrived: Arrived): void => {
    ready.current.set(frame.key, arrived);
    if (frame.key === openKey.current) show(frame, arrived);
  }, [show]);
  return { frames: frames.current, shown, isReady, onReady, again: () => setAttempt(attempt + 1) };
}
