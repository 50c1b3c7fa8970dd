/** What of an article is searched, in the order in which it lies in the index. */
export const FIELDS = ['title', 'lede', 'text', 'byline'] as const;
export const FIELD_COUNT = FIELDS.length;

export const TITLE = 0;
export const LEDE = 1;
export const BODY = 2;
export const AUTHOR = 3;

/** How much a word counts in each field. */
export const FIELD_BOOSTS: readonly number[] = [3, 1.5, 1, 1];

/** An article as it is indexed. */
export interface IndexedArticle {
  readonly id: number;
  readonly title: string;
  readonly lede: string | null;
  readonly text: string;
  readonly byline: string | null;
}
