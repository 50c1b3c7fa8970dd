import type { ArticleId } from '../../../contract/domain/article.ts';
import type { ListDay } from '../../../contract/domain/organising.ts';

/** What a list shows: its articles, and the days that they fall into where it is in the order of dates. */
export interface Listed {
  readonly ids: Uint32Array;
  readonly days: readonly ListDay[] | null;
}

/** A list without some of its articles; a day with none left is gone. */
export function withoutIds({ ids, days }: Listed, gone: ReadonlySet<ArticleId>): Listed {
  let start = 0;
  const left = days?.map(({ day, count }) => {
    const here = ids.subarray(start, start + count).filter((id) => !gone.has(id)).length;
    start += count;
    return { day, count: here };
  });
  return { ids: ids.filter((id) => !gone.has(id)), days: left?.filter(({ count }) => count > 0) ?? null };
}
