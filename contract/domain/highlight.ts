import type { ArticleId } from './article.ts';

export type HighlightId = number;

export const HIGHLIGHT_COLORS = ['yellow', 'green', 'blue', 'pink'] as const;
export type HighlightColor = (typeof HIGHLIGHT_COLORS)[number];

/**
 * Where a piece of an article's text stands, told in two ways at once: by its words with those around them (W3C Web Annotation,
 * TextQuoteSelector) and by its place (TextPositionSelector). The text meant is `anchorTextOf`, with its space squeezed.
 */
export interface TextAnchor {
  readonly quote: string;
  /** What stands right before and after it, `CONTEXT` characters at most. */
  readonly prefix: string;
  readonly suffix: string;
  /** UTF-16 offsets, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A piece of an article that was marked, or a picture of it. */
export interface Highlight extends TextAnchor {
  readonly id: HighlightId;
  readonly articleId: ArticleId;
  readonly color: HighlightColor;
  readonly note: string | null;
  /**
   * The address of the picture that was marked (`ArticleImage.src`); null where words were. Its `quote` is then its caption, as it was read, and
   * it stands between the words before and after it: `start` and `end` are one.
   */
  readonly picture: string | null;
  /** Its words are not in the article any more: it is kept and listed, but stands nowhere. */
  readonly isOrphan: boolean;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly changedAt: number;
}

/** A highlight with what says where it comes from. */
export interface ListedHighlight extends Highlight {
  readonly title: string;
  readonly sourceName: string | null;
  readonly url: string | null;
  readonly publishedAt: number;
  /** The stored file of the picture that was marked; null where words were, and where the library does not have it. */
  readonly asset: string | null;
}

/** What is marked anew. */
export interface NewHighlight extends TextAnchor {
  readonly articleId: ArticleId;
  readonly color: HighlightColor;
  readonly note: string | null;
  readonly picture?: string | null;
  /** Set where an undo brings back what was there before. */
  readonly createdAt?: number;
}

export interface HighlightChange {
  readonly color?: HighlightColor;
  readonly note?: string | null;
}
