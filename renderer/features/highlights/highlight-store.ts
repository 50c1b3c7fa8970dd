import type { ArticleId } from '../../../contract/domain/article.ts';
import type { Highlight, HighlightChange, HighlightColor, HighlightId, TextAnchor } from '../../../contract/domain/highlight.ts';
import { api, events } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { inBackground } from '../../app/report.ts';
import { offerWayBack } from '../../app/undo-stack.ts';
import { createStore, useStore } from '../../app/store.ts';
import { currentI18n } from '../../i18n/index.ts';
import { summaryOf } from '../articles/summary-cache.ts';
import { keepUnchanged } from '../feeds/keep-unchanged.ts';
import { openArticle } from '../reader/reader-store.ts';

/** Where the card points: a box in pixels of the article's frame. */
export interface CardBox {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly width: number;
}

/** What the card is about: words that were just selected, or a highlight. */
export type Card =
  | { readonly kind: 'new'; readonly anchor: TextAnchor; readonly box: CardBox }
  | { readonly kind: 'edit'; readonly id: HighlightId; readonly box: CardBox; readonly isWriting: boolean; readonly takesFocus: boolean };

interface HighlightState {
  readonly articleId: ArticleId | null;
  readonly highlights: readonly Highlight[];
  /** How many there are in the whole library. */
  readonly total: number;
  readonly card: Card | null;
  /** The highlight to go to once its article is shown. */
  readonly wanted: HighlightId | null;
}

const store = createStore<HighlightState>({ articleId: null, highlights: [], total: 0, card: null, wanted: null });

/** Reads the highlights of an article, and how many the library has. */
export async function loadHighlights(articleId: ArticleId): Promise<void> {
  const fresh = await api.highlights.list({ articleId });
  // During a sync the library changes four times a second: what stays as it was is not drawn again.
  store.set({ articleId, highlights: keepUnchanged(fresh, store.get().highlights) });
  await countAll();
}

async function countAll(): Promise<void> {
  const { count } = await api.highlights.count();
  if (count !== store.get().total) store.set({ total: count });
}

/** Counts, and follows what the library says from then on. */
export function startHighlights(): void {
  inBackground(countAll());
  events.libraryChanged(({ articles, articleIds }) => {
    if (!articles) return;
    const { articleId } = store.get();
    if (articleId === null || (articleIds !== null && !articleIds.includes(articleId))) inBackground(countAll());
    else inBackground(loadHighlights(articleId));
  });
}

export function showCard(card: Card): void {
  store.set({ card });
}

export function closeCard(): void {
  if (store.get().card !== null) store.set({ card: null });
}

/** Marks words of the article, or a picture by its address; answers the highlight. */
export async function addHighlight(articleId: ArticleId, anchor: TextAnchor, color: HighlightColor, picture: string | null = null): Promise<Highlight> {
  const added = await api.highlights.add({ articleId, color, note: null, picture, ...anchor });
  await loadHighlights(articleId);
  return added;
}

export async function changeHighlight(id: HighlightId, change: HighlightChange): Promise<void> {
  const { articleId } = await api.highlights.change({ id, change });
  if (store.get().articleId === articleId) await loadHighlights(articleId);
}

/** Removes a highlight, and offers it back. */
export async function removeHighlight(id: HighlightId): Promise<void> {
  const { t } = currentI18n();
  closeCard();
  const removed = await api.highlights.remove({ ids: [id] });
  const reload = async (): Promise<void> => {
    const { articleId } = store.get();
    if (articleId !== null) await loadHighlights(articleId);
  };
  const putBack = async (): Promise<void> => {
    for (const { articleId, color, note, picture, quote, prefix, suffix, start, end, createdAt } of removed) {
      await api.highlights.add({ articleId, color, note, picture, quote, prefix, suffix, start, end, createdAt });
    }
    await reload();
  };
  await reload();
  offerWayBack(t.highlights.removed, putBack);
}

/** Puts words on the clipboard with where they come from. */
export function copyWithSource(articleId: ArticleId, quote: string): void {
  const row = summaryOf(articleId);
  const source = [row?.title, row?.sourceName].filter((part) => part != null && part !== '').join(', ');
  const text = [`“${quote}”`, source === '' ? null : `— ${source}`, row?.url ?? null].filter((line) => line !== null).join('\n');
  inBackground(navigator.clipboard.writeText(text).then(() => notify(currentI18n().t.highlights.copied)));
}

/** Opens an article at a highlight. */
export function goToHighlight({ id, articleId }: Pick<Highlight, 'id' | 'articleId'>): void {
  store.set({ wanted: id });
  openArticle(articleId);
}

export function setReached(): void {
  store.set({ wanted: null });
}

/** Saves highlights as Markdown where the user says: those of an article, or (null) of the library. */
export async function exportHighlights(articleId: ArticleId | null): Promise<void> {
  const { t, language } = currentI18n();
  const { markdown } = await api.highlights.exportMarkdown({ articleId, language });
  const { savedAs } = await api.app.saveTextFile({ suggestedName: 'docbao-highlights.md', text: markdown });
  if (savedAs !== null) notify(t.highlights.exported(savedAs));
}

export function currentHighlights(): HighlightState {
  return store.get();
}

export function useHighlightState<S>(select: (state: HighlightState) => S): S {
  return useStore(store, select);
}
