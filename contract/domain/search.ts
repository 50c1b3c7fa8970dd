import type { ArticleId } from './article.ts';

/** A run of matched characters: UTF-16 offsets into the string it belongs to, `end` exclusive. */
export interface MatchRange {
  readonly start: number;
  readonly end: number;
}

export interface SearchRequest {
  readonly query: string;
  readonly limit: number;
  readonly offset: number;
}

export interface SearchHit {
  readonly id: ArticleId;
  readonly title: string;
  readonly titleMatches: readonly MatchRange[];
  readonly url: string | null;
  readonly publishedAt: number;
  readonly score: number;
  /** A piece of the text around the best match. */
  readonly snippet: string;
  readonly snippetMatches: readonly MatchRange[];
  readonly sourceName: string | null;
  readonly isRead: boolean;
  readonly isStarred: boolean;
  readonly imageAsset: string | null;
}

export interface SearchResponse {
  /** How many articles match in all. */
  readonly total: number;
  readonly tookMs: number;
  readonly hits: readonly SearchHit[];
  /** The words as they were searched; the reader marks them in the article. */
  readonly terms: readonly string[];
  /** The words that were searched as well, where those typed fit nothing: "did you mean"; null otherwise. */
  readonly corrected?: string | null;
  /** Pieces of the query that look like filters and mean nothing; they were searched as words. */
  readonly misunderstood?: readonly string[];
  /** False while the index is still catching up with the library. */
  readonly isComplete: boolean;
}

/** Something to search for, offered while the query is being typed. */
export interface Suggestion {
  readonly text: string;
  readonly kind: 'title' | 'feed' | 'author';
}
