import { Copy, MessageSquareText, Search, Trash2, Volume2 } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { HIGHLIGHT_COLORS, type Highlight, type HighlightColor } from '../../../contract/domain/highlight.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { currentFrame } from '../reader/frame-store.ts';
import { speakFromHere } from '../reader/speech-store.ts';
import { showSearch } from '../search/show-search.ts';
import { addHighlight, changeHighlight, closeCard, copyWithSource, removeHighlight, showCard, useHighlightState, type Card, type CardBox } from './highlight-store.ts';
import { rememberColor } from './use-highlights.ts';
import './highlights.css';

/** Pixels between the card and what it points at, and between it and the edges. */
const GAP = 8;
const WORDS_SEARCHED = 12;

function backToText(): void {
  closeCard();
  currentFrame().doc?.defaultView?.focus();
}

/** Places the card above the words, or below them where there is no room, inside the stage. */
function usePlace(box: CardBox, content: unknown): { readonly ref: (card: HTMLElement | null) => void } {
  const card = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const element = card.current;
    const stage = element?.parentElement;
    if (element === null || stage == null) return undefined;
    const place = (): void => {
      const { offsetWidth, offsetHeight } = element;
      const { clientWidth, clientHeight } = stage;
      const above = box.top - offsetHeight - GAP;
      const top = above > GAP ? above : Math.min(box.bottom + GAP, clientHeight - offsetHeight - GAP);
      const left = box.left + box.width / 2 - offsetWidth / 2;
      element.style.top = `${Math.max(GAP, top)}px`;
      element.style.left = `${Math.max(GAP, Math.min(left, clientWidth - offsetWidth - GAP))}px`;
    };
    place();
    // The window may shrink, and the card grow with a note that is written.
    const watch = new ResizeObserver(place);
    watch.observe(stage);
    watch.observe(element);
    return () => watch.disconnect();
  }, [box, content]);
  return { ref: (element) => void (card.current = element) };
}

function Colors({ color, onChoose }: { readonly color: HighlightColor | null; readonly onChoose: (color: HighlightColor) => void }): ReactNode {
  const { t } = useI18n();
  return HIGHLIGHT_COLORS.map((option) => (
    <button key={option} type="button" className="highlight-color" data-mark={option} aria-label={t.highlights.colors[option]} title={t.highlights.colors[option]}
      aria-pressed={option === color} onClick={() => {
        rememberColor(option);
        onChoose(option);
      }} />
  ));
}

function NoteField({ highlight, onDone }: { readonly highlight: Highlight; readonly onDone: () => void }): ReactNode {
  const { t } = useI18n();
  const [text, setText] = useState(highlight.note ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const keep = (): void => {
    const note = text.trim() === '' ? null : text.trim();
    if (note !== highlight.note) inBackground(changeHighlight(highlight.id, { note }));
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
  };
  return (
    <div className="highlight-note">
      <textarea ref={field} aria-label={t.highlights.note} placeholder={t.highlights.notePlaceholder} rows={4} maxLength={20_000} value={text}
        onChange={(event) => setText(event.target.value)} onKeyDown={onKeyDown} />
      <Button kind="primary" onClick={keep}>{t.highlights.keepNote}</Button>
    </div>
  );
}

interface ActionsProps {
  readonly articleId: number;
  readonly quote: string;
  readonly onNote: () => void;
}

function Actions({ articleId, quote, onNote }: ActionsProps): ReactNode {
  const { t } = useI18n();
  const search = (): void => {
    closeCard();
    showSearch(`"${quote.replaceAll('"', ' ').split(' ').slice(0, WORDS_SEARCHED).join(' ')}"`);
  };
  return (
    <>
      <IconButton label={t.highlights.note} icon={<MessageSquareText size={16} />} onClick={onNote} />
      {quote !== '' && <IconButton label={t.highlights.copy} icon={<Copy size={16} />} onClick={() => copyWithSource(articleId, quote)} />}
      {quote !== '' && <IconButton label={t.highlights.search} icon={<Search size={16} />} onClick={search} />}
    </>
  );
}

function NewCard({ card, articleId }: { readonly card: Card & { kind: 'new' }; readonly articleId: number }): ReactNode {
  const { t } = useI18n();
  const listen = (): void => {
    speakFromHere();
    closeCard();
    currentFrame().doc?.getSelection()?.removeAllRanges();
  };
  const mark = async (color: HighlightColor, isWriting: boolean): Promise<void> => {
    const { id } = await addHighlight(articleId, card.anchor, color);
    currentFrame().doc?.getSelection()?.removeAllRanges();
    if (isWriting) showCard({ kind: 'edit', id, box: card.box, isWriting, takesFocus: false });
    else closeCard();
  };
  return (
    <div className="highlight-row">
      <Colors color={null} onChoose={(color) => inBackground(mark(color, false))} />
      <Actions articleId={articleId} quote={card.anchor.quote} onNote={() => inBackground(mark('yellow', true))} />
      <IconButton label={t.speech.fromHere} command="read-from-here" icon={<Volume2 size={16} />} onClick={listen} />
    </div>
  );
}

function EditCard({ card, highlight }: { readonly card: Card & { kind: 'edit' }; readonly highlight: Highlight }): ReactNode {
  const { t } = useI18n();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (card.takesFocus) row.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }, [card.takesFocus]);
  const write = (isWriting: boolean): void => showCard({ ...card, isWriting, takesFocus: !isWriting });
  return (
    <>
      <div ref={row} className="highlight-row">
        <Colors color={highlight.color} onChoose={(color) => inBackground(changeHighlight(highlight.id, { color }))} />
        <Actions articleId={highlight.articleId} quote={highlight.quote} onNote={() => write(!card.isWriting)} />
        <IconButton label={t.highlights.remove} icon={<Trash2 size={16} />} onClick={() => inBackground(removeHighlight(highlight.id))} />
      </div>
      {card.isWriting && <NoteField highlight={highlight} onDone={() => write(false)} />}
      {!card.isWriting && highlight.note !== null && <p className="highlight-shown-note">{highlight.note}</p>}
    </>
  );
}

/** What can be done with selected words or with a highlight: floats beside them. */
export function HighlightCard({ articleId }: { readonly articleId: number }): ReactNode {
  const { t } = useI18n();
  const card = useHighlightState((state) => state.card);
  const highlights = useHighlightState((state) => state.highlights);
  if (card === null) return null;
  const highlight = card.kind === 'edit' ? highlights.find(({ id }) => id === card.id) : undefined;
  if (card.kind === 'edit' && highlight === undefined) return null;
  return (
    <Floating box={card.box} content={highlight} label={card.kind === 'new' ? t.highlights.selection : t.highlights.one}>
      {card.kind === 'edit' && highlight !== undefined ? <EditCard card={card} highlight={highlight} /> : null}
      {card.kind === 'new' ? <NewCard card={card} articleId={articleId} /> : null}
    </Floating>
  );
}

interface FloatingProps {
  readonly box: CardBox;
  readonly content: unknown;
  readonly label: string;
  readonly children: ReactNode;
}

function Floating({ box, content, label, children }: FloatingProps): ReactNode {
  const { ref } = usePlace(box, content);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    backToText();
  };
  return (
    <div ref={ref} className="highlight-card" role="group" aria-label={label} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}
