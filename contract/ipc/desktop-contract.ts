import type { ArticleId, ArticleSummary } from '../domain/article.ts';
import type { FileImportOutcome, FileImportProgress } from '../domain/file-import.ts';

export type Revealed = 'library' | 'log' | 'notices';

/** The part of the contract that a desktop makes possible: files of the disk, the clipboard, further windows. */
export interface DesktopContract {
  /**
   * Saves files and folders that were dropped on the window. The page hands over what the system dropped (`File` objects); preload
   * takes their paths: a page can't name one.
   */
  'files:saveDropped': { request: { paths: readonly string[] }; response: FileImportOutcome };
  /** Asks the user for files or a folder, and saves them; null where the user changed their mind. */
  'files:choose': { request: { what: 'files' | 'folder' }; response: FileImportOutcome | null };
  /** Ends the running import; what was saved stays. */
  'files:cancel': { request: void; response: void };
  'files:getProgress': { request: void; response: FileImportProgress | null };
  /** Saves text that was pasted or dropped, with its markup where it has any, and the page that it came from. */
  'files:saveClip': { request: { text: string; html: string | null; url: string | null }; response: ArticleSummary };
  /** Saves what the clipboard holds: a page by its address, or text. Null where there is no text on it. */
  'files:saveClipboard': { request: void; response: ArticleSummary | null };

  /** Asks the user where an article goes as a page of its own, its pictures in it; answers the file's name, null where they changed their mind. */
  'files:saveArticle': { request: { id: ArticleId }; response: { readonly savedAs: string | null } };
  /** The pointer drags an article out of the window: from here on the system carries it, as such a page. */
  'files:dragArticle': { request: { id: ArticleId }; response: void };
  /** Offers an address to what the system shares with; where a system has nothing of the kind, title and address are on the clipboard then. */
  'app:share': { request: { title: string; url: string }; response: { readonly isCopied: boolean } };

  /** Opens another window, on an article alone or (null) on the library. */
  'app:openWindow': { request: { articleId: ArticleId | null }; response: void };
  /** Shows something of Docbao's own with the system: the library's folder, that of the log, what is shipped of others with their licences. */
  'app:reveal': { request: { what: Revealed }; response: void };
}

/** Their names as values; `channels.ts` checks that none is missing. */
export const DESKTOP_CHANNELS = {
  'files:saveDropped': 0,
  'files:choose': 0,
  'files:cancel': 0,
  'files:getProgress': 0,
  'files:saveClip': 0,
  'files:saveClipboard': 0,
  'files:saveArticle': 0,
  'files:dragArticle': 0,
  'app:share': 0,
  'app:openWindow': 0,
  'app:reveal': 0,
} satisfies Record<keyof DesktopContract, 0>;

/** What the page gives instead of paths: what the system dropped on the window. */
export interface DroppedFiles {
  readonly files: readonly object[];
}
