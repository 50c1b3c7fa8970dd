import { ChevronLeft, ChevronRight, Highlighter, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect } from 'react';
import { IconButton } from '../../components/button.tsx';
import { useModal } from '../../components/use-modal.ts';
import { createStore, useStore } from '../../app/store.ts';
import { useI18n } from '../../i18n/index.ts';
import { highlightPicture } from '../highlights/use-highlights.ts';
import { useReader } from './reader-store.ts';
import './lightbox.css';

interface Picture {
  readonly src: string;
  readonly alt: string;
  readonly caption: string;
  /** Where it stands in the article. */
  readonly image: HTMLImageElement;
}

interface LightboxState {
  readonly pictures: readonly Picture[];
  /** Which one is shown; -1 while the lightbox is closed. */
  readonly index: number;
}

const store = createStore<LightboxState>({ pictures: [], index: -1 });
/** The picture in the article that was opened. */
let opened: HTMLImageElement | null = null;

function pictureOf(image: HTMLImageElement): Picture {
  const caption = image.closest('figure')?.querySelector('figcaption')?.textContent.trim() ?? '';
  return { src: image.src, alt: image.alt, caption, image };
}

/** The pictures of a document that can be looked at by themselves: those that are not links. */
export function picturesIn(doc: Document): readonly HTMLImageElement[] {
  return [...doc.querySelectorAll<HTMLImageElement>('.docbao-body img[src]')].filter((image) => image.closest('a') === null);
}

/** Shows a picture of an article by itself, with the others a key away. */
export function openLightbox(image: HTMLImageElement): void {
  const images = picturesIn(image.ownerDocument);
  const index = images.indexOf(image);
  if (index === -1) return;
  opened = image;
  store.set({ pictures: images.map(pictureOf), index });
}

function close(): void {
  store.set({ index: -1 });
}

function step(by: 1 | -1): void {
  const { index, pictures } = store.get();
  store.set({ index: Math.min(pictures.length - 1, Math.max(0, index + by)) });
}

/** Back in the text, where the card of its highlight stands beside it. */
function mark(image: HTMLImageElement): void {
  close();
  image.scrollIntoView({ block: 'nearest' });
  highlightPicture(image);
}

function Steps({ index, total }: { readonly index: number; readonly total: number }): ReactNode {
  const { t } = useI18n();
  if (total < 2) return null;
  return (
    <>
      <IconButton label={t.reader.previousImage} icon={<ChevronLeft size={20} />} disabled={index === 0} onClick={() => step(-1)} />
      <span role="status">{t.reader.imageOf(index + 1, total)}</span>
      <IconButton label={t.reader.nextImage} icon={<ChevronRight size={20} />} disabled={index === total - 1} onClick={() => step(1)} />
    </>
  );
}

function OpenLightbox({ pictures, index }: LightboxState): ReactNode {
  const { t } = useI18n();
  const dialog = useModal();
  // Highlights belong to the article, not to the page that it was taken from.
  const isPage = useReader((reader) => reader.isPage);
  const picture = pictures[index];
  useEffect(() => {
    // The button to the next one goes dead on the last, and the focus with it.
    if (dialog.current?.contains(document.activeElement) === false) dialog.current.focus();
  }, [dialog, index]);
  // The browser gives the focus back to the frame, but to nothing in it.
  useEffect(() => () => opened?.focus({ preventScroll: true }), []);
  if (picture === undefined) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight' || event.key === 'j') step(1);
    else if (event.key === 'ArrowLeft' || event.key === 'k') step(-1);
  };
  return (
    <dialog ref={dialog} className="lightbox" tabIndex={-1} aria-label={t.reader.image} onKeyDown={onKeyDown} onCancel={(event) => { event.preventDefault(); close(); }}>
      <div className="lightbox-bar">
        <Steps index={index} total={pictures.length} />
        {!isPage && picture.image.dataset['src'] !== undefined && (
          <IconButton label={t.highlights.markPicture} aria-pressed={picture.image.dataset['mark'] !== undefined} icon={<Highlighter size={20} />} onClick={() => mark(picture.image)} />
        )}
        <IconButton label={t.app.close} hint="Esc" icon={<X size={20} />} onClick={close} />
      </div>
      <div className="lightbox-picture" onClick={close}>
        <img src={picture.src} alt={picture.alt} />
      </div>
      {picture.caption !== '' && <p className="lightbox-caption">{picture.caption}</p>}
    </dialog>
  );
}

/** A picture of the article, as large as the window. */
export function Lightbox(): ReactNode {
  const index = useStore(store, (value) => value.index);
  const pictures = useStore(store, (value) => value.pictures);
  return index === -1 ? null : <OpenLightbox pictures={pictures} index={index} />;
}
