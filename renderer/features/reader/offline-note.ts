import { useLayoutEffect } from 'react';
import type { ArticleSummary } from '../../../contract/domain/article.ts';
import type { FeedId } from '../../../contract/domain/feed.ts';
import { api } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { inBackground } from '../../app/report.ts';
import type { I18n } from '../../i18n/index.ts';
import { currentI18n, useI18n } from '../../i18n/index.ts';
import { offlineSentence } from '../articles/offline-sentence.ts';
import { currentFrame } from './frame-store.ts';

/** Fetches what an article lacks, and says so where it still lacks something. */
async function tryNow(id: number, feedId: FeedId): Promise<void> {
  await api.articles.tryAgain({ id });
  await api.sync.start({ feedId });
  const [now] = await api.articles.getSummaries({ ids: [id] });
  if (now !== undefined && now.offline !== 'complete') notify(offlineSentence(now, currentI18n().t));
}

function retryButton(doc: Document, id: number, feedId: FeedId, { t }: I18n): HTMLButtonElement {
  const button = doc.createElement('button');
  button.type = 'button';
  button.textContent = t.reader.tryNow;
  button.addEventListener('click', () => {
    button.disabled = true;
    button.textContent = t.reader.trying;
    const work = tryNow(id, feedId).finally(() => {
      button.disabled = false;
      button.textContent = t.reader.tryNow;
    });
    inBackground(work);
  });
  return button;
}

function noteOf(doc: Document, article: ArticleSummary, i18n: I18n): HTMLElement {
  const note = doc.createElement('aside');
  note.className = 'docbao-note';
  note.lang = i18n.language;
  const text = doc.createElement('p');
  text.textContent = offlineSentence(article, i18n.t);
  note.append(text);
  // Past the day's limit another try would only wait again.
  if (article.feedId !== null && article.offlineReason?.why !== 'data-limit') note.append(retryButton(doc, article.id, article.feedId, i18n));
  return note;
}

/** Says above an article that is not complete what it lacks and why, with another try one click away. */
export function useOfflineNote(doc: Document | null, summary: ArticleSummary | undefined): void {
  const i18n = useI18n();
  useLayoutEffect(() => {
    if (doc === null || summary === undefined || summary.offline === 'complete' || currentFrame().id !== summary.id) return undefined;
    const note = noteOf(doc, summary, i18n);
    doc.body.prepend(note);
    return () => note.remove();
  }, [doc, summary, i18n]);
}
