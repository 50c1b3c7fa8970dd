import type { ArticleId } from '../domain/article.ts';
import type { DifferenceParagraph } from '../domain/difference.ts';
import type { ArticleVersionSummary } from '../domain/version.ts';

/** How an earlier version differs from what came after it. */
export interface ComparedVersion {
  readonly version: ArticleVersionSummary;
  /** Title, lede and text, a paragraph each. */
  readonly paragraphs: readonly DifferenceParagraph[];
}

/** The part of the contract about what an article was: its earlier versions, and the page it was taken from. */
export interface ReadingContract {
  /** What an article said before its source changed it, the latest first. */
  'articles:listVersions': { request: { id: ArticleId }; response: readonly ArticleVersionSummary[] };
  /** What the source changed: a version beside the one after it, or beside the article as it is now. */
  'articles:compareVersion': { request: { versionId: number }; response: ComparedVersion };
  /** Whether the page that an article was taken from is stored, so that it can be looked at. */
  'articles:hasPage': { request: { id: ArticleId }; response: boolean };
}

/** Their names as values; `channels.ts` checks that none is missing. */
export const READING_CHANNELS = { 'articles:listVersions': 0, 'articles:compareVersion': 0, 'articles:hasPage': 0 } satisfies Record<keyof ReadingContract, 0>;
