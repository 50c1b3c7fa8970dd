import type { DragEvent } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import { api } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { inBackground } from '../../app/report.ts';
import { currentI18n } from '../../i18n/index.ts';
import { summaryOf } from '../articles/summary-cache.ts';

async function save(id: ArticleId): Promise<void> {
  const { savedAs } = await api.files.saveArticle({ id });
  if (savedAs !== null) notify(currentI18n().t.share.saved(savedAs));
}

/** Saves an article as a page of its own where the user says. */
export function saveArticle(id: ArticleId): void {
  inBackground(save(id));
}

/** Begins to drag an article out of the window as such a page: the system takes over from here. */
export function dragArticleFile(event: DragEvent, id: ArticleId): void {
  event.preventDefault();
  inBackground(api.files.dragArticle({ id }));
}

/** Offers title and address of an article to others; false where it has no address. */
export function shareArticle(id: ArticleId): boolean {
  const { title = '', url = null } = summaryOf(id) ?? {};
  if (url === null) return false;
  const shared = api.app.share({ title, url }).then(({ isCopied }) => {
    if (isCopied) notify(currentI18n().t.share.copied);
  });
  inBackground(shared);
  return true;
}
