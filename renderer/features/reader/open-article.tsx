import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import type { ErrorKind } from '../../../contract/domain/result.ts';
import { Button } from '../../components/button.tsx';
import { useDelayed } from '../../components/delayed.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { StateMessage } from '../../components/state-message.tsx';
import { onWindowKey } from '../../app/keyboard.ts';
import { currentI18n, useI18n } from '../../i18n/index.ts';
import { useSummary } from '../articles/summary-cache.ts';
import { useSettledLanguage } from '../settings/settings-store.ts';
import { ArticleFrame } from './article-frame.tsx';
import { useStage } from './article-stage.ts';
import { useEnclosures } from './enclosures.ts';
import { FindBar } from './find-bar.tsx';
import { openNote, useFootnotes } from './footnotes.ts';
import { listenInFrame } from './frame-events.ts';
import { currentFrame, hasJustJumped, useFrameDocument } from './frame-store.ts';
import { Lightbox, openLightbox, picturesIn } from './lightbox.tsx';
import { useCode } from '../code/use-code.ts';
import { HighlightCard } from '../highlights/highlight-card.tsx';
import { useHighlights } from '../highlights/use-highlights.ts';
import { useStoryNote } from '../stories/story-note.ts';
import { useOfflineNote } from './offline-note.ts';
import { ReaderTools } from './reader-tools.tsx';
import { closeArticle, useReader } from './reader-store.ts';
import { keepPosition } from './reading-position.ts';
import { SpeechBar } from './speech-bar.tsx';
import { useMarks } from './use-marks.ts';
import { useWideTables } from './wide-tables.ts';

/** The tools come back near the top edge, in pixels. */
const TOOLS_NEAR = 64;
/** How far the text moves before the tools take notice, in pixels. */
const SCROLL_SLACK = 8;

/** Hides the tools while the text moves up, and shows them when it moves back or the pointer comes near. */
function useToolsAway(doc: Document | null): boolean {
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    setAway(false);
    if (doc === null) return undefined;
    let last = doc.documentElement.scrollTop;
    let width = doc.documentElement.clientWidth;
    return listenInFrame(doc, {
      onKey: onWindowKey,
      onScroll: (top) => {
        const { clientWidth } = doc.documentElement;
        // Text that is set anew in another width, or that a match is looked for in, moves by itself.
        const isReflow = clientWidth !== width || hasJustJumped();
        width = clientWidth;
        if (!isReflow && Math.abs(top - last) < SCROLL_SLACK) return;
        if (!isReflow) setAway(top > last && top > TOOLS_NEAR);
        last = top;
      },
      onPointer: (y) => {
        if (y < TOOLS_NEAR) setAway(false);
      },
      onImage: openLightbox,
      onNote: (link) => openNote(link, currentI18n()),
    });
  }, [doc]);
  return isAway;
}

/** Lets every picture be reached by key and looked at by itself. */
function usePictures(doc: Document | null): void {
  const { t } = useI18n();
  useEffect(() => {
    if (doc === null) return;
    for (const image of picturesIn(doc)) {
      image.tabIndex = 0;
      image.setAttribute('role', 'button');
      image.setAttribute('aria-label', image.alt === '' ? t.reader.image : `${t.reader.image}: ${image.alt}`);
      // An empty one says that there is nothing to see or to press.
      if (image.alt === '') image.removeAttribute('alt');
    }
  }, [doc, t]);
}

/** Keeps where reading stands in the document on screen. */
function usePosition(doc: Document | null): void {
  useEffect(() => {
    const { id } = currentFrame();
    return doc === null || id === null ? undefined : keepPosition(doc, id);
  }, [doc]);
}

/** In the place of an article that can't be shown: why, and what to do about it. */
function Unshown({ failure, onAgain }: { readonly failure: ErrorKind; readonly onAgain: () => void }): ReactNode {
  const { t } = useI18n();
  const isGone = failure === 'no-such-item';
  const action = isGone ? <Button onClick={closeArticle}>{t.app.close}</Button> : <Button onClick={onAgain}>{t.app.tryAgain}</Button>;
  return <StateMessage tone="failed" text={t.errors[failure]({})} action={action} />;
}

function Waiting(): ReactNode {
  const { t } = useI18n();
  const isSlow = useDelayed(true);
  return isSlow ? <div className="reader-skeleton"><Skeleton label={t.reader.loading} rows={3} /></div> : null;
}

/** The open article; the one before it stays on screen until the new one is ready, so that nothing flashes. */
export function OpenArticle({ id }: { readonly id: ArticleId }): ReactNode {
  const { t } = useI18n();
  const language = useSettledLanguage();
  const summary = useSummary(id);
  const isPage = useReader((reader) => reader.isPage);
  const { frames, shown, isReady, onReady, again } = useStage(id, language, isPage);
  const doc = useFrameDocument();
  const isAway = useToolsAway(doc);
  useMarks(doc);
  // Highlights and the place of reading belong to the article's own text.
  const own = shown?.isPage === true ? null : doc;
  useHighlights(own);
  usePictures(doc);
  useFootnotes(doc);
  useWideTables(doc);
  useCode(doc);
  usePosition(own);
  useOfflineNote(own, summary);
  useStoryNote(own, summary);
  useEnclosures(own);
  return (
    <>
      <ReaderTools id={id} summary={summary} isAway={isAway} />
      <FindBar />
      <SpeechBar />
      <div className="reader-stage">
        {frames.map((frame) => (
          <ArticleFrame key={frame.key} id={frame.id} title={frame.title} isShown={shown?.key === frame.key && shown.failure === null} isPage={frame.isPage}
            onReady={(arrived) => onReady(frame, arrived)} />
        ))}
        {(shown === null || (!isReady && shown.failure !== null)) && <Waiting />}
        {isReady && shown !== null && shown.failure !== null && <Unshown failure={shown.failure} onAgain={again} />}
        <HighlightCard articleId={id} />
      </div>
      <p className="visually-hidden" role="status">{isReady ? summary?.title : t.reader.loading}</p>
      <Lightbox />
    </>
  );
}
