import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import { ERROR_KINDS, type ErrorKind } from '../../../contract/domain/result.ts';
import { articleAddress, pageAddress } from '../../api/addresses.ts';
import { currentAppearance, dress, useAppearance } from '../../app/theme.ts';
import { currentI18n } from '../../i18n/index.ts';
import { tellPictureSizes } from './picture-sizes.ts';
import { askPosition, restorePosition } from './reading-position.ts';
import { fitTables } from './wide-tables.ts';

/** What came into a frame: the article's document, or why there is none. */
export type Arrived = { readonly doc: Document } | { readonly failure: ErrorKind };

interface ArticleFrameProps {
  readonly id: ArticleId;
  readonly title: string;
  readonly isShown: boolean;
  /** The page that the article was taken from, instead of the article. */
  readonly isPage: boolean;
  /** The document stands as it will be read, or there is no article in it. */
  readonly onReady: (arrived: Arrived) => void;
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

/** Why a document holds no article: what the main process wrote on its root. */
function failureOf({ documentElement }: Document): ErrorKind {
  return ERROR_KINDS.find((kind) => kind === documentElement.dataset['failure']) ?? 'internal';
}

/** What is in a frame once all of its text is there; undefined before. */
function arrivedIn(frame: HTMLIFrameElement | null): Arrived | undefined {
  const doc = frame?.contentDocument ?? null;
  if (doc === null || doc.URL === 'about:blank' || doc.readyState === 'loading') return undefined;
  if (doc.querySelector('.docbao-article') !== null) return { doc };
  return doc.readyState === 'complete' ? { failure: failureOf(doc) } : undefined;
}

/** Looks at a frame until its document can be measured, and calls `done` with it; returns what ends the looking. */
function watch(frame: { readonly current: HTMLIFrameElement | null }, done: (arrived: Arrived) => void): () => void {
  const since = performance.now();
  let dressed: Document | null = null;
  const look = setInterval(() => {
    const arrived = dressed === null ? arrivedIn(frame.current) : { doc: dressed };
    if (arrived === undefined) return;
    if ('doc' in arrived) {
      // Before it is measured: font and size decide where its paragraphs are.
      if (dressed === null) {
        dress(arrived.doc, currentAppearance());
        tellPictureSizes(arrived.doc);
      }
      dressed = arrived.doc;
      if (!isSettled(dressed) && performance.now() - since < FONT_PATIENCE_MS) return;
    }
    clearInterval(look);
    done(arrived);
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
    const settle = async (arrived: Arrived): Promise<void> => {
      if ('doc' in arrived) fitTables(arrived.doc, currentI18n().t);
      if ('doc' in arrived && !isPage) await restorePosition(arrived.doc, id, position);
      if (!isGone) ready.current(arrived);
    };
    const stop = watch(frame, (arrived) => void settle(arrived));
    return () => {
      isGone = true;
      stop();
    };
  }, [id, isPage]);
  useEffect(() => {
    const arrived = arrivedIn(frame.current);
    if (arrived !== undefined && 'doc' in arrived) dress(arrived.doc, appearance);
  }, [appearance]);
  return (
    <iframe ref={frame} className="article-frame" data-shown={isShown} title={title} src={isPage ? pageAddress(id) : articleAddress(id)} sandbox="allow-same-origin"
      tabIndex={isShown ? 0 : -1} />
  );
}
