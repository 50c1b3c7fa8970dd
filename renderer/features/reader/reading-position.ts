import type { ArticleId, ReadingPosition } from '../../../contract/domain/article.ts';
import { api } from '../../api/client.ts';
import { currentFrame } from './frame-store.ts';

/** Under this much read, or over that much, there is nothing to come back to. */
const BEGUN = 0.02;
const ENDED = 0.97;
const SAVE_AFTER_MS = 800;
/** Pixels above the paragraph that is come back to: the tools, and some air. */
const HEADROOM = 72;

function blocksOf(doc: Document): readonly Element[] {
  return [...(doc.querySelector('.docbao-body')?.children ?? [])];
}

/** Which paragraph is at the top of the page, and how much lies behind it. */
export function positionIn(doc: Document): ReadingPosition | null {
  const view = doc.defaultView;
  const root = doc.documentElement;
  const length = root.scrollHeight - root.clientHeight;
  if (view === null || length <= 0) return null;
  const share = Math.min(1, Math.max(0, root.scrollTop / length));
  if (share < BEGUN || share > ENDED) return null;
  const paragraph = blocksOf(doc).findIndex((block) => block.getBoundingClientRect().bottom > HEADROOM);
  return paragraph === -1 ? null : { paragraph, share };
}

function scrollTo(doc: Document, { paragraph }: ReadingPosition): void {
  const block = blocksOf(doc)[paragraph];
  const view = doc.defaultView;
  if (block !== undefined && view !== null) view.scrollTo({ top: view.scrollY + block.getBoundingClientRect().top - HEADROOM });
}

/** Where reading of an article stopped, as the library has it. */
export function askPosition(id: ArticleId): Promise<ReadingPosition | null> {
  return api.articles.getPosition({ id }).catch(() => null);
}

/** Brings a document that is not shown yet to where reading stopped: on screen, if it is there already, or where the library says. */
export async function restorePosition(doc: Document, id: ArticleId, asked: Promise<ReadingPosition | null>): Promise<void> {
  const frame = currentFrame();
  const shown = frame.id === id && frame.doc !== null ? positionIn(frame.doc) : null;
  const position = shown ?? (await asked);
  if (position !== null) scrollTo(doc, position);
}

/** Keeps where reading stands, a moment after the text has come to rest; returns what ends it (and keeps it a last time). */
export function keepPosition(doc: Document, id: ArticleId): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const save = (): void => {
    timer = null;
    void api.articles.setPosition({ id, position: positionIn(doc) }).catch(() => undefined);
  };
  const onScroll = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(save, SAVE_AFTER_MS);
  };
  doc.addEventListener('scroll', onScroll, { passive: true });
  return () => {
    doc.removeEventListener('scroll', onScroll);
    if (timer === null) return;
    clearTimeout(timer);
    save();
  };
}
