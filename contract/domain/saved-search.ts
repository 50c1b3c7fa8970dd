import type { ArticleId } from './article.ts';

export type SavedSearchId = number;

/** A search that the user keeps under a name: a view of the library that fills itself. */
export interface SavedSearch {
  readonly id: SavedSearchId;
  readonly name: string;
  /** In the query language. */
  readonly query: string;
  /** Whether the user is told when a sync brings an article that it finds. */
  readonly notifies: boolean;
}

/** What a saved search finds now. */
export interface SavedSearchCount {
  readonly id: SavedSearchId;
  readonly total: number;
  readonly unread: number;
}

/** What a sync brought that a saved search with an alert finds. */
export interface Alert {
  readonly searchId: SavedSearchId;
  readonly name: string;
  readonly query: string;
  readonly count: number;
  readonly ids: readonly ArticleId[];
}
