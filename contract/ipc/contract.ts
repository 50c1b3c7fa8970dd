import type { Article, ArticleId, ArticleSummary, ArticleView, ReadingPosition, StatusChange } from '../domain/article.ts';
import type { EnclosureAt, EnclosureProgress } from '../domain/enclosures.ts';
import type { Feed, FeedCandidate, FeedHealth, FeedId, FeedOptions, Folder, ImportedSubscriptions, SuggestedFeed, StoredEnclosure } from '../domain/feed.ts';
import type { FileImportProgress } from '../domain/file-import.ts';
import type { Highlight, HighlightChange, HighlightId, ListedHighlight, NewHighlight } from '../domain/highlight.ts';
import type { LibraryCounts, Settings } from '../domain/library.ts';
import type { ReaderError } from '../domain/result.ts';
import type { Alert, SavedSearch } from '../domain/saved-search.ts';
import type { SearchHit, SearchRequest, SearchResponse } from '../domain/search.ts';
import type { SyncEnd, SyncOutcome, SyncProgress } from '../domain/sync.ts';
import type { Done, ListDay, ListOrder, Tag } from '../domain/organising.ts';
import type { Language } from '../words/index.ts';
import type { DesktopContract } from './desktop-contract.ts';
import type { OrganisingContract } from './organising-contract.ts';
import type { ReadingContract } from './reading-contract.ts';
import type { SearchingContract } from './searching-contract.ts';

/**
 * The one list of what a window may ask of the main process: channel -> request and response. Preload exposes exactly
 * these; `schemas.ts` validates each request; every answer comes in a `Result` envelope.
 */
export interface IpcContract extends DesktopContract, OrganisingContract, ReadingContract, SearchingContract {
  'app:getInfo': { request: void; response: AppInfo };
  /** Opens an http(s) or mailto address in the system's own program, after checking it. */
  'app:openExternal': { request: { url: string }; response: void };
  /** Opens a kept file (a document, sound, film) in the system's own program for it. */
  'app:openFile': { request: { asset: string }; response: void };
  /**
   * Asks the user where a text goes, and writes it there. `suggestedName` is a file's name, not a path. Answers the name of
   * the file; null where the user changed their mind.
   */
  'app:saveTextFile': { request: { suggestedName: string; text: string }; response: { readonly savedAs: string | null } };
  /** The window's commands, in its language and with the keys of now, for the application's menu. */
  'app:setMenu': { request: { commands: readonly MenuEntry[] }; response: void };
  /** Has something done that a page can't do by itself; to the open article, where it is about one. */
  'app:act': { request: { act: WindowAct; articleId: ArticleId | null }; response: void };
  /** All that a window shows first, in one answer. */
  'library:getFirstView': { request: void; response: FirstView };
  'settings:get': { request: void; response: Settings };
  'settings:set': { request: Partial<Settings>; response: Settings };

  'feeds:list': { request: void; response: FeedList };
  'feeds:listSuggested': { request: void; response: readonly SuggestedFeed[] };
  /** What an address leads to: itself if it is a feed, otherwise the feeds of that page or site. */
  'feeds:discover': { request: { address: string }; response: readonly FeedCandidate[] };
  /** Subscribes; the caller starts a sync if it wants one. */
  'feeds:add': { request: { feedUrl: string }; response: Feed };
  'feeds:getHealth': { request: { feedId: FeedId }; response: FeedHealth };
  'feeds:setOptions': { request: { feedId: FeedId; options: FeedOptions }; response: FeedHealth };
  /** Subscribes to what an OPML list names; nothing is fetched before the next sync. */
  'feeds:importOpml': { request: { text: string }; response: ImportedSubscriptions };
  'feeds:exportOpml': { request: void; response: { readonly opml: string } };
  'feeds:rename': { request: { feedId: FeedId; title: string }; response: Feed };

  /** Every folder, in the order of their places. */
  'folders:list': { request: void; response: readonly Folder[] };

  /** The ids of a view, newest first unless `order` says otherwise, as one typed array: the list stays still while a sync adds to the library. */
  'articles:listIds': { request: { view: ArticleView; order?: ListOrder }; response: ArticleIdList };
  /** Rows for some of those ids, in the order asked; ids that are gone are left out. At most 200 at a time. */
  'articles:getSummaries': { request: { ids: readonly ArticleId[] }; response: readonly ArticleSummary[] };
  'articles:get': { request: { id: ArticleId }; response: Article };
  'articles:mark': { request: { ids: readonly ArticleId[]; change: StatusChange }; response: Done };
  /**
   * Marks every article of a view read, except those that arrived after `before`, and those that are not older than
   * `olderThan` where that is given (epoch ms). Answers the ids it changed.
   */
  'articles:markViewRead': { request: { view: ArticleView; before: number; olderThan?: number }; response: Done & { readonly ids: readonly ArticleId[] } };
  /** Where reading stopped; null where it never began, or got to the end. */
  'articles:getPosition': { request: { id: ArticleId }; response: ReadingPosition | null };
  'articles:setPosition': { request: { id: ArticleId; position: ReadingPosition | null }; response: void };
  /** Puts what an article lacks (its page, its images) first in line: the next sync of its feed asks for it, failed or not. */
  'articles:tryAgain': { request: { id: ArticleId }; response: void };
  /** Saves pages by address. */
  'articles:savePage': { request: { url: string }; response: ArticleSummary };
  /** Saves what was dropped on or pasted into the window: a file's name and bytes. */
  'articles:saveFile': { request: { name: string; bytes: Uint8Array }; response: ArticleSummary };

  /** The highlights of an article in the order of its text; those whose words are gone come last. */
  'highlights:list': { request: { articleId: ArticleId }; response: readonly Highlight[] };
  /** Every highlight of the library, the newest first. */
  'highlights:listAll': { request: void; response: readonly ListedHighlight[] };
  'highlights:count': { request: void; response: { readonly count: number } };
  'highlights:add': { request: NewHighlight; response: Highlight };
  'highlights:change': { request: { id: HighlightId; change: HighlightChange }; response: Highlight };
  /** Answers what was removed, so that it can be added again. */
  'highlights:remove': { request: { ids: readonly HighlightId[] }; response: readonly Highlight[] };
  /** The highlights of an article, or of the library (null), as Markdown. */
  'highlights:exportMarkdown': { request: { articleId: ArticleId | null; language: Language }; response: { readonly markdown: string } };

  'search:query': { request: SearchRequest; response: SearchResponse };
  /** Everything that a search finds, in the order of its results. */
  'search:listIds': { request: { query: string }; response: Uint32Array };
  /** Articles that share the most telling words of one, the closest first. */
  'search:listRelated': { request: { id: ArticleId }; response: readonly SearchHit[] };

  /** Fetches an attached file and keeps it; what broke off earlier is gone on with. Answers when it is there; `cancelled` where it was stopped. */
  'enclosures:download': { request: EnclosureAt; response: StoredEnclosure };
  'enclosures:cancel': { request: EnclosureAt; response: void };

  /** The other articles that tell the same story, the one that the lists show first. */
  'stories:list': { request: { id: ArticleId }; response: readonly ArticleSummary[] };

  /** Starts a sync of one feed or of all, unless one is running; answers when it ended. */
  'sync:start': { request: { feedId: FeedId | null }; response: SyncOutcome };
  'sync:cancel': { request: void; response: void };
  'sync:getProgress': { request: void; response: SyncProgress | null };
}

/** What the main process tells every window without being asked. */
export interface IpcEvents {
  'sync:progress': SyncProgress;
  'sync:ended': SyncEnd;
  'files:progress': FileImportProgress;
  /** The library changed, through this window, another one, a sync or the command line. */
  'library:changed': LibraryChange;
  'settings:changed': Settings;
  'enclosures:progress': EnclosureProgress;
  /** A command of the application menu that the window carries out. */
  'app:command': { command: string };
  /** Something went wrong that no request asked for: the window shows it. */
  'app:problem': ReaderError;
  /** A sync brought what a saved search with an alert finds. */
  'alerts:matched': Alert;
  'searches:changed': readonly SavedSearch[];
}

export type Channel = keyof IpcContract;
export type RequestOf<C extends Channel> = IpcContract[C]['request'];
export type ResponseOf<C extends Channel> = IpcContract[C]['response'];
export type EventName = keyof IpcEvents;

export interface AppInfo {
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** The interface language that the system asks for. */
  readonly systemLanguage: Language;
  readonly libraryFolder: string;
  /** The engines beneath, as in "Electron 33.2.1, Chromium 130.0.6723.137": what a report of a fault needs. */
  readonly engines: string;
}

export interface FeedList {
  readonly feeds: readonly Feed[];
  readonly counts: LibraryCounts;
}

export interface ArticleIdList {
  readonly ids: Uint32Array;
  /** The days that the list runs through, in its order; null where it is not in the order of dates. */
  readonly days: readonly ListDay[] | null;
}

/** What a window begins with: every article's list as the user wants it ordered, its topmost rows, and the sidebar. */
export interface FirstView {
  readonly settings: Settings;
  readonly list: ArticleIdList;
  readonly rows: readonly ArticleSummary[];
  readonly feedList: FeedList;
  readonly folders: readonly Folder[];
  readonly tags: readonly Tag[];
}

/** What a change touched; a window that shows none of it need not ask again. */
export interface LibraryChange {
  readonly feeds: boolean;
  readonly articles: boolean;
  /** The articles whose status or content changed, where they are few; null means "many". */
  readonly articleIds: readonly ArticleId[] | null;
}

/** The part of the menu that a command stands in. */
export type MenuGroup = 'reading' | 'article' | 'view' | 'library' | 'window';

/** A command as the application's menu shows it. Choosing it sends `app:command` with its id. */
export interface MenuEntry {
  readonly id: string;
  readonly group: MenuGroup;
  readonly title: string;
  /** As the window names keys; the menu shows one of them. */
  readonly keys: readonly string[];
}

export type WindowAct = 'print' | 'save-pdf' | 'zoom-in' | 'zoom-out' | 'zoom-reset' | 'full-screen';
