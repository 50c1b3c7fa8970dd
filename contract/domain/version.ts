import type { ArticleId } from './article.ts';

/** What an article said before its source changed it, as one of a list. */
export interface ArticleVersionSummary {
  readonly id: number;
  readonly articleId: ArticleId;
  readonly title: string;
  /** When something else took its place, epoch milliseconds. */
  readonly replacedAt: number;
}

/** The whole of it. */
export interface ArticleVersion extends ArticleVersionSummary {
  readonly lede: string | null;
  /** Sanitised body, as an article's own (see `Article.html`). */
  readonly html: string;
  readonly text: string;
}
