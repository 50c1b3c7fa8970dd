import type { ArticleId } from './article.ts';
import type { ReaderError } from './result.ts';

/** How far the files that are being taken in are. Sent at most five times a second. */
export interface FileImportProgress {
  readonly isRunning: boolean;
  /** Files found; it grows while folders are looked through, before the first one is read. */
  readonly found: number;
  readonly done: number;
  readonly failed: number;
  /** The file that is being read, without its folder. */
  readonly current: string | null;
}

/** A file that could not be taken in, and why. */
export interface FailedFile {
  /** Its path below the folder that was given; its name where it was given itself. */
  readonly name: string;
  readonly error: ReaderError;
}

/** What came of files and folders that were given to Docbao. */
export interface FileImportOutcome {
  readonly saved: number;
  /** The article that the first of them became. */
  readonly first: ArticleId | null;
  /** Files in folders that are of kinds which Docbao does not read. */
  readonly passedOver: number;
  readonly failedCount: number;
  /** The first of them, `MOST_NAMED_FAILURES` at most. */
  readonly failed: readonly FailedFile[];
  /** More files than `MOST_IMPORTED_FILES` were found: the rest was left. */
  readonly wasCut: boolean;
  readonly wasCancelled: boolean;
}

export const MOST_IMPORTED_FILES = 50_000;
export const MOST_NAMED_FAILURES = 500;
