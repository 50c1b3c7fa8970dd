import { api } from '../../api/client.ts';
import { inBackground } from '../../app/report.ts';
import { closeNote, followInside } from './footnotes.ts';

export interface FrameEvents {
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onScroll: (top: number) => void;
  readonly onPointer: (y: number) => void;
  readonly onImage: (image: HTMLImageElement) => void;
  /** A mark of a note was pressed; false where it has no note. */
  readonly onNote: (link: HTMLAnchorElement) => boolean;
}

function linkOf(target: EventTarget | null): HTMLAnchorElement | null {
  const element = target as Element | null;
  return element?.closest<HTMLAnchorElement>('a[href]') ?? null;
}

/** Follows a link inside the document, or hands it to the system; the frame itself never goes anywhere. */
function follow(link: HTMLAnchorElement, { onNote }: FrameEvents): void {
  if (link.getAttribute('href')?.startsWith('#') !== true) inBackground(api.app.openExternal({ url: link.href }));
  else if (link.getAttribute('role') !== 'doc-noteref' || !onNote(link)) followInside(link);
}

/** Closes open menus and cards of the window, which no press and no key in the frame reaches; false where there are none. */
function closeCards(): boolean {
  const open = document.querySelectorAll<HTMLElement>('[popover]:popover-open');
  for (const card of open) card.hidePopover();
  return open.length > 0;
}

/** Listens in an article's document for the window; returns what ends the listening. */
export function listenInFrame(doc: Document, events: FrameEvents): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const onClick = (event: MouseEvent): void => {
    const link = linkOf(event.target);
    if (link !== null) {
      event.preventDefault();
      follow(link, events);
      return;
    }
    const target = event.target as Element | null;
    if (target?.tagName === 'IMG') events.onImage(target as HTMLImageElement);
  };
  doc.addEventListener('click', onClick, { signal });
  doc.addEventListener('auxclick', (event) => {
    if (event.button === 1) onClick(event);
  }, { signal });
  doc.addEventListener('keydown', (event) => {
    const target = event.target as Element | null;
    if (event.key === 'Escape' && (closeNote(doc) || closeCards())) event.preventDefault();
    else if (event.key === 'Enter' && target?.tagName === 'IMG') events.onImage(target as HTMLImageElement);
    else events.onKey(event);
  }, { signal });
  doc.addEventListener('scroll', () => events.onScroll(doc.documentElement.scrollTop), { signal, passive: true });
  doc.addEventListener('pointermove', (event) => events.onPointer(event.clientY), { signal, passive: true });
  doc.addEventListener('pointerdown', closeCards, { signal });
  return () => controller.abort();
}
