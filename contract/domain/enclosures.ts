import type { ArticleId } from './article.ts';

/** One attached file of one article. */
export interface EnclosureAt {
  readonly articleId: ArticleId;
  readonly position: number;
}

/** How far a download of an attached file is; told at most four times a second. */
export interface EnclosureProgress extends EnclosureAt {
  /** Bytes that came over the network in this download. */
  readonly bytes: number;
}
