import { useEffect } from 'react';
import type { I18n } from '../../i18n/index.ts';
import { useI18n } from '../../i18n/index.ts';
import { besideMark, noteBlocks, noteWords } from './footnote-text.ts';
import { noteJump } from './frame-store.ts';

const MARKS = 'a[role="doc-noteref"]';

/** The mark that what is open belongs to: where the focus goes back to. */
let opener: { readonly link: HTMLElement; readonly card: HTMLElement } | null = null;

function place(card: HTMLElement, beside: Element): void {
  const view = card.ownerDocument.defaultView;
  const mark = beside.getClientRects()[0] ?? beside.getBoundingClientRect();
  if (view === null) return;
  const { clientWidth: width, clientHeight: height } = card.ownerDocument.documentElement;
  const { left, top } = besideMark(mark, { width: card.offsetWidth, height: card.offsetHeight }, { width, height });
  card.style.left = `${left + view.scrollX}px`;
  card.style.top = `${top + view.scrollY}px`;
}

function cardIn(doc: Document, label: string): HTMLElement {
  const card = doc.createElement('aside');
  card.className = 'docbao-footnote';
  card.popover = 'auto';
  card.tabIndex = -1;
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', label);
  card.addEventListener('toggle', () => {
    if (card.matches(':popover-open')) return;
    if (opener?.card === card) opener = null;
    card.remove();
  });
  doc.body.append(card);
  return card;
}

function buttonIn(card: HTMLElement, label: string, language: string, run: () => void): HTMLButtonElement {
  const button = card.ownerDocument.createElement('button');
  button.type = 'button';
  button.lang = language;
  button.textContent = label;
  button.addEventListener('click', run);
  card.append(button);
  return button;
}

/** Brings an element of the text into the middle of the page, and the focus to it. */
function goTo(element: HTMLElement): void {
  noteJump();
  element.scrollIntoView({ block: 'center' });
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Goes to a note in its own place, and offers the way back from there. */
function goToNote(link: HTMLElement, note: HTMLElement, { t, language }: I18n): void {
  goTo(note);
  const card = cardIn(note.ownerDocument, t.reader.backToText);
  const back = buttonIn(card, t.reader.backToText, language, () => {
    card.hidePopover();
    goTo(link);
  });
  card.showPopover();
  place(card, note);
  back.focus({ preventScroll: true });
}

/** Shows the note that a mark of the text stands for beside the mark. False where there is none. */
export function openNote(link: HTMLElement, i18n: I18n): boolean {
  const blocks = noteBlocks(link);
  const [first] = blocks;
  const words = noteWords(blocks);
  if (first === undefined || words.length === 0) return false;
  const card = cardIn(link.ownerDocument, i18n.t.reader.note(link.textContent.trim()));
  card.append(...words);
  buttonIn(card, i18n.t.reader.goToNote, i18n.language, () => {
    card.hidePopover();
    goToNote(link, first as HTMLElement, i18n);
  });
  card.showPopover();
  place(card, link);
  opener = { link, card };
  card.focus({ preventScroll: true });
  return true;
}

/** Closes the note that is open in a document by key; false where none is. */
export function closeNote(doc: Document): boolean {
  const card = doc.querySelector<HTMLElement>('.docbao-footnote:popover-open');
  if (card === null) return false;
  const link = opener?.card === card ? opener.link : null;
  card.hidePopover();
  link?.focus({ preventScroll: true });
  return true;
}

/** Follows a link of the text to a place in it: the focus goes along, to the mark that a note leads back to. */
export function followInside(link: HTMLAnchorElement): void {
  const target = link.ownerDocument.getElementById(link.getAttribute('href')?.slice(1) ?? '');
  if (target === null) return;
  if (link.getAttribute('role') !== 'doc-backlink') {
    noteJump();
    target.scrollIntoView({ block: 'start' });
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    return;
  }
  goTo(target.matches(MARKS) ? target : (target.querySelector<HTMLElement>(MARKS) ?? target));
}

/** Tells who listens rather than looks that a mark opens a note. */
export function useFootnotes(doc: Document | null): void {
  const { t } = useI18n();
  useEffect(() => {
    for (const link of doc?.querySelectorAll<HTMLElement>(MARKS) ?? []) {
      link.setAttribute('aria-haspopup', 'dialog');
      link.setAttribute('aria-label', t.reader.note(link.textContent.trim()));
    }
  }, [doc, t]);
}
