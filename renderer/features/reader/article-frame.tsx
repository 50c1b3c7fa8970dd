import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import { articleAddress, pageAddress } from '../../api/addresses.ts';

interface ArticleFrameProps {
  readonly id: ArticleId;
  readonly title: string;
  readonly isShown: boolean;
  /** The page that the article was taken from, instead of the article. */
  readonly isPage: boolean;
  /** The document can be measured; null where there is no article in it. */
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

/** The frame's document once its text can be measured; null where it holds no article; undefined before. */
function readyDocument(frame: HTMLIFrameElement, waited: number): Document | null | undefined {
  const doc = frame.contentDocument;
  if (doc === null || doc.URL === 'about:blank' || doc.readyState === 'loading') return undefined;
  if (doc.querySelector('.docbao-article') === null) return doc.readyState === 'complete' ? null : undefined;
  return isSettled(doc) || waited > FONT_PATIENCE_MS ? doc : undefined;
}

/**
 * An article's own document, in a frame that runs no script. It is looked at until it is ready, because its `load` event
 * waits for the images and the text need not.
 */
export function ArticleFrame({ id, title, isShown, isPage, onReady }: ArticleFrameProps): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null);
  const ready = useRef(onReady);
  ready.current = onReady;
  useEffect(() => {
    const since = performance.now();
    const look = setInterval(() => {
      const doc = frame.current === null ? undefined : readyDocument(frame.current, performance.now() - since);
      if (doc === undefined) return;
      clearInterval(look);
      ready.current(doc);
    }, LOOK_EVERY_MS);
    return () => clearInterval(look);
  }, []);
  return (
    <iframe ref={frame} className="article-frame" data-shown={isShown} title={title} src={isPage ? pageAddress(id) : articleAddress(id)} sandbox="allow-same-origin"
      tabIndex={isShown ? 0 : -1} />
  );
}
