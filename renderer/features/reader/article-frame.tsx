import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import { articleAddress, pageAddress } from '../../api/addresses.ts';
import { currentAppearance, dress, useAppearance } from '../../app/theme.ts';
import { askPosition, restorePosition } from './reading-position.ts';

interface ArticleFrameProps {
  readonly id: ArticleId;
  readonly title: string;
  readonly isShown: boolean;
  /** The page that the article was taken from, instead of the article. */
  readonly isPage: boolean;
  /** The document stands as it will be read; null where there is no article in it. */
  readonly onReady: (doc: Document | null) => void;
}

const LOOK_EVERY_MS = 4;

/** A font that has not come by then may come late and move the text. */
const FONT_PATIENCE_MS = 400;

/** Whether the text stands where it will stand: styled, and set in its own fonts. */
function isSettled(doc: Document): boolean {
  if (doc.styleSheets.length === 0) return doc.readyState === 'complete';
  // Fonts are asked for by the first layout.
  doc.documentElement.getBoundingClientRect();
  return doc.fonts.status === 'loaded';
}

/** The article in a frame once all of its text is there; null where it holds none; undefined before. */
function articleIn(frame: HTMLIFrameElement | null): Document | null | undefined {
  const doc = frame?.contentDocument ?? null;
  if (doc === null || doc.URL === 'about:blank' || doc.readyState === 'loading') return undefined;
  if (doc.querySelector('.docbao-article') !== null) return doc;
  return doc.readyState === 'complete' ? null : undefined;
}

/** Looks at a frame until its document can be measured, and calls `done` with it; returns what ends the looking. */
function watch(frame: { readonly current: HTMLIFrameElement | null }, done: (doc: Document | null) => void): () => void {
  const since = performance.now();
  let dressed: Document | null = null;
  const look = setInterval(() => {
    const doc = dressed ?? articleIn(frame.current);
    if (doc === undefined) return;
    if (doc !== null && dressed === null) {
      // Before it is measured: font and size decide where its paragraphs are.
      dress(doc, currentAppearance());
      dressed = doc;
    }
    if (doc !== null && !isSettled(doc) && performance.now() - since < FONT_PATIENCE_MS) return;
    clearInterval(look);
    done(doc);
  }, LOOK_EVERY_MS);
  return () => clearInterval(look);
}

/**
 * An article's own document, in a frame that runs no script. It is looked at until it is ready, because its `load` event
 * waits for the images and the text need not.
 */
export function ArticleFrame({ id, title, isShown, isPage, onReady }: ArticleFrameProps): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null);
  const ready = useRef(onReady);
  ready.current = onReady;
  const appearance = useAppearance();
  useEffect(() => {
    let isGone = false;
    const position = isPage ? Promise.resolve(null) : askPosition(id);
    const settle = async (doc: Document | null): Promise<void> => {
      if (doc !== null && !isPage) await restorePosition(doc, id, position);
      if (!isGone) ready.current(doc);
    };
    const stop = watch(frame, (doc) => void settle(doc));
    return () => {
      isGone = true;
      stop();
    };
  }, [id, isPage]);
  useEffect(() => {
    const doc = articleIn(frame.current);
    if (doc != null) dress(doc, appearance);
  }, [appearance]);
  return (
    <iframe ref={frame} className="article-frame" data-shown={isShown} title={title} src={isPage ? pageAddress(id) : articleAddress(id)} sandbox="allow-same-origin"
      tabIndex={isShown ? 0 : -1} />
  );
}
