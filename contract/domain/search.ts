import type { ArticleId } from './article.ts';
import type { FeedId } from './feed.ts';

/** `best`: how well an article fits; otherwise by date, or the longest first. */
export const RESULT_ORDERS = ['best', 'new', 'old', 'long'] as const;
export type ResultOrder = (typeof RESULT_ORDERS)[number];

/** A run of matched characters: UTF-16 offsets into the string it belongs to, `end` exclusive. */
export interface MatchRange {
  readonly start: number;
  readonly end: number;
}

export interface SearchRequest {
  readonly query: string;
  readonly limit: number;
  readonly offset: number;
  /** Whether the results are to be counted by feed, month and tag, too. */
  readonly withFacets?: boolean;
}

/** How many results there are of each, the most frequent first. */
export interface SearchFacets {
  readonly feeds: readonly { readonly feedId: FeedId; readonly title: string; readonly count: number }[];
  /** `2026-11`. */
  readonly months: readonly { readonly month: string; readonly count: number }[];
  readonly tags: readonly { readonly tagId: number; readonly name: string; readonly count: number }[];
}

/** What matched in its title and snippet, `findMatches` tells of those that are shown. */
export interface SearchHit {
  readonly id: ArticleId;
  readonly title: string;
  readonly url: string | null;
  readonly publishedAt: number;
  readonly score: number;
  /** A piece of the text around the best match. */
  readonly snippet: string;
  readonly sourceName: string | null;
  readonly isRead: boolean;
  readonly isStarred: boolean;
  readonly imageAsset: string | null;
  /** Where the snippet is from, if not from the article: a note of the reader's, or a passage that they highlighted. */
  readonly foundIn?: 'note' | 'highlight';
  /** Articles of other papers that tell the same story, and are no hits of their own. */
  readonly others?: readonly { readonly id: ArticleId; readonly title: string; readonly sourceName: string | null }[];
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
  /** Where the request asked for them; of what was found as typed. */
  readonly facets?: SearchFacets;
  /** False while the index is still catching up with the library. */
  readonly isComplete: boolean;
}

/** Something to search for, offered while the query is being typed. */
export interface Suggestion {
  readonly text: string;
  /** `search` is one of the user's own, `name` somebody or some place that the library often names. */
  readonly kind: 'search' | 'tag' | 'feed' | 'name' | 'author' | 'title';
}
