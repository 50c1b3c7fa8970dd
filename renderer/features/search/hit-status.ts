import type { ArticleSummary } from '../../../contract/domain/article.ts';
import type { SearchHit } from '../../../contract/domain/search.ts';

type Status = Pick<ArticleSummary, 'id' | 'isRead' | 'isStarred'>;

/** The hits with the status that these articles have now; a hit that did not change is the same object. */
export function withStatus(hits: readonly (SearchHit | undefined)[], found: readonly Status[]): readonly (SearchHit | undefined)[] {
  const byId = new Map(found.map((status) => [status.id, status]));
  return hits.map((hit) => {
    const now = hit === undefined ? undefined : byId.get(hit.id);
    if (hit === undefined || now === undefined || (now.isRead === hit.isRead && now.isStarred === hit.isStarred)) return hit;
    return { ...hit, isRead: now.isRead, isStarred: now.isStarred };
  });
}
